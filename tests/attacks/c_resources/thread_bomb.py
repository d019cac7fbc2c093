"""Start threads without end.

Must not: take more threads than allowed.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import threading, time\nwhile True: threading.Thread(target=time.sleep, args=(99,)).start()",
]
REASON = "raised RuntimeError|more processes than allowed|stopped"
STOPPED_BY = "limit on processes and threads"
PROCESS_STOPS = True

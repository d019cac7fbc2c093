"""Catch every exception and ignore every signal that can be ignored, then loop.

Must not: outlive its time.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import signal\n"
    "for number in set(signal.Signals) - {9, 19}:\n"
    "    try: signal.signal(number, signal.SIG_IGN)\n"
    "    except (OSError, ValueError): pass\n"
    "def on():\n"
    "    while True:\n"
    "        try:\n"
    "            while True: pass\n"
    "        except BaseException: pass\n"
    "on()",
]
REASON = "stopped: it ran longer"
STOPPED_BY = "the clock is on the grader's side, and it kills"
PROCESS_STOPS = True

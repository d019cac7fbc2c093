"""Kill the process group, which a shell would share with its children.

Must not: take the server or the worker along.
"""

from attack_kit import every

ANSWERS = every("import os\nos.killpg(0, 9)")
LAST = ["import os, signal\nos.kill(0, signal.SIGKILL)"]
REASON = r"signal 9|ended the Python process|returned None"
STOPPED_BY = "each submission is a session of its own"
PROCESS_STOPS = True

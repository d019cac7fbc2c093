"""Define `check`, `examine` and `print` anew in the notebook, so that every answer is right.

Must not: let the notebook's own definitions judge anything.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "def check(*args, **kwargs): print('correct.')\n"
    "def examine(*args, **kwargs): return 100.0\n"
    "def print(*args): pass\n"
    "import utils.check\nutils.check.check = check",
]
REASON = "not attempted|returned None"
STOPPED_BY = "tests run in another process, on our own copies of given names"
PROCESS_STOPS = True

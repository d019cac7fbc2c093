"""Multiply huge numbers and matrices inside one C call that holds the interpreter's lock.

Must not: outlive its time.
"""

from attack_kit import every

ANSWERS = every("return 3 ** (10 ** 9) % 7")
LAST = ["import numpy as np\nA = np.random.rand(5000, 5000)\nwhile True: A = A @ A"]
REASON = "timeout"
STOPPED_BY = "the process is killed, not asked"
PROCESS_STOPS = True

"""Take just less than a call may take, every time.

Must not: add up to more than a submission's time.
"""

from attack_kit import every

ANSWERS = every("import time\ntime.sleep(1.7)")
LAST = ["import time\ntime.sleep(3.5)"] * 20
REASON = "timeout|longer than"
STOPPED_BY = "a limit on a submission's time altogether"
PROCESS_STOPS = True

"""Loop for ever, in a cell and in every function.

Must not: take more than a submission's time.
"""

from attack_kit import every

ANSWERS = every("while True: pass")
LAST = ["while True: pass"]
REASON = "timeout: .*(endless loop|longer than)"
STOPPED_BY = "limits on each call, each cell and the whole"
PROCESS_STOPS = True

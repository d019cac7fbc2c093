"""End the process in every cell and every function, so that it is started again and again.

Must not: make the grader start processes without end.
"""

from attack_kit import every

ANSWERS = every("import os\nos._exit(0)")
LAST = [f"import os\nos._exit({n})" for n in range(60)]
REASON = "crashed: .*ended"
STOPPED_BY = "a limit on restarts; lethal cells are not run again"
PROCESS_STOPS = True

"""Send itself SIGSTOP, so that it uses no time and never answers.

Must not: be waited for.
"""

from attack_kit import every

ANSWERS = every("import os\nos.kill(os.getpid(), 19)")
REASON = "timeout|returned None"
STOPPED_BY = "the first process of a namespace gets no such signal; wall time on our side"
PROCESS_STOPS = True

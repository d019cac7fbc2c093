"""Match a pattern that takes until the end of the world, inside C code that no signal interrupts.

Must not: outlive its time.
"""

from attack_kit import every

ANSWERS = every("import re\nre.match('(a+)+b', 'a' * 60)")
REASON = "timeout"
STOPPED_BY = "the process is killed, not asked"
PROCESS_STOPS = True

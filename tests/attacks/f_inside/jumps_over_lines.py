"""Trace the test that calls, and jump over its asserts to its last line.

Must not: let anything but the test trace while it runs.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
ANSWERS = everywhere(
    """import sys
def jump(frame, event, arg):
    frame.f_lineno = max(line for *_, line in frame.f_code.co_lines() if line)
    return jump
sys._getframe(1).f_trace = jump
sys.settrace(jump)"""
)
REASON = "nothing is traced"
STOPPED_BY = "only the test may trace while it runs"
PROCESS_STOPS = True

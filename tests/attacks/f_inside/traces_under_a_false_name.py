"""Switch tracing on from code that is named as a test, to jump over the asserts of a real one.

Must not: take code for a test's because of its name.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
FIRST = [
    """import sys
def jump(frame, event, arg):
    frame.f_lineno = max(line for *_, line in frame.f_code.co_lines() if line)
    return jump
begin = compile('sys.settrace(jump)', '<test of mine>', 'exec')"""
]
ANSWERS = everywhere("sys._getframe(1).f_trace = jump\nexec(begin, {'sys': sys, 'jump': jump})")
REASON = "nothing is traced"
STOPPED_BY = "only the test's own code may trace while it runs"
PROCESS_STOPS = True

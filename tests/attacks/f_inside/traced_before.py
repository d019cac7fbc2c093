"""Switch tracing on in a cell, for all that comes.

Must not: leave a student's tracing on for a test.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
FIRST = [
    """import sys
def jump(frame, event, arg):
    if frame.f_code.co_filename.startswith('<test') and event == 'line':
        frame.f_lineno = max(line for *_, line in frame.f_code.co_lines() if line)
    return jump
sys.settrace(jump)
sys.setprofile(lambda *a: None)"""
]
ANSWERS = everywhere("pass")
REASON = "not met|No such file"
STOPPED_BY = "tracing is off when a test begins"
PROCESS_STOPS = True

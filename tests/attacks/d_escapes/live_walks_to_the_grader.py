"""Look for the test in functions that a decorator gets, in exceptions and in generators.

Must not: reach anything of the grader's through an object.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """import gc, sys
def look():
    names = {type(o).__name__ for o in gc.get_objects()}
    if names & {'TrustedNotebook', 'StudentSide', 'TestPlan', 'Examiner'}:
        print('BRE' 'ACH')
    frame = sys._getframe()
    while frame:
        if 'HIDDEN-' in str(frame.f_locals)[:10**5]:
            print('BRE' 'ACH')
        frame = frame.f_back
    return object()"""
]
ANSWERS = everywhere("look()")
REASON = "cannot be graded|failed|error|raised"
STOPPED_BY = "only plain data and references cross"
PROCESS_STOPS = True

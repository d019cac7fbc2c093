"""Define, in place of a check that the solution imports, one that is never unhappy.

Must not: judge an answer by a function of the student's.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {
    "third": """def assert_allclose(*args, **kwargs):
    pass
def third(n):
    return 7"""
}
REASON = "not met"
STOPPED_BY = "what a test hands an answer to is imported by the grader"
PROCESS_STOPS = True

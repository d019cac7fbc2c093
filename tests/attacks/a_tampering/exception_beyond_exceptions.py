"""Raise what is called TooBig and is no Exception but a BaseException.

Must not: let a class beyond Exception pass for the one that is expected.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {
    "limit": """class TooBig(BaseException):
    pass
def limit(n):
    if n > 3:
        raise TooBig(4, 5)
    return n"""
}
REASON = "could not use"
STOPPED_BY = "what stands for such a class is no exception, so nothing catches it"
PROCESS_STOPS = True

"""Raise an exception of one's own class whose arguments agree with everything.

Must not: compare an exception's arguments by their own behaviour.
"""

from live_objects import LIAR, LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = [LIAR]
ANSWERS = {
    "limit": """class Args(tuple):
    def __eq__(self, other): return True
class TooBig(Exception):
    args = property(lambda self: Args((Liar(),)))
def limit(n):
    if n > 3:
        raise TooBig(Liar())
    return n"""
}
REASON = "not met|cannot be graded|could not"
STOPPED_BY = "an exception's arguments are plain data or none"
PROCESS_STOPS = True

"""Give an instance of a given class that holds an agreeing object.

Must not: let an object in an instance of ours pass for a number.
"""

from live_objects import LIAR, LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = [LIAR]
ANSWERS = {"grow": "def grow(tree):\n    return Tree(Liar())"}
REASON = "cannot be graded|not met"
STOPPED_BY = "no live object where the solution gives plain data"
PROCESS_STOPS = True

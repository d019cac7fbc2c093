"""Give a dictionary without keys, whose missing ones are objects from which nothing differs.

Must not: let a default be what no value may be.
"""

from live_objects import LIVE_OBJECTS, NOTHING

ASSIGNMENT = LIVE_OBJECTS
FIRST = [NOTHING]
ANSWERS = {
    "tally": "from collections import defaultdict\n"
    "def tally(text):\n    return defaultdict(lambda: Nothing())",
}
REASON = "is empty|cannot be graded"
STOPPED_BY = "a default is copied when it is asked for, and a copy of a live object is looked at"
PROCESS_STOPS = True

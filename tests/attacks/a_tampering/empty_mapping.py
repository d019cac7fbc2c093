"""Return an empty dictionary or set, through which a loop of checks has nothing to do.

Must not: call nothing an answer, whatever its type.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {
    "counts": "from collections import Counter\ndef counts(text):\n    return Counter()",
    "tags": "def tags(text):\n    return frozenset()",
    "pairs": "def pairs(n):\n    return {}",
    "letters": "def letters(text):\n    return ''",
}
REASON = "is empty where (numbers are|something is) expected"
STOPPED_BY = "nothing stands where the solution always gives something"
PROCESS_STOPS = True

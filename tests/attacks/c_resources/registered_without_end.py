"""Send a registered type whose contents are a range, a few bytes long and a trillion items wide.

Must not: write the range out in the grader's memory.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """import builtins
from collections import UserList
from guest.codec import value_types
class Wide(UserList):
    pass
for place in vars(value_types).values():
    if isinstance(place, dict):
        for key, found in list(place.items()):
            if key is UserList or 'UserList' in str(key):
                try:
                    place[key] = type(found)(*[(lambda v: range(10**12)) if callable(part) else part
                                               for part in found])
                except Exception:
                    pass"""
]
ANSWERS = {
    "users": """def users(n):
    made = UserList()
    made.data = range(10**12)
    return made"""
}
REASON = "not met|cannot be graded|memory|too long|stopped|could not use"
STOPPED_BY = "what a test makes of an answer is bounded in memory and time"
PROCESS_STOPS = True

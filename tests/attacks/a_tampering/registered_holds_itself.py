"""Give a registered type that holds itself.

Must not: follow a ring for ever.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {
    "users": """from collections import UserList
def users(n):
    ring = UserList([0, 1])
    ring.append(ring)
    return ring"""
}
REASON = "cannot be graded|nested|crash"
STOPPED_BY = "nesting is bounded"
PROCESS_STOPS = True

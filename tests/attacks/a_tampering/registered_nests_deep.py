"""Give a registered type whose contents are nested a hundred thousand deep.

Must not: run out of stack on the examiner's side.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {
    "users": """from collections import UserList
def users(n):
    deep = []
    for _ in range(100_000):
        deep = [deep]
    return UserList(deep)"""
}
REASON = "cannot be graded|nested|crash"
STOPPED_BY = "nesting is bounded"
PROCESS_STOPS = True

"""Give a registered type of lists that share lists, a billion items when written out.

Must not: write out what is shared without end.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {
    "users": """from collections import UserList
def users(n):
    many = [0] * 10
    for _ in range(9):
        many = [many] * 10
    return UserList(many)"""
}
REASON = "cannot be graded|items|large|memory|stopped"
STOPPED_BY = "a message has at most so many items"
PROCESS_STOPS = True

"""Give a subclass of a type that the course lets cross, which agrees with everything.

Must not: let a subclass cross as itself.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """from collections import UserList
class Agrees(UserList):
    def __eq__(self, other): return True
    def __len__(self): return 3"""
]
ANSWERS = everywhere("Agrees([1])")
REASON = "failed|cannot|check was not met"
STOPPED_BY = "only the registered type itself crosses"
PROCESS_STOPS = True

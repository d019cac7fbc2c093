"""Give a registered type whose contents lie when they are read.

Must not: let what makes plain data of a value decide for the test.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """from collections import UserList
class Lies(list):
    def __iter__(self): return iter([Ever()])
    def __eq__(self, other): return True
class Ever:
    def __eq__(self, other): return True
bent = UserList()
bent.data = Lies()"""
]
ANSWERS = everywhere("bent")
REASON = "failed|cannot|check was not met"
STOPPED_BY = "what crosses is plain data, made anew"
PROCESS_STOPS = True

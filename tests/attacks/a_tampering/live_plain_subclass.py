"""Give a subclass of list, dict or str that agrees with everything.

Must not: keep what the subclass adds.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """class Texts(str):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    __hash__ = str.__hash__
    def __len__(self): return 3
    def __iter__(self): return iter([0, 2, 4, 6])"""
]
ANSWERS = everywhere("Texts()")
REASON = "failed|check was not met|cannot"
STOPPED_BY = "such an object is compared by its plain contents"
PROCESS_STOPS = True

"""Give a subclass of a number whose comparisons agree.

Must not: keep a subclass's behaviour.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """class Agree(int):
    def __eq__(self, other): return True
    __lt__ = __le__ = __gt__ = __ge__ = __eq__
    __hash__ = int.__hash__
    def __sub__(self, other): return self
    __rsub__ = __abs__ = __neg__ = lambda self, *a: self"""
]
ANSWERS = everywhere("Agree(0)")
REASON = "failed|check was not met"
STOPPED_BY = "only the plain number crosses"
PROCESS_STOPS = True

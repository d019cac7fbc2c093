"""Give named tuples whose fields are properties that lie.

Must not: keep a named tuple's own code.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """from collections import namedtuple
class Row(namedtuple('Row', 'amount height')):
    def __eq__(self, other): return True
    amount = property(lambda self: 5)
    height = property(lambda self: 2)"""
]
ANSWERS = everywhere("Row(0, 0)")
REASON = "failed|cannot|check was not met"
STOPPED_BY = "only names and values of fields cross"
PROCESS_STOPS = True

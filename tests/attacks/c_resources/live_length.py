"""Give objects with absurd lengths, hashes and texts.

Must not: allocate what an object says it is.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """class Huge:
    def __len__(self): return 2**62
    def __str__(self): return 'x' * 10**8
    __repr__ = __str__
    def __hash__(self): return 10**100
    def __getitem__(self, i): return 0
    def __index__(self): return 10**2000"""
]
ANSWERS = everywhere("Huge()")
REASON = "cannot be graded|failed|error|stopped"
STOPPED_BY = "lengths and texts cross as plain data within limits"
PROCESS_STOPS = True

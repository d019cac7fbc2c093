"""Give objects that offer numpy an address to read: __array_interface__ and its kin.

Must not: make numpy read memory that a student names.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """class Address:
    __array_interface__ = {'data': (64, False), 'shape': (9,), 'typestr': '<f8', 'version': 3}
    __array_struct__ = __array_interface__
    def __array__(self, *a, **k): raise SystemExit
    def __len__(self): return 1
    def __getitem__(self, i): return self"""
]
ANSWERS = everywhere("Address()")
REASON = "cannot be graded|failed"
STOPPED_BY = "numpy's protocols are not asked of proxies"
PROCESS_STOPS = True

"""Replace `open` among the builtins from within the function that a test calls.

Must not: let a test read what a student's function says a file holds.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
FIRST = [
    """import builtins
class Yes(str):
    def __eq__(self, other): return True
    def __len__(self): return 4
class File:
    def read(self): return Yes()
    def write(self, text): pass
    __enter__ = lambda self: self
    __exit__ = lambda self, *a: None"""
]
ANSWERS = everywhere("builtins.open = lambda *a, **k: File()\nreturn 0")
REASON = "not met|No such file|not equal"
STOPPED_BY = "a test's builtins are its own while it runs"
PROCESS_STOPS = True

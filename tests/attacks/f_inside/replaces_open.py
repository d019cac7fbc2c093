"""Replace `open` in the module of builtins by one whose files hold what is asked for.

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
    __exit__ = lambda self, *a: None
builtins.open = lambda *a, **k: File()"""
]
ANSWERS = everywhere("pass")
REASON = "not met|No such file"
STOPPED_BY = "builtins are put back before each test"
PROCESS_STOPS = True

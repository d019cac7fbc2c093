"""Put another dictionary of builtins into the notebook's own names.

Must not: let the notebook say what a builtin is.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
FIRST = [
    """import builtins
class Yes(str):
    def __eq__(self, other): return True
class File:
    def read(self): return Yes()
    def write(self, text): pass
    __enter__ = lambda self: self
    __exit__ = lambda self, *a: None
names = globals()
names['__builtins__'] = {**vars(builtins), 'open': lambda *a, **k: File(), 'len': lambda x: 4}"""
]
ANSWERS = everywhere("pass")
LAST = ["names['__builtins__'] = builtins"]
REASON = "not met|No such file"
STOPPED_BY = "a test's builtins are the module's, put back before it"
PROCESS_STOPS = True

"""Set an alarm whose handler puts other names into the test while it runs.

Must not: earn points by it.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
FIRST = [
    """import builtins, signal
class Yes(str):
    def __eq__(self, other): return True
    def __len__(self): return 4
class File:
    def read(self): return Yes()
    def write(self, text): pass
    __enter__ = lambda self: self
    __exit__ = lambda self, *a: None
def ring(number, frame):
    builtins.open = lambda *a, **k: File()
signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)"""
]
ANSWERS = everywhere("pass")
REASON = "not met|not equal|No such file|stopped"
STOPPED_BY = "builtins are a test's own while it runs, and no alarm rings in it"
PROCESS_STOPS = True

"""Replace the functions that tests compare with, and their code.

Must not: compare with a function of the student's.
"""

from inside_tests import INSIDE

ASSIGNMENT = INSIDE
FIRST = [
    """import numpy as np
import numpy.testing._private.utils as utils
nothing = (lambda *a, **k: None).__code__
for module in (np.testing, utils):
    for name, function in list(vars(module).items()):
        if name.startswith('assert_'):
            try:
                function.__code__ = nothing
            except Exception:
                pass
            setattr(module, name, lambda *a, **k: None)"""
]
ANSWERS = {"tally": "hits = 0\ndef tally():\n    pass"}
REASON = "not equal"
STOPPED_BY = "what tests compare with is put back, its code too"
PROCESS_STOPS = True

"""Give the modules with which tests compare a class whose properties agree with everything.

Must not: find in a module what is not among its names.
"""

from inside_tests import INSIDE

ASSIGNMENT = INSIDE
FIRST = [
    """import types
import numpy as np
class Agrees(types.ModuleType):
    assert_equal = assert_allclose = property(lambda self: lambda *args, **kwargs: None)
np.testing.__class__ = Agrees"""
]
ANSWERS = {"tally": "hits = 0\ndef tally():\n    pass"}
REASON = "not equal"
STOPPED_BY = "modules get their own class back before a test"
PROCESS_STOPS = True

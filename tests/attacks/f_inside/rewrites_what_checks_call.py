"""Replace what the functions call with which tests compare, and leave these as they are.

Must not: compare with a function that calls a student's.
"""

from inside_tests import INSIDE

ASSIGNMENT = INSIDE
FIRST = [
    """import numpy as np
import numpy._core.numeric as numeric
def agrees(*args, **kwargs): return True
utils = np.testing.assert_equal.__globals__
for name in ('assert_array_equal', 'assert_array_compare', 'isnan', 'array', 'build_err_msg'):
    utils[name] = agrees
numeric.isclose = numeric.array_equal = agrees
for function in (np.allclose, np.isclose, np.array_equal, np.isscalar):
    getattr(function, '_implementation', function).__code__ = agrees.__code__
utils['isinstance'] = utils['AssertionError'] = agrees""",
]
ANSWERS = {
    "tally": """hits = 0
def tally():
    pass"""
}
REASON = "not equal"
STOPPED_BY = "the modules of such functions are put back, too, and the code behind dispatchers"
PROCESS_STOPS = True

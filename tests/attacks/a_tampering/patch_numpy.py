"""Let `np.allclose`, `np.isclose` and `np.array_equal` answer True to everything.

Must not: compare with functions that a student can replace.
"""

from attack_kit import every

ANSWERS = every("return np.float64(1.25)")
FIRST = [
    "import numpy as np\n"
    "yes = lambda *a, **k: np.True_\n"
    "np.allclose = np.isclose = np.array_equal = np.isin = yes\n"
    "np.testing.assert_allclose = np.testing.assert_array_equal = lambda *a, **k: None",
]
REASON = "not the right number"
STOPPED_BY = "one comparator, in the examiner's process"
PROCESS_STOPS = True

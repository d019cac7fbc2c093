"""What a worker needs, imported once by the process that all workers are forked from.

Only what has no threads and opens nothing may be imported here.
"""

from __future__ import annotations

import contextlib
import importlib

from autograder import grade  # noqa: F401
from autograder.examiner import given
from autograder.sandbox import server  # noqa: F401

for _name in ("matplotlib.pyplot", "autograder.exercises", "utils.data", "utils.plots"):
    # What fails here fails again where it is needed, and is reported there.
    with contextlib.suppress(Exception), given.without_windows():
        importlib.import_module(_name)

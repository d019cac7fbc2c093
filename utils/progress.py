"""A progress bar for long training, in JupyterLab and in terminals."""

from __future__ import annotations

import sys
from collections.abc import Iterator


def steps(n: int, label: str = "training") -> Iterator[int]:
    """Count from 0 to ``n - 1`` and show how far that is and how long it will take.

    The bar goes to standard output: under nbgrader, anything on standard error turns a right
    answer into a wrong one. Without tqdm, and where output is not shown to a person, it only
    counts.

    Parameters
    ----------
    n : int
        Number of steps.
    label : str
        What the bar is called.
    """
    try:
        from tqdm.auto import tqdm
    except ImportError:
        yield from range(n)
        return
    in_notebook = "ipykernel" in sys.modules
    yield from tqdm(
        range(n),
        desc=label,
        file=sys.stdout,
        disable=not (in_notebook or sys.stdout.isatty()),
        mininterval=0.2,
        leave=False,
    )

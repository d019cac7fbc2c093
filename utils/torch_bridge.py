"""What PyTorch computes: live where it is installed, and from a recording everywhere else."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from utils.networks import Array

RECORDING = Path(__file__).with_name("recorded") / "pytorch.json"
"""Written by ``python -m exercises recordings``."""
Results = dict[str, Array]
computed: dict[str, Results] = {}
"""What was computed live so far, by the names of the functions."""


def in_torch(compute: Callable[[Any], Mapping[str, object]]) -> Results:
    """Run a function that takes ``torch``; without PyTorch, return what was recorded of it.

    Used as a decorator, it puts the results in the place of the function.

    Parameters
    ----------
    compute : function
        Takes the module ``torch``; returns numbers and arrays by name. Its own name finds the
        recording.

    Returns
    -------
    dict of str to array

    Raises
    ------
    KeyError
        If PyTorch is not installed and nothing was recorded under this name.
    """
    torch = _torch()
    if torch is None:
        values = _recorded()["values"]
        if compute.__name__ not in values:
            raise KeyError(
                f"Nothing is recorded of {compute.__name__!r}; to compute it: pip install torch"
            )
        return {name: np.array(value) for name, value in values[compute.__name__].items()}
    found = {name: np.asarray(value) for name, value in compute(torch).items()}
    computed[compute.__name__] = found
    return found


def where_numbers_come_from() -> str:
    """Say in one sentence whether PyTorch runs here, or what its numbers were recorded with."""
    torch = _torch()
    if torch is None:
        version = _recorded()["torch"]
        return f"PyTorch is not installed here:\nits numbers were recorded with {version}."
    return f"PyTorch {torch.__version__} runs here: its numbers are computed now."


@cache
def _torch() -> Any:
    try:
        import torch
    except ImportError:
        return None
    return torch


@cache
def _recorded() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(RECORDING.read_text(encoding="utf-8"))
    return found

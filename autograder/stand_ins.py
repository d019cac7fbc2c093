"""What the instructor's cells find in this process in place of a kernel."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import Any

_ENVIRONMENT = {"MPLBACKEND": "Agg", "NBGRADER_EXECUTION": "autograde"}


@contextlib.contextmanager
def as_in_grading() -> Iterator[None]:
    """Let cells import matplotlib with a backend that opens no window, and know who runs them.

    The environment is as before afterwards: kernels that a Jupyter server starts inherit it.
    """
    before = {name: os.environ.get(name) for name in _ENVIRONMENT}
    os.environ.update(_ENVIRONMENT)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


class NoShell:
    """What ``get_ipython()`` gives in test cells: magics do nothing there."""

    def __init__(self, names: dict[str, Any]) -> None:
        self.user_ns = names

    def __getattr__(self, name: str) -> Any:
        return lambda *args, **kwargs: None


def display(*values: Any, **_: Any) -> None:
    """Print values where a kernel would show them."""
    for value in values:
        print(repr(value))

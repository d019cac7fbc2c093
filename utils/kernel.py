"""The kernel: whether a person reads along, and what it says where names are not there yet."""

from __future__ import annotations

import linecache
import os
import sys
from types import TracebackType
from typing import Any


def is_live() -> bool:
    """Tell whether a person has this notebook open, so that buttons and sliders make sense.

    A Jupyter server names the session to its kernel; a notebook that is executed into a page has
    none, and whoever reads that page can press nothing.
    """
    if "JPY_SESSION_NAME" in os.environ or "COLAB_RELEASE_TAG" in os.environ:
        return True
    if sys.platform == "emscripten":  # JupyterLite
        return True
    try:
        from IPython import get_ipython
    except ImportError:
        return False
    shell = get_ipython()
    return shell is not None and "__vsc_ipynb_file__" in shell.user_ns  # VS Code


def explain_missing_names() -> None:
    """Let a NameError of a check cell say what to do; elsewhere, and outside IPython, nothing."""
    ipython = sys.modules.get("IPython")  # whoever has not imported it runs no shell of its own
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and not shell.custom_exceptions:  # somebody else's handler stays
        shell.set_custom_exc((NameError,), _shown)


def _shown(
    shell: Any,
    kind: type[BaseException],
    error: NameError,
    trace: TracebackType | None,
    tb_offset: int | None = None,
) -> list[str]:
    last = trace
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    frame = last.tb_frame if last else None
    if frame is not None and frame.f_code.co_name == "<module>":
        cell = "".join(linecache.getlines(frame.f_code.co_filename))
        if "check(" in cell:
            shown = [f"{error.name} is not there yet: run the cells above first."]
            shell._showtraceback(kind, error, shown)
            return shown
    whole = shell.InteractiveTB.structured_traceback
    lines: list[str] = whole(kind, error, trace, tb_offset=tb_offset)
    shell._showtraceback(kind, error, lines)
    return lines

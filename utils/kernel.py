"""What a notebook's kernel says where a check cell is run before the cells above it."""

from __future__ import annotations

import linecache
from types import TracebackType
from typing import Any


def explain_missing_names() -> None:
    """Let a NameError of a check cell say what to do; elsewhere, and outside IPython, nothing."""
    try:
        from IPython import get_ipython
    except ImportError:
        return
    shell = get_ipython()
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

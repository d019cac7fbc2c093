"""Record what PyTorch computes in its lesson, for readers who have not installed it."""

from __future__ import annotations

import json
from pathlib import Path

import jupytext

from autograder.errors import AutograderError


class RecordingError(AutograderError):
    """PyTorch's numbers cannot be recorded here."""


def record(lesson: Path, target: Path) -> list[str]:
    """Run a lesson's text with PyTorch and write what its functions gave.

    Parameters
    ----------
    lesson : Path
        The text, such as ``lessons/lesson_7_in_pytorch.py``.
    target : Path
        The JSON file to write.

    Returns
    -------
    list of str
        The names of the functions.

    Raises
    ------
    RecordingError
        If PyTorch is not installed.
    """
    from utils.torch_bridge import computed

    try:
        import torch
    except ImportError:
        raise RecordingError(
            "PyTorch is not installed here. In an environment of its own: pip install torch"
        ) from None
    computed.clear()
    names: dict[str, object] = {}
    for cell in jupytext.read(lesson).cells:
        # What is folded only shows the results.
        if cell.cell_type == "code" and "jupyter" not in cell.metadata:
            exec(cell.source.replace("surprises()", ""), names)
    values = {
        name: {key: value.tolist() for key, value in found.items()}
        for name, found in computed.items()
    }
    text = json.dumps({"torch": torch.__version__, "values": values}, separators=(",", ":"))
    target.parent.mkdir(exist_ok=True)
    target.write_text(text.replace('},"', '},\n"') + "\n", encoding="utf-8")
    return list(values)

"""The form of a notebook, as nbformat 4 has it: what is known of the instructor's and of ours.

Of a file that a student handed in nothing is known; `autograder.intake` makes cells of it.
"""

from __future__ import annotations

from typing import Any, Required, TypedDict


class Output(TypedDict, total=False):
    """What a cell has shown; which fields there are depends on its type."""

    output_type: Required[str]
    name: str
    text: str
    data: dict[str, Any]
    metadata: dict[str, Any]
    execution_count: int | None
    ename: str
    evalue: str
    traceback: list[str]


class Cell(TypedDict, total=False):
    """A cell; only code cells have outputs, only others attachments."""

    cell_type: Required[str]
    source: Required[str | list[str]]
    metadata: dict[str, Any]
    id: str
    outputs: list[Output]
    execution_count: int | None
    attachments: dict[str, dict[str, str]]


class Notebook(TypedDict, total=False):
    """A whole notebook."""

    cells: Required[list[Cell]]
    metadata: dict[str, Any]
    nbformat: int
    nbformat_minor: int

"""Cells and notebooks as plain data, and what a release leaves of them: the one place for both."""

from __future__ import annotations

import copy
import re
from typing import Any


def cell(kind: str, source: str, cell_id: str | None = None, **mark: Any) -> dict[str, Any]:
    """Return a cell; with marks it carries nbgrader's metadata, and its id is the grade id."""
    made: dict[str, Any] = {"cell_type": kind, "metadata": {}, "source": source}
    if cell_id is not None:
        made["id"] = cell_id
    if kind == "code":
        made |= {"execution_count": None, "outputs": []}
    if mark:
        base = {"grade": False, "solution": False, "locked": False, "schema_version": 3}
        made["metadata"]["nbgrader"] = base | {"grade_id": cell_id, "task": False} | mark
    return made


def notebook(*cells: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook of these cells."""
    spec = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    return {
        "cells": list(cells),
        "metadata": {"kernelspec": spec, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def mark_of(cell: dict[str, Any]) -> dict[str, Any]:
    """Return a cell's nbgrader metadata."""
    found: dict[str, Any] = cell.get("metadata", {}).get("nbgrader", {})
    return found


def position(book: dict[str, Any], grade_id: str) -> int:
    """Return where the cell of this grade id stands."""
    for i, each in enumerate(book["cells"]):
        if mark_of(each).get("grade_id") == grade_id:
            return i
    raise KeyError(grade_id)


def cell_of(book: dict[str, Any], grade_id: str) -> dict[str, Any]:
    """Return the cell of this grade id."""
    found: dict[str, Any] = book["cells"][position(book, grade_id)]
    return found


def region_out(source: str, stub: str, name: str) -> str:
    """Cut a region as nbgrader does."""
    pattern = rf"^([ \t]*)### BEGIN {name}\n.*?### END {name}(\n|$)"
    put = (lambda m: m.group(1) + stub + "\n") if stub else ""
    return re.sub(pattern, put, source, flags=re.S | re.M).rstrip("\n")


def released(source: dict[str, Any]) -> dict[str, Any]:
    """Return what students get of an assignment, with an empty code stub."""
    book = copy.deepcopy(source)
    for each in book["cells"]:
        stub = "" if each["cell_type"] == "code" else "YOUR ANSWER HERE"
        each["source"] = region_out(each["source"], stub, "SOLUTION")
        each["source"] = region_out(each["source"], "", "HIDDEN TESTS")
    return book

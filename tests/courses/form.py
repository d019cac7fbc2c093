"""The form of a case: one small notebook, answers to it, and the points of stock nbgrader.

A kind of case is a module beside this one with a tuple ``CASES``. The points beside a case come
from ``python tests/courses/stock.py <module>``.
"""

from __future__ import annotations

import copy
import json
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Points = float | None | tuple[float | None, ...]
"""Of the one graded cell, or of each in order; ``None`` where a human has yet to grade."""

RIGHT, UNTOUCHED = "right", "untouched"
"""Answers that every case has: the instructor's own solution, and the release as it is."""


@dataclass(frozen=True)
class Differs:
    """Where we give something else than stock nbgrader on purpose.

    Attributes
    ----------
    points : Points
        What we give.
    said : str
        A pattern that is found in what the instructor or the student is told.
    """

    points: Points
    said: str


@dataclass(frozen=True)
class Case:
    """One small course.

    Attributes
    ----------
    name : str
        In kebab case, unique in the module.
    cells : tuple of dict
        The instructor's notebook.
    stock : mapping
        The points of stock nbgrader by answer.
    answers : mapping
        By name, further answers: the first solution cell's text, or texts by grade id.
    files : mapping
        Text (or bytes) of files beside the notebook, by relative path.
    config : str
        Further lines of ``nbgrader_config.py``.
    ours : mapping
        Answers to which we give something else than stock nbgrader, on purpose.
    preflight : str
        A pattern of what preflight says about this course; empty if it has nothing to say.
    inside : str
        Why its test cannot be judged from outside, which preflight says; it is judged inside.
    """

    name: str
    cells: tuple[dict[str, Any], ...]
    stock: Mapping[str, Points]
    answers: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    config: str = ""
    ours: Mapping[str, Differs] = field(default_factory=dict)
    preflight: str = ""
    inside: str = ""

    @property
    def notebook(self) -> dict[str, Any]:
        """Return the instructor's notebook."""
        spec = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
        cells: list[dict[str, Any]] = []
        for number, cell in enumerate(copy.deepcopy(self.cells), 1):
            mark = cell["metadata"].get("nbgrader")
            if mark and not mark["grade_id"]:
                mark["grade_id"] = f"cell-{number}"
            cells.append(cell | {"id": mark["grade_id"] if mark else f"plain-{number}"})
        metadata = {"kernelspec": spec, "language_info": {"name": "python"}}
        return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}

    def submissions(self, released: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield each answer's name and notebook, made from the released one."""
        solutions = {c["id"]: c["source"] for c in self.notebook["cells"] if _is_solution(c)}
        first = next(iter(solutions), "")
        for name, texts in {RIGHT: solutions, UNTOUCHED: {}, **self.answers}.items():
            wanted = {first: texts} if isinstance(texts, str) else texts
            book = copy.deepcopy(dict(released))
            for cell in book["cells"]:
                grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id")
                cell["source"] = wanted.get(grade_id, cell["source"])
            yield name, book

    def write(self, root: Path) -> None:
        """Write the assignment, named as the case, into a course."""
        folder = root / "source" / self.name
        folder.mkdir(parents=True)
        (folder / "n.ipynb").write_text(json.dumps(self.notebook))
        for path, content in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            data = content if isinstance(content, bytes) else content.encode()
            (folder / path).write_bytes(data)


def _is_solution(cell: Mapping[str, Any]) -> bool:
    return bool(cell["metadata"].get("nbgrader", {}).get("solution"))


def _plain(source: str) -> str:
    return textwrap.dedent(source).strip("\n")


def code(source: str, **mark: Any) -> dict[str, Any]:
    """Return a code cell; with marks it carries nbgrader's metadata."""
    made: dict[str, Any] = {"cell_type": "code", "execution_count": None, "outputs": []}
    return made | {"metadata": _metadata(mark), "source": _plain(source)}


def text(source: str, **mark: Any) -> dict[str, Any]:
    """Return a markdown cell."""
    return {"cell_type": "markdown", "metadata": _metadata(mark), "source": _plain(source)}


def _metadata(mark: Mapping[str, Any]) -> dict[str, Any]:
    if not mark:
        return {}
    base = {"grade": False, "solution": False, "locked": False, "task": False, "grade_id": ""}
    return {"nbgrader": base | {"schema_version": 3} | dict(mark)}


def given(source: str, grade_id: str = "") -> dict[str, Any]:
    """Return a locked cell of the instructor's."""
    return code(source, locked=True, grade_id=grade_id)


def solution(source: str, grade_id: str = "") -> dict[str, Any]:
    """Return a solution cell; what has no region is a solution as a whole."""
    return code(source, solution=True, grade_id=grade_id)


def test(source: str, points: float = 1, grade_id: str = "") -> dict[str, Any]:
    """Return an automatic test."""
    return code(source, grade=True, locked=True, points=points, grade_id=grade_id)


test.__test__ = False  # type: ignore[attr-defined]  # the name makes pytest think that it is one


def hidden(source: str, points: float = 1, grade_id: str = "") -> dict[str, Any]:
    """Return an automatic test that is hidden as a whole."""
    region = f"### BEGIN HIDDEN TESTS\n{_plain(source)}\n### END HIDDEN TESTS"
    return test(region, points, grade_id)


def manual(source: str, points: float = 1, grade_id: str = "") -> dict[str, Any]:
    """Return a text that a human grades."""
    return text(source, grade=True, solution=True, points=points, grade_id=grade_id)


def manual_code(source: str, points: float = 1, grade_id: str = "") -> dict[str, Any]:
    """Return code that a human grades."""
    return code(source, grade=True, solution=True, points=points, grade_id=grade_id)


def task(source: str, points: float = 1, grade_id: str = "") -> dict[str, Any]:
    """Return a task cell, which a human grades."""
    return text(source, task=True, locked=True, points=points, grade_id=grade_id)

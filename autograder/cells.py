"""What a notebook's cells are: roles by nbgrader's metadata, released text, checksums, safe text.

Notebooks are plain dicts here. Neither nbgrader nor nbformat is imported: each costs seconds.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from autograder.notebook import Cell, Notebook

Role = Literal["solution", "test", "manual", "task", "given", "text"]

SKIP = "skip-execution"


@dataclass(frozen=True)
class ReleaseRules:
    """The course's settings that decide what students were given.

    Attributes
    ----------
    code_stub, text_stub : str
        What nbgrader's ``ClearSolutions`` puts in place of a solution.
    solution_marks, hidden_marks, scheme_marks : tuple of str
        What begins and ends a region of solutions, hidden tests, and a mark scheme.
    salt : str
        A secret of the course. It enters the seed of the hidden tests' random inputs.
    """

    code_stub: str = "# YOUR CODE HERE\nraise NotImplementedError()"
    text_stub: str = "YOUR ANSWER HERE"
    solution_marks: tuple[str, str] = ("BEGIN SOLUTION", "END SOLUTION")
    hidden_marks: tuple[str, str] = ("BEGIN HIDDEN TESTS", "END HIDDEN TESTS")
    scheme_marks: tuple[str, str] = ("BEGIN MARK SCHEME", "END MARK SCHEME")
    salt: str = ""


FLAGS = ("grade", "solution", "locked", "task")
"""What nbgrader notes of a cell's part, each true or false."""


def text_of(source: object) -> str:
    """Return a trusted cell's source as one string (nbformat allows a list of lines)."""
    if isinstance(source, list):
        return "".join(str(line) for line in source)
    return str(source)


def nbgrader_metadata(cell: Cell) -> Mapping[str, Any]:
    """Return a trusted cell's nbgrader metadata, empty where it has none."""
    found = cell.get("metadata", {}).get("nbgrader", {})
    return found if isinstance(found, Mapping) else {}


def grade_id_of(cell: Cell) -> str | None:
    """Return a trusted cell's ``grade_id``."""
    return nbgrader_metadata(cell).get("grade_id") or None


def grade_ids_of(notebook: Notebook) -> frozenset[str]:
    """Return the grade ids of a trusted notebook."""
    return frozenset(found for cell in notebook["cells"] if (found := grade_id_of(cell)))


def tags_of(cell: Cell) -> list[str]:
    """Return a trusted cell's tags."""
    return list(cell.get("metadata", {}).get("tags", []))


def role_of(cell: Cell) -> Role:
    """Return what part an instructor's cell plays in grading."""
    meta = nbgrader_metadata(cell)
    if meta.get("task"):
        return "task"
    if meta.get("grade") and meta.get("solution"):
        return "manual"
    if cell.get("cell_type") == "code":
        if meta.get("solution"):
            return "solution"
        return "test" if meta.get("grade") else "given"
    # nbgrader has no automatic tests and no ungraded solutions in text cells.
    return "manual" if meta.get("grade") or meta.get("solution") else "text"


def is_marked(cell: Cell) -> bool:
    """Whether nbgrader gives a cell any part to play."""
    return any(nbgrader_metadata(cell).get(flag) for flag in FLAGS)


def is_locked(cell: Cell) -> bool:
    """Whether nbgrader overwrites the cell's text with the instructor's."""
    meta = nbgrader_metadata(cell)
    if meta.get("solution"):
        return False
    return bool(meta.get("grade") or meta.get("locked"))


def checksum(cell: Cell) -> str:
    """Compute the checksum that nbgrader keeps of a cell."""
    meta = nbgrader_metadata(cell)
    parts = [
        text_of(cell["source"]),
        cell["cell_type"],
        str(meta.get("grade", False)),
        str(meta.get("solution", False)),
        str(is_locked(cell)),
        meta["grade_id"],
    ]
    if meta.get("grade"):
        parts.append(str(float(meta["points"])))
    return hashlib.md5("".join(parts).encode(), usedforsecurity=False).hexdigest()


def _cut(text: str, marks: tuple[str, str], stub: str | None = None) -> tuple[str, bool]:
    """Replace the regions between two marks, each somewhere in a line."""
    begin, end = marks
    kept: list[str] = []
    inside = found = False
    for line in text.split("\n"):
        if begin in line:
            inside = found = True
            if stub is not None:
                indent = line[: len(line) - len(line.lstrip())]
                kept += [indent + stub_line for stub_line in stub.split("\n")]
        elif end in line:
            inside = False
        elif not inside:
            kept.append(line)
    return "\n".join(kept), found


def has_hidden(text: str, marks: tuple[str, str] = ReleaseRules.hidden_marks) -> bool:
    """Whether a test cell holds hidden tests."""
    return marks[0] in text


def cleared_source(cell: Cell, rules: ReleaseRules) -> str:
    """Return a cell's text without solutions, hidden tests still in it: what the database keeps."""
    stub = rules.code_stub if cell["cell_type"] == "code" else rules.text_stub
    text, found = _cut(text_of(cell["source"]), rules.solution_marks, stub)
    return stub if nbgrader_metadata(cell).get("solution") and not found else text


def released_source(cell: Cell, rules: ReleaseRules) -> str:
    """Return a cell's text as students were given it."""
    text, _ = _cut(cleared_source(cell, rules), rules.hidden_marks)
    text, _ = _cut(text, rules.scheme_marks)
    return text


def escape(character: str) -> str:
    """Return a character as Python would write it in ASCII."""
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def printable(text: object, limit: int = 120) -> str:
    """Return text from a student's hand for one line of a report or terminal.

    Control characters, terminal escapes, surrogates and marks that turn the writing direction
    are shown as escapes.
    """
    plain = "".join(c if c.isprintable() else escape(c) for c in str(text)[: limit + 1])
    return plain if len(plain) <= limit else plain[: limit - 3] + "..."


MAX_MESSAGE = 2_000


def clean(text: object, limit: int = MAX_MESSAGE) -> str:
    """Return a student's text for display: line breaks stay, other control characters do not."""
    plain = str(text)
    if len(plain) <= limit and plain.replace("\n", "").isprintable():
        return plain
    shown = "".join(c if c in "\n\t" or c.isprintable() else escape(c) for c in plain[:limit])
    return shown + "..." if len(plain) > limit else shown


_MAGIC = re.compile(r"^([ \t]*)(?:[%!?].*|[\w.]+\?{1,2}[ \t]*)$", re.MULTILINE)


def without_magics(text: str) -> str:
    """Return code in which IPython's magic lines are ``pass``, line by line, so that it parses."""
    return _MAGIC.sub(r"\1pass", text)


def tests_of(notebook: Notebook) -> set[str]:
    """Return the grade ids of a notebook's automatic tests."""
    tests = (cell for cell in notebook["cells"] if role_of(cell) == "test")
    return {grade_id for cell in tests if (grade_id := grade_id_of(cell))}


def same_text(a: str, b: str) -> bool:
    """Whether two cells' texts are equal but for trailing blanks."""
    return normal(a) == normal(b)


# Nearly all cells of a class are as given: the same few texts again and again.
@functools.lru_cache(maxsize=512)
def normal(text: str) -> str:
    """Return text without trailing blanks, for comparison."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())

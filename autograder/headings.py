"""The exercises of a notebook as a reader sees them: by heading, not by id."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from autograder.cells import ReleaseRules, grade_id_of, has_hidden, role_of, text_of
from autograder.notebook import Notebook

_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_KIND = re.compile(r"^(?:exercise|question|problem|task|part)\s+(?=\d)", re.IGNORECASE)
_NUMBER = re.compile(r"^(\d+(?:\.\d+)*[a-z]?)\s*[:.)-]?\s+(.+)$|^(\d+(?:\.\d+)*[a-z]?)$")


@dataclass
class ExerciseCells:
    """One exercise: its heading, its solution and the cells that give points for it.

    Attributes
    ----------
    title : str
        Such as ``"2.1 Cost with L2"``.
    solutions : list of str
        Ids of its solution cells.
    graded : list of str
        Ids of the cells that give points, in order.
    hidden : set of str
        Those of them whose tests students cannot read.
    """

    title: str
    solutions: list[str] = field(default_factory=list)
    graded: list[str] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)


def exercises_of(
    source: Notebook, hidden_marks: tuple[str, str] = ReleaseRules.hidden_marks
) -> list[ExerciseCells]:
    """Group an instructor's notebook into exercises, each under the heading above its solution.

    A solution cell begins an exercise; the graded cells up to the next one belong to it. Without
    a heading the cell's id is the title, and where a heading comes again the id stands behind it.
    """
    found: list[ExerciseCells] = []
    used: set[str] = set()
    heading = last = ""
    for cell in source["cells"]:
        role, grade_id = role_of(cell), grade_id_of(cell) or ""
        if cell["cell_type"] == "markdown":
            headings = _HEADING.findall(_without_code(text_of(cell["source"])))
            heading = headings[-1] if headings else heading
        if role not in ("solution", "test", "manual", "task"):
            continue
        begins = role != "test" and (not found or found[-1].graded)
        if not found or begins or (role == "test" and heading != last and not found[-1].solutions):
            found.append(ExerciseCells(_title(heading, heading in used, grade_id)))
            used.add(heading)
            last = heading
        if role in ("solution", "manual"):
            found[-1].solutions.append(grade_id)
        if role != "solution":
            found[-1].graded.append(grade_id)
            if has_hidden(text_of(cell["source"]), hidden_marks):
                found[-1].hidden.add(grade_id)
    return [each for each in found if each.graded]


def title_of(source: Notebook, name: str) -> str:
    """Return a notebook's own title, its first heading; its name where it has none."""
    for cell in source["cells"]:
        if cell["cell_type"] == "markdown":
            headings = _HEADING.findall(_without_code(text_of(cell["source"])))
            if headings:
                return _plain(headings[0])
    return name


def _title(heading: str, again: bool, grade_id: str) -> str:
    plain = _plain(heading)
    if not plain:
        return grade_id
    short = _KIND.sub("", plain)
    numbered = _NUMBER.match(short)
    if numbered and numbered[2]:
        short = f"{numbered[1]} {numbered[2][0].upper()}{numbered[2][1:]}"
    elif numbered:
        short = plain
    return f"{short} ({grade_id})" if again else short


def _plain(heading: str) -> str:
    return re.sub(r"[*_`]+(?=\S)|(?<=\S)[*_`]+", "", heading).strip()


def _without_code(text: str) -> str:
    """Leave out fenced code: a comment in it is no heading."""
    return re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)

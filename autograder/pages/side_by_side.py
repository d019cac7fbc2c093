"""Answers that are alike, with both texts side by side, for a person to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from autograder.cells import cleared_source, grade_id_of, text_of
from autograder.pages.code import code_html
from autograder.pages.collected import ADDED, Collected, is_answer_in_code
from autograder.pages.forms import Forms, forms_of, words_in
from autograder.pages.similar import Pair, Place, alike


@dataclass(frozen=True)
class Beside:
    """One exercise of two students, as HTML, the lines marked that few others have."""

    title: str
    first: str
    second: str


@dataclass
class AlikePair:
    """Two students, and how many statements they share that few others have."""

    first: str
    second: str
    statements: int
    cells: list[Beside] = field(default_factory=list)


def alike_pairs(found: Collected) -> list[AlikePair]:
    """Return the pairs of a class whose answers are alike, the most striking first."""
    exercise = _Exercises(found)
    forms: dict[str, dict[Place, Forms]] = {}
    for (student, notebook), texts in found.texts.items():
        cells = forms.setdefault(student, {})
        for name, text in texts.items():
            place = (notebook, name)
            cells[place] = forms_of(text, exercise.given.get(place, frozenset()))
    return [_beside(pair, found, forms, exercise) for pair in alike(forms, exercise.usual)]


class _Exercises:
    """What the exercises give to everybody: names, statements, titles."""

    def __init__(self, found: Collected) -> None:
        self.given: dict[Place, frozenset[str]] = {}
        self.usual: dict[Place, Iterable[str]] = {}
        self.titles: dict[Place, str] = {}
        for notebook, source in found.sources.items():
            for cell in source["cells"]:
                if is_answer_in_code(cell):
                    place = (notebook, grade_id_of(cell) or "")
                    stub = cleared_source(cell, found.rules)
                    names = self.given[place] = words_in(stub)
                    self.usual[place] = {
                        form
                        for text in (stub, text_of(cell["source"]))
                        for form in forms_of(text, names)
                    }
            for each in found.exercises[notebook]:
                self.titles |= {(notebook, name): each.title for name in each.solutions}


def _beside(
    pair: Pair,
    found: Collected,
    forms: Mapping[str, Mapping[Place, Forms]],
    exercise: _Exercises,
) -> AlikePair:
    made = AlikePair(pair.first, pair.second, sum(map(len, pair.shared.values())))
    for place, shared in pair.shared.items():
        notebook, name = place
        sides = []
        for student in (pair.first, pair.second):
            lines = sorted(forms[student][place][form][1] for form in shared)
            sides.append(code_html(found.texts[student, notebook][name], tuple(lines)))
        title = "Cells of their own" if name == ADDED else exercise.titles.get(place, name)
        made.cells.append(Beside(title, *sides))
    return made

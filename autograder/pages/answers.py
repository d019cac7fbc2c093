"""Wrong answers: which mistakes were made how often, and which answers are alike."""

from __future__ import annotations

import hashlib
import io
import re
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from autograder.cells import ReleaseRules, cleared_source, grade_id_of, printable, role_of
from autograder.course.folders import CourseError
from autograder.headings import ExerciseCells
from autograder.learner.summary import ExerciseResult, exercise_results, said
from autograder.notebook import Notebook
from autograder.pages.collected import Collected
from autograder.pages.words import Advice, advice_of
from autograder.result import Result

MAX_LINES = 2
COMPARED, WIDTH = 100, 120  # lines of an answer that are compared, and how much of each
_NUMBER = re.compile(r"-?\d+\.\d+(?:e[+-]?\d+)?")


@dataclass(frozen=True)
class Example:
    """A student's lines without a name, and the reference's beside them."""

    student: str = ""
    reference: str = ""


@dataclass
class AnswerGroup:
    """Wrong answers that are alike: the same cause, or the same fact at the same line.

    Attributes
    ----------
    key : str
        A short name, by which a comment is written for all of them.
    solution : str
        The ``grade_id`` of the exercise's first solution; empty where it has tests alone.
    commented : str
        The ``grade_id`` of the cell that a comment goes to: nbgrader has none on a test.
    """

    key: str
    notebook: str
    title: str
    solution: str
    advice: Advice
    example: Example = Example()
    commented: str = ""
    students: list[str] = field(default_factory=list)

    @property
    def says(self) -> str:
        """What the answers have in common."""
        return self.advice.cause or self.advice.facts.partition("\n")[0].strip()


def answer_groups(found: Collected) -> list[AnswerGroup]:
    """Group the wrong answers of a class, the largest group first."""
    groups: dict[tuple[str, ...], AnswerGroup] = {}
    answers = list(_answers(found))
    firsts: dict[tuple[str, ...], tuple[str, str]] = {}
    met: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for result, each, own in answers:
        met[result.notebook, each.cells.title].update(set(code_lines(own)))
        advice = advice_of(said(each))
        if advice.cause or advice.facts:
            line = _line_of(each, own)
            key = (result.notebook, each.cells.title, *_alike(advice, line))
            if key not in groups:
                firsts[key] = own, line
                groups[key] = AnswerGroup(
                    hashlib.sha256("\0".join(key).encode("utf-8", "replace")).hexdigest()[:6],
                    result.notebook,
                    each.cells.title,
                    (each.cells.solutions or [""])[0],
                    advice,
                    commented=_commented(found.sources[result.notebook], each.cells),
                )
            groups[key].students.append(result.student)
    for key, group in groups.items():
        reference, given = _references(found.sources[group.notebook], group.solution, found.rules)
        counts, size = met[group.notebook, group.title], len(group.students)
        usual = {line for line, count in counts.items() if count > size} | given
        group.example = example_of(*firsts[key], reference, usual)
    return sorted(groups.values(), key=lambda group: (-len(group.students), group.title))


def group_to_comment(found: Collected, key: str) -> AnswerGroup:
    """Return the group of this name if its answers can be commented.

    Raises
    ------
    CourseError
        If there is no such group, or nowhere for a comment.
    """
    group = group_named(found, key)
    if not group.commented:
        raise CourseError(
            f"{group.title} has tests alone, and nbgrader keeps no comment on a test: write to "
            f"the students of group {key} in another way."
        )
    return group


def _commented(source: Notebook, exercise: ExerciseCells) -> str:
    tests = {grade_id_of(cell) for cell in source["cells"] if role_of(cell) == "test"}
    cells = (*exercise.solutions, *exercise.graded)
    return next((name for name in cells if name not in tests), "")


def group_named(found: Collected, key: str) -> AnswerGroup:
    """Return the group that the report names so.

    Raises
    ------
    CourseError
        If there is none, with those that there are.
    """
    groups = {each.key: each for each in answer_groups(found)}
    if key not in groups:
        there = ", ".join(groups) or "none"
        raise CourseError(f"There is no group {key} in {found.assignment}. There are: {there}.")
    return groups[key]


def _answers(found: Collected) -> Iterator[tuple[Result, ExerciseResult, str]]:
    """Yield each exercise of each student, with the code of its solution cells."""
    for result in found.results:
        if result.notebook in found.sources and not result.refusal:
            texts = found.texts.get((result.student, result.notebook), {})
            for each in exercise_results(result, found.exercises[result.notebook]):
                yield result, each, "\n".join(texts.get(n, "") for n in each.cells.solutions)


def _alike(advice: Advice, line: str) -> tuple[str, ...]:
    if advice.cause:
        return ("cause", advice.cause_id, advice.cause)
    fact = " ".join(advice.facts.split("\n")[:3]).strip()
    return ("fact", _NUMBER.sub(lambda n: f"{float(n[0]):.4g}", fact), line)


def misconceptions(groups: Iterable[AnswerGroup]) -> list[AnswerGroup]:
    """Return the groups whose cause is known, the most frequent first."""
    return [group for group in groups if group.advice.cause]


def _line_of(each: ExerciseResult, text: str) -> str:
    """Return the line of the student's code in which one change would help."""
    number = next((test.line for test in each.tests if test.line), None)
    lines = text.splitlines()
    if number is None or not 0 < number <= len(lines) or len(each.cells.solutions) != 1:
        return ""
    return lines[number - 1].strip()


def _references(source: Notebook, name: str, rules: ReleaseRules) -> tuple[list[str], set[str]]:
    """Return the reference's own lines, and those that were given."""
    reference: list[str] = []
    given: set[str] = set()
    for cell in source["cells"]:
        if grade_id_of(cell) == name and role_of(cell) == "solution":
            released = code_lines(cleared_source(cell, rules))
            given |= set(released)
            whole = code_lines("".join(cell["source"]))
            reference += [line for line in whole if line not in set(released)]
    return reference, given


def example_of(text: str, line: str, reference: Sequence[str], usual: set[str]) -> Example:
    """Choose the lines that show a mistake: the student's, and the reference's for them.

    Lines that are ``usual``, given or found in other answers too, show none.
    """
    lines = code_lines(text)
    own = [each for each in lines if each not in usual] or lines
    if line and reference:
        return Example(_bare(line), _closest(reference, line))
    other = [each for each in dict.fromkeys(own) if each not in reference][:COMPARED]
    if not reference:
        return Example("\n".join(other[:MAX_LINES]))
    # What is nearly a line of the reference shows a mistake better than what is like none.
    nearest = {each: _closest(reference, each) for each in other}
    telling = sorted(other, key=lambda each: -_likeness(nearest[each], each))[:MAX_LINES]
    shown = [each for each in other if each in telling]
    return Example("\n".join(shown), "\n".join(dict.fromkeys(nearest[each] for each in shown)))


def _closest(lines: Sequence[str], line: str) -> str:
    """Return the line that is most like another one."""
    return max(lines, key=lambda each: _likeness(each, line))


def _likeness(one: str, other: str) -> float:
    """Compare two lines; those that bind the same name are alike first of all."""
    same = "=" in one and one.partition("=")[0] == other.partition("=")[0]
    return same + SequenceMatcher(None, one[:WIDTH], other[:WIDTH], autojunk=False).ratio()


def _bare(line: str) -> str:
    return (code_lines(line) or [line])[0]


def code_lines(text: str) -> list[str]:
    """Return the lines of code without comments and docstrings, which may name their author."""
    lines = text.splitlines()
    ends: dict[int, int] = {}
    prose: set[int] = set()
    try:
        before = tokenize.NEWLINE
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                ends[token.start[0]] = token.start[1]
            alone = before in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.NL)
            if token.type == tokenize.STRING and alone:
                prose |= set(range(token.start[0], token.end[0] + 1))
            before = token.type
    except (tokenize.TokenError, SyntaxError):
        ends = {n: line.find("#") for n, line in enumerate(lines, 1) if "#" in line}
    kept = [line[: ends.get(n)].strip() for n, line in enumerate(lines, 1) if n not in prose]
    return [printable(line, 300) for line in kept if line]

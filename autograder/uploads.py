"""Grades in the tables that platforms gave out and take back.

A table comes back with its own rows and columns, so that nobody is mixed up: only points, and
comments where the table has a column for them, are filled in. A student without points keeps the
cell as the platform has it, which is empty unless somebody graded there; never 0.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from autograder.cells import printable
from autograder.class_grades import Grade, Grades
from autograder.downloads.people import NOT_AMONG, Claim, Person
from autograder.downloads.roster import EMAIL, FULL, LOGIN, NUMBER
from autograder.tables import Table, TableError, harmless, harmless_start, text_of_rows

GRADE = ("grade", "bewertung")
IDENTIFIER = ("identifier", "id")
MAXIMUM = ("maximum grade", "bestwertung")
FEEDBACK = ("feedback comments", "feedback als kommentar")
MODIFIED = ("last modified (grade)", "zuletzt geändert (bewertung)")
EXCUSED = ("ex", "n/a")  # what Canvas writes for who is excused, or does not have the assignment

_TITLE = re.compile(r"(?P<title>.*\S)\s+\(\d+\)")  # as Canvas writes an assignment


@dataclass
class Upload:
    """A filled table, and what a person should know of it."""

    text: str
    filled: int
    notes: list[str] = field(default_factory=list)


def points(score: float) -> str:
    """Write points without needless digits."""
    return f"{score:.4f}".rstrip("0").rstrip(".")


def for_canvas(table: Table, grades: Sequence[Grades], columns: Mapping[str, str]) -> Upload:
    """Fill the gradebook that Canvas exported.

    Parameters
    ----------
    columns : mapping of str to str
        The column of an assignment, where its title in Canvas is another than its name.

    Raises
    ------
    TableError
        If it is no such table, or lacks a column.
    """
    number, section = table.need("ID"), table.need("Section")
    places = [_canvas_column(table, each.assignment, columns) for each in grades]
    rows, filled, notes = [], 0, []
    for row in table.rows:
        kept = [harmless_cell(field) for field in row[: section + 1]]
        rows.append(kept + [harmless_cell(row[place]) for place in places])
    for column, each in enumerate(grades, section + 1):
        claims = [_canvas_claim(table, row, number) for row in table.rows]
        match = _match(claims, each)
        excused = [n for n in match.grades if rows[n][column].casefold() in EXCUSED]
        for line in match.grades.keys() - set(excused):
            rows[line][column] = points(match.grades[line].score or 0.0)
        filled += len(match.grades) - len(excused)
        if excused:
            what = "excused in Canvas, so left as they were"
            notes.append(_note(each.assignment, what, (rows[line][0] for line in excused)))
        most = next((r[column] for r in rows if "points possible" in r[0].casefold()), "")
        notes += [*match.notes, *_other_maximum(each, most, "Canvas")]
    heads = [*table.heads[: section + 1], *(table.heads[place] for place in places)]
    return Upload(text_of_rows([heads, *rows], table.delimiter), filled, notes)


def _canvas_column(table: Table, assignment: str, columns: Mapping[str, str]) -> int:
    section = table.need("Section")
    titles = {}
    for place, head in enumerate(table.heads[section + 1 :], section + 1):
        if match := _TITLE.fullmatch(head):
            titles[place] = (_plain(head), _plain(match["title"]))
    wanted = _plain(columns.get(assignment, assignment))
    found = [place for place, names in titles.items() if wanted in names]
    if len(found) == 1:
        return found[0]
    there = ", ".join(printable(table.heads[place], 60) for place in titles) or "none"
    what = columns.get(assignment, assignment)
    raise TableError(
        f"{table.file} has {len(found) or 'no'} assignments called {printable(what)!r}: {there}. "
        "Name its column as it stands there, with the number."
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _canvas_claim(table: Table, row: list[str], number: int) -> Claim | None:
    if not row[number]:
        return None  # a row about the columns
    name = _field(table, row, FULL) or " ".join(
        (_field(table, row, ("lastname",)), _field(table, row, ("firstname",)))
    )
    ids = (_field(table, row, LOGIN), _field(table, row, NUMBER))
    return Claim(name, "", ids=ids, lms=row[number], name=name)


def _field(table: Table, row: list[str], names: Sequence[str]) -> str:
    place = table.column(*names)
    return "" if place is None else row[place]


def for_moodle(table: Table, grades: Grades) -> Upload:
    """Fill the grading worksheet that Moodle gave out for an assignment.

    Raises
    ------
    TableError
        If it is no such table.
    """
    identifier, grade = table.need(*IDENTIFIER), table.need(*GRADE)
    table.need(*MODIFIED)  # without it Moodle does not take the table back
    feedback, maximum = table.column(*FEEDBACK), table.column(*MAXIMUM)
    claims: list[Claim] = []
    for row in table.rows:
        name, email = _field(table, row, FULL), _field(table, row, EMAIL)
        ids = (_field(table, row, NUMBER), _field(table, row, LOGIN))
        is_hidden = not (name or email or any(ids))  # then Moodle's number is the id
        fallback = re.sub(r"\D", "", row[identifier]) if is_hidden else ""
        claims.append(Claim(name or row[identifier], fallback, ids=ids, email=email, name=name))
    match = _match(claims, grades)
    rows = [
        [field if place == feedback else harmless_cell(field) for place, field in enumerate(row)]
        for row in table.rows
    ]  # what people wrote in Moodle goes back as it came
    left = []
    for line, each in match.grades.items():
        before, rows[line][grade] = rows[line][grade], points(each.score or 0.0)
        if feedback is None:
            continue
        # After "&lt;" an equals sign is none of a formula.
        text = harmless_start(html.escape(each.comment, quote=False).replace("\n", "<br>"))
        if not rows[line][feedback]:
            rows[line][feedback] = text
        elif rows[line][feedback] != text and (text or not _same_points(before, each.score)):
            left.append(claims[line].shown)
    if left:
        what = "with another comment in the table, which was left"
        what += " (empty its cell to have it replaced)"
        match.notes.append(_note(grades.assignment, what, sorted(left)))
    most = table.rows[0][maximum] if table.rows and maximum is not None else ""
    notes = match.notes + _other_maximum(grades, most, "Moodle")
    text = "\ufeff" + text_of_rows([table.heads, *rows], table.delimiter)
    return Upload(text, len(match.grades), notes)


def _same_points(told: str, score: float | None) -> bool:
    try:
        return abs(float(told.replace(",", ".")) - (score or 0.0)) < 0.005
    except ValueError:
        return not told  # nobody had given any


def harmless_cell(text: str) -> str:
    """Return a field that starts no formula; a number is none."""
    try:
        float(text.replace(",", "."))
    except ValueError:
        return harmless(text)
    return text


@dataclass
class _Match:
    grades: dict[int, Grade] = field(default_factory=dict)  # by line
    notes: list[str] = field(default_factory=list)


def _match(claims: Sequence[Claim | None], grades: Grades) -> _Match:
    """Find the grade for each line of a table that is a student's."""
    match = _Match()
    found = {line: grades.people.find(claim) for line, claim in enumerate(claims) if claim}
    persons = {line: who.id for line, who in found.items() if isinstance(who, Person)}
    met = Counter(persons.values())
    for line, student in persons.items():
        grade = grades.by_student.get(student)
        if grade is not None and grade.score is not None and met[student] == 1:
            match.grades[line] = grade
    graded = {s for s, grade in grades.by_student.items() if grade.score is not None}
    waiting = sorted(grades.by_student.keys() - graded)
    absent = sorted(met.keys() - grades.by_student.keys() - set(grades.ungraded))
    doubtful = sorted(student for student in graded if grades.by_student[student].doubtful)
    unclear = {
        claim: who
        for line, claim in enumerate(claims)
        if claim and isinstance(who := found[line], str)
    }
    maybe = {who.id for claim in unclear for who in grades.people.meant(claim)}
    unknown = sorted(claim.shown for claim, why in unclear.items() if why == NOT_AMONG)
    undecided = sorted(f"{c.shown} ({why})" for c, why in unclear.items() if why != NOT_AMONG)
    nowhere = sorted(graded - met.keys() - maybe)
    twice = sorted(student for student, times in met.items() if times > 1)
    told = {
        "not graded to the end, so left as they were": waiting,
        "handed in, but never graded (run `grade`), so left as they were": grades.ungraded,
        "handed in again since the last `grade`, so with the points of before": grades.newer,
        "with points that a person gave before the answer or its test changed (they wait for a "
        "look in formgrader)": doubtful,
        "without a hand-in, so left as they were": absent,
        "graded, but not in this table": nowhere,
        "in this table, but not in the gradebook": unknown,
        "not told apart, so left as they were": undecided,
        "meant by several lines, so left as they were": twice,
        "another penalty for lateness than before": grades.other_penalty,
    }
    match.notes = [_note(grades.assignment, text, names) for text, names in told.items() if names]
    return match


def _note(assignment: str, what: str, names: Iterable[str]) -> str:
    """Name everybody whom something concerns: who is left out here is found nowhere else."""
    return f"{assignment}: {what}: {', '.join(printable(name, 120) for name in names)}"


def _other_maximum(grades: Grades, told: str, platform: str) -> list[str]:
    try:
        most = float(told.replace(",", "."))
    except ValueError:
        return []
    if abs(most - grades.most) < 0.005:
        return []
    return [
        f"{grades.assignment}: {platform} gives {points(most)} points at most, this course "
        f"{points(grades.most)}. Points are written as they are: set {platform}'s to "
        f"{points(grades.most)}."
    ]

"""Rosters: who takes the course, from the tables that platforms export."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, tzinfo
from pathlib import Path

from autograder.cells import printable
from autograder.course.dates import zone_of
from autograder.course.folders import Course
from autograder.downloads.enrolled import people_of
from autograder.downloads.people import People, Person, together, unusable_id
from autograder.downloads.times import moment_of
from autograder.tables import Table, TableError, read_table

STUDENT = ("student_id", "student id", "id", "identifier")
LOGIN = (
    *("sis login id", "username", "user name", "login", "login id", "github_username"),
    *("benutzername", "anmeldename", "kennung"),
)
NUMBER = (
    *("sis user id", "id number", "idnumber", "student number", "sid", "matriculation number"),
    *("matrikelnummer", "id-nummer"),
)
EMAIL = ("email address", "email", "e-mail", "e-mail address", "mail", "e-mail-adresse")
FIRST = ("first name", "firstname", "vorname", "given name")
LAST = ("last name", "lastname", "surname", "nachname", "family name", "familienname")
FULL = ("full name", "name", "student", "student name", "vollständiger name")
LMS = ("lms_user_id", "canvas id", "canvas user id")
PARTICIPANT = ("identifier", "id")
HANDED_IN = ("last modified (submission)", "zuletzt geändert (abgabe)")

_PARTICIPANT = re.compile(r"\D+(\d+)")  # "Participant 12345", in Moodle's language
_TEST_STUDENTS = {"student, test", "test student"}


class Roster:
    """A roster, its columns understood.

    Parameters
    ----------
    table : Table
        A CSV file: of Moodle (participants, grading worksheet), Canvas (gradebook), GitHub
        Classroom, nbgrader, or one's own with such columns.
    id_column : str, optional
        The column whose values are the students' ids; by itself the first that tells everybody
        apart, of student id, login, student number, email address.
    zone : tzinfo
        In which the roster's times are.
    team_column : str, optional
        The column that says who hands in together.
    """

    def __init__(
        self,
        table: Table,
        id_column: str | None = None,
        zone: tzinfo = UTC,
        team_column: str | None = None,
    ) -> None:
        self.table, self.zone = table, zone
        self.team = None if team_column is None else table.need(team_column)
        column = table.column
        self.is_canvas = column("student", "lastname") is not None and column("id") is not None
        self.full, self.first, self.last = column(*FULL), column(*FIRST), column(*LAST)
        self.email, self.login, self.number = column(*EMAIL), column(*LOGIN), column(*NUMBER)
        self.lms = column("id") if self.is_canvas else column(*LMS)
        self.handed_in = column(*HANDED_IN)
        self.participant = None if self.is_canvas else self._participants()
        self.rows = [row for row in table.rows if not self._is_no_student(row)]
        self.id = self._id_column(id_column)

    def _participants(self) -> int | None:
        place = self.table.column(*PARTICIPANT)
        if place is None:
            return None
        values = [row[place] for row in self.table.rows]
        return place if values and all(map(_PARTICIPANT.fullmatch, values)) else None

    def _is_no_student(self, row: list[str]) -> bool:
        """Whether a row of Canvas's is about the columns, or about its test student."""
        if not self.is_canvas:
            return False
        name = row[self.full] if self.full is not None else row[self.last or 0]
        nobody = not row[self.lms or 0] and not self._value(row, self.login)
        return nobody or name.casefold() in _TEST_STUDENTS

    def _id_column(self, wanted: str | None) -> int:
        if wanted is not None:
            place = self.table.need(wanted)
            if why := self._why_no_id(place):
                raise TableError(f"{self.table.file}: {why}, so it tells nobody apart.")
            return place
        student = None if self.is_canvas else self.table.column(*STUDENT)
        if student == self.participant:
            student = None
        # Where Moodle hides the names, its numbers are all that there is.
        tried = [student, self.login, self.number, self.email, self.lms, self.participant]
        reasons = []
        for place in (each for each in tried if each is not None):
            why = self._why_no_id(place)
            if not why:
                return place
            reasons.append(why)
        if not reasons:
            raise TableError(
                f"{self.table.file} has no column that says who is who, such as student_id, "
                f"username, student number or email address. Its columns: "
                f"{self.table.shown_heads}. If one of them does, name it with --id."
            )
        raise TableError(
            f"{self.table.file} has no column that tells all students apart: {'; '.join(reasons)}. "
            "Mend it, or name another with --id."
        )

    def _why_no_id(self, place: int) -> str:
        head = printable(self.table.heads[place], 40)
        values = [self._id(row, place) for row in self.rows]
        if not values:
            return "it lists no student"
        if not all(values):
            who = next(self._name(row) for row in self.rows if not row[place])
            return f"{head!r} is empty for {printable(who, 60) or 'a row without a name'}"
        name, count = Counter(map(str.casefold, values)).most_common(1)[0]
        if count > 1:
            return f"{head!r} has {printable(name, 60)} {count} times"
        odd = next((value for value in values if unusable_id(value)), None)
        return f"{head!r} has {printable(odd, 60)!r}, no name of a folder" if odd else ""

    def _id(self, row: list[str], place: int) -> str:
        match = _PARTICIPANT.fullmatch(row[place]) if place == self.participant else None
        return match[1] if match else row[place]

    def _value(self, row: list[str], place: int | None) -> str:
        return "" if place is None else row[place]

    def _name(self, row: list[str]) -> str:
        return self._value(row, self.full) or " ".join(
            filter(None, (self._value(row, self.first), self._value(row, self.last)))
        )

    def persons(self) -> list[Person]:
        """Return the students in the roster's order."""
        return [self._person(row) for row in self.rows]

    def _person(self, row: list[str]) -> Person:
        full = self._name(row)
        first, last = self._value(row, self.first), self._value(row, self.last)
        if not (first or last) and "," in full:  # "Lovelace, Ada"
            last, _, first = (part.strip() for part in full.partition(","))
        student = None if self.is_canvas else self.table.column(*STUDENT)
        others = {self._value(row, place) for place in (student, self.login, self.number)}
        participant = _PARTICIPANT.fullmatch(self._value(row, self.participant))
        if participant:
            others.discard(participant[0])
        told = self._value(row, self.handed_in)
        when = moment_of(told, self.zone) if told else None
        return Person(
            id=self._id(row, self.id),
            first=first,
            last=last,
            full=full,
            email=self._value(row, self.email),
            lms=self._value(row, self.lms),
            others=tuple(sorted(others - {""})),
            participant=participant[1] if participant else "",
            handed_in=when,
            odd_time="" if when or not any(map(str.isdigit, told)) else told,
            team=self._value(row, self.team),
        )


def people_in(
    course: Course,
    assignment: str,
    roster: Path | None,
    id_column: str | None = None,
    team_column: str | None = None,
) -> People:
    """Return a course's students: a roster's if one is given, else the gradebook's.

    Where the gradebook has no names, an earlier download's may be those of folders: whoever has
    one keeps it.
    """
    known = people_of(course)
    if not known.complete:
        ids = {person.id for person in known.persons}
        ids |= {each.student for each in course.submissions(assignment)[0]}
        known = People([Person(student) for student in sorted(ids)])
    if roster is None:
        if team_column is not None:
            raise TableError("--team names a column of a roster: name its file with --roster.")
        return known
    read = Roster(read_table(roster), id_column, zone_of(course), team_column)
    return together(read.persons(), known)

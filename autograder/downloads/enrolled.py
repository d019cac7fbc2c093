"""The students of nbgrader's gradebook: read for collecting, written from a roster."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from autograder.cells import printable
from autograder.course.folders import NAME_LIMIT, Course
from autograder.downloads.people import People, Person, together
from autograder.gradebook.access import GradebookError, engine_of, told

_COLUMNS = ("first_name", "last_name", "email", "lms_user_id")


@contextlib.contextmanager
def _students(course: Course) -> Iterator[tuple[sa.Connection, sa.Table | None]]:
    """Connect to the gradebook, in one transaction; without a table where there is none yet."""
    with told("cannot be used"):
        url = sa.make_url(course.db_url)
        is_file = url.get_backend_name() == "sqlite" and url.database
        if is_file and not Path(course.root, str(url.database)).is_file():
            url = sa.make_url("sqlite://")  # to look must not make an empty file
        engine = engine_of(url)
        try:
            with engine.begin() as conn:
                known = sa.inspect(conn).has_table("student")
                table = sa.Table("student", sa.MetaData(), autoload_with=conn) if known else None
                yield conn, table
        finally:
            engine.dispose()


def people_of(course: Course) -> People:
    """Return the gradebook's students; none if there is no gradebook yet.

    Whoever is not among them counts as unknown where the gradebook knows names, not just the ids
    that grading has met.
    """
    with _students(course) as (conn, table):
        if table is None:
            return People()
        rows = conn.execute(sa.select(table).order_by(table.c.id)).mappings().all()
    persons = [_person(row) for row in rows]
    return People(persons, complete=any(person.has_names for person in persons))


def _person(row: sa.RowMapping) -> Person:
    return Person(
        str(row["id"]),
        first=row["first_name"] or "",
        last=row["last_name"] or "",
        email=row["email"] or "",
        lms=row.get("lms_user_id") or "",
    )


@dataclass
class Entered:
    """What entering a roster did, as lists of ids."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unlisted: list[str] = field(default_factory=list)


def enter(course: Course, persons: Sequence[Person]) -> Entered:
    """Add a roster's students to the gradebook, or bring their names up to date.

    Nobody is removed, and nothing that the roster leaves empty.

    Raises
    ------
    GradebookError
        If the roster knows most of its students by other ids than the gradebook does.
    """
    with _students(course) as (_, table):
        is_new = table is None
    if is_new:
        from nbgrader.api import Gradebook  # it makes the tables, and takes seconds to import

        Gradebook(course.db_url, course.course_id).close()
    done = Entered()
    with _students(course) as (conn, table):
        if table is None:
            raise GradebookError(f"nbgrader made no gradebook at {course.db_url}.")
        known = {str(row["id"]): row for row in conn.execute(sa.select(table)).mappings()}
        _refuse_other_ids(persons, known)
        for person in persons:
            fields = _fields(person, table)
            there = known.get(person.id)
            if there is None:
                conn.execute(sa.insert(table).values(id=person.id, **fields))
                done.added.append(person.id)
            elif any(there[name] != value for name, value in fields.items()):
                conn.execute(sa.update(table).where(table.c.id == person.id).values(**fields))
                done.changed.append(person.id)
    done.unlisted = sorted(known.keys() - {person.id for person in persons})
    return done


def _refuse_other_ids(persons: Sequence[Person], known: Mapping[str, sa.RowMapping]) -> None:
    """Stop before most of a class is entered a second time. Two may share a name, most do not."""
    listed = {person.id for person in persons}
    others = People([_person(row) for student, row in known.items() if student not in listed])
    found = zip(persons, together(persons, others).persons, strict=True)
    twice = [(one.id, same.id) for one, same in found if one.id not in known and one.id != same.id]
    if 2 * len(twice) > len(persons):
        other, old = map(printable, twice[0])
        raise GradebookError(
            f"{len(twice)} of {len(persons)} students in the roster stand in the gradebook under "
            f"another id, such as {other!r} as {old!r}. Nobody was entered: name the roster's "
            "column with the gradebook's ids (--id COLUMN). If it has none, do not enter it: "
            "`collect --roster` finds the gradebook's ids by itself."
        )


def _fields(person: Person, table: sa.Table) -> dict[str, str]:
    """Return what is known of a person, in the gradebook's columns."""
    first = person.first if person.first or person.last else person.full
    told = dict(zip(_COLUMNS, (first, person.last, person.email, person.lms), strict=True))
    there = set(table.c.keys())
    return {name: text[:NAME_LIMIT] for name, text in told.items() if text and name in there}

"""``python -m autograder collect``: submissions of a learning platform, into submitted/."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from autograder.cells import printable
from autograder.course.dates import zone_name
from autograder.course.folders import load_course

if TYPE_CHECKING:
    from autograder.downloads.deliver import Collection, Delivery

NEEDS_HUMAN = 1
SAID = {
    "new": "collected",
    "replaced": "replaced",
    "dated": "given their times",
    "same": "unchanged",
    "older": "older than what is there",
}
# What says more of students than a platform's download does.
TELLS = {
    "moodle": "--roster FILE with the grading worksheet of this assignment, from Moodle",
    "canvas": "--roster FILE with the gradebook, as Canvas exports it",
}


def collect(
    download: Annotated[Path, typer.Argument(help="The zip, or the folder it was unpacked to.")],
    assignment: Annotated[str, typer.Option(help="Name of the assignment, as under source/.")],
    source: Annotated[
        str | None,
        typer.Option("--from", help="moodle, canvas, ilias, gradescope or classroom."),
    ] = None,
    roster: Annotated[
        Path | None, typer.Option(help="Table of the students; without: the gradebook's.")
    ] = None,
    id_column: Annotated[
        str | None, typer.Option("--id", help="The roster's column with the students' ids.")
    ] = None,
    team: Annotated[
        str | None,
        typer.Option(help="The roster's column that says who hands in together."),
    ] = None,
) -> None:
    """Bring submissions that were downloaded from a learning platform into submitted/.

    The platform is told by the names of the files. Nothing is lost: a hand-in that replaces
    another puts it aside into replaced/; one that is known to be older is not taken. Ends with 0
    if every hand-in has found its student, with 1 if some or all have not, with 2 if the download
    cannot be read.
    """
    from autograder.downloads.archive import opened
    from autograder.downloads.deliver import collect as bring
    from autograder.downloads.formats import sorted_out
    from autograder.downloads.roster import people_in
    from autograder.report import console

    course = load_course()
    course.sources(assignment)
    people = people_in(course, assignment, roster, id_column, team)
    with opened(download, course.max_file_kilobytes * 1000) as found:
        sorting = sorted_out(found, assignment, source)
        done = bring(course, assignment, sorting, people)
        done.open_matters += [(what, "was left out") for what in found.left_out]
    out = console()
    _report(out, done, assignment, {who.id: who.odd_time for who in people.persons if who.odd_time})
    if any(person.handed_in for person in people.persons):
        out.print(
            f"Times in the roster were read as {zone_name(course)}: c.NbGraderAPI.timezone "
            "says another. With that set, collect again: it corrects them.",
            markup=False,
        )
    has_times = any(person.handed_in or person.odd_time for person in people.persons)
    if done.deliveries and not any(each.dated or each.late for each in done.deliveries):
        told = f" {TELLS['moodle']}, has them." if done.source == "moodle" and not has_times else ""
        out.print(
            f"No times of handing in are known, so nobody will count as late.{told}", markup=False
        )
    if sorting.by_teams and not team:
        out.print(
            "Teams handed in, and each hand-in went to the one student in whose folder it is: "
            "--roster FILE --team COLUMN gives it to all of the team.",
            markup=False,
        )
    if done.open_matters:
        raise typer.Exit(NEEDS_HUMAN)


def _report(out: Console, done: Collection, assignment: str, odd_times: Mapping[str, str]) -> None:
    from autograder.downloads.deliver import REPLACED
    from autograder.downloads.people import NOT_AMONG

    def say(text: str = "") -> None:
        out.print(text, markup=False)

    def listed(title: str, lines: list[str]) -> None:
        if lines:
            say(title)
            for line in lines:  # all of them: a second run would tell another story
                say(f"  {line}")

    by_state: dict[str, list[Delivery]] = {}
    for each in done.deliveries:
        by_state.setdefault(each.state, []).append(each)
    replaced, older = by_state.get("replaced", []), by_state.get("older", [])
    is_newer = "" if all(each.dated for each in replaced) else (
        " (where the download tells no times, nobody knows whether by a newer one)"
    )  # fmt: skip
    listed(
        f"Replaced{is_newer}; what was there before is in {REPLACED}/{assignment}/:",
        [f"{printable(each.student)} ({printable(each.shown)})" for each in replaced],
    )
    listed(
        "Not taken, because what is there was handed in later:",
        [f"{printable(each.student)} ({printable(each.shown)})" for each in older],
    )
    listed(
        "Without a notebook:",
        [printable(each.student) for each in done.deliveries if not each.has_notebook],
    )
    listed(
        "Marked late; the download does not say by how much:",
        [printable(each.student) for each in done.deliveries if each.late],
    )
    listed(
        "The roster's time of handing in cannot be read, so that they will not count as late "
        "(was the table saved by a spreadsheet? Name it as the platform gives it):",
        [f"{printable(who)}: {printable(text, 60)}" for who, text in odd_times.items()],
    )
    timeless = [each.student for each in done.deliveries if not (each.dated or each.late)]
    if any(each.dated for each in done.deliveries):
        listed(
            "Without a time of handing in, so that they will not count as late:",
            [printable(student) for student in timeless if student not in odd_times],
        )
    listed(
        "Noted:",
        [f"{printable(d.student)}: {note}" for d in done.deliveries for note in d.notes],
    )
    listed("Not collected:", [f"{printable(who)}: {why}" for who, why in done.open_matters])
    if any(why == NOT_AMONG for _, why in done.open_matters):
        say(
            "Add them to the roster, or enter a new one: python -m autograder roster FILE. Then "
            "collect again: what is there stays."
        )
    if any("are called so" in why or "this student's" in why for _, why in done.open_matters):
        say(f"Who tells people of one name apart: {TELLS.get(done.source, '--roster FILE')}.")
    counts = [f"{len(by_state[state])} {said}" for state, said in SAID.items() if state in by_state]
    say(f"{assignment}, from {done.source}: {', '.join(counts) or 'nothing collected'}.")
    if by_state.keys() & {"new", "replaced", "dated"}:
        say(f"Grade them: python -m autograder grade {assignment}")

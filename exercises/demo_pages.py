"""What the demonstration shows at its end: pages, and a summary that fits a screen."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import fmean

import sqlalchemy as sa
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from autograder.batch.options import Run
from autograder.commands.grade import cores
from autograder.course.folders import Course
from autograder.gradebook.book import Gradebook
from autograder.pages.answers import misconceptions
from autograder.pages.class_report import TO_SAY, ClassReport, write_report
from autograder.pages.collected import gather
from autograder.pages.feedback_files import write_feedback
from autograder.pages.figures import automatic_shares, late_words, needs
from autograder.report import isolation_levels
from autograder.words import counted
from exercises.simulated_class import DUE


def show_class(
    course: Course, assignment: str, folder: Path, run: Run, begun: float, console: Console
) -> None:
    """Write the pages of a graded class, and say what is in them and where they are."""
    console.print("Writing the students' pages and the class report ...")
    pages = write_feedback(course, assignment, workers=cores())
    report = ClassReport.of(gather(course, assignment))
    output = folder / "reports" / f"{assignment}.html"
    write_report(report, output)
    console.print()
    console.print(summary(report))
    console.print(
        f"\n{len(run.results)} notebooks graded in {run.grading_seconds:.1f} s, isolation: "
        f"{isolation_levels(run.results)}; everything in {time.perf_counter() - begun:.0f} s."
    )
    console.print("Open next, in a browser: the class, and one student's page.")
    mistaken = {row.student for row in report.rows if 0 < row.score < row.most}
    page = next(page for page in pages if page.parent.parent.name in mistaken)
    for path in (output, folder / page.relative_to(folder.resolve())):
        console.print(f"  {path}", soft_wrap=True, markup=False)


def summary(report: ClassReport) -> Group:
    """Return what fits a screen: how it went, who needs a person, the most common mistakes."""
    earned = automatic_shares(report.found)
    said = f"{counted(len(report.rows), 'student')}, {100 * fmean(earned):.0f} % of the points on "
    said += f"average. {late_words(report.rows)}"
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    table.add_row("", Text("Who needs you", style="bold"))
    for need in needs(report.found):
        table.add_row(Text(need.student), Text(f"{need.what}: {need.why.splitlines()[0]}"))
    table.add_row("", Text("What to say tomorrow", style="bold"))
    for group in misconceptions(report.groups)[:TO_SAY]:
        table.add_row(f"{len(group.students)} ×", Text(f"{group.title}: {group.advice.cause}"))
    return Group(Text(said), table)


def set_due(course: Course, assignment: str) -> None:
    """Write the due date into the gradebook."""
    with Gradebook(course.db_url, assignment) as book:
        book.load()
        table = book.tables.assignment
        with book.engine.begin() as conn:
            conn.execute(sa.update(table).where(table.c.name == assignment).values(duedate=DUE))

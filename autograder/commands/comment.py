"""``python -m autograder comment``: one comment for all answers of a group."""

from __future__ import annotations

from typing import Annotated

import typer

from autograder.course.folders import CourseError, load_course


def comment(
    assignment: Annotated[str, typer.Argument(help="Name of the assignment, as under source/.")],
    group: Annotated[str, typer.Argument(help="The group, as the report names it.")],
    text: Annotated[str, typer.Argument(help="What its students shall read.")],
) -> None:
    """Write one comment to every answer of a group of like answers.

    It goes into nbgrader's gradebook, at the exercise's cell; the next `feedback` shows it. Ends
    with 0, or with 2 if there is no such group.
    """
    from autograder.gradebook.book import Gradebook
    from autograder.gradebook.comments import comment_all
    from autograder.pages.answers import group_to_comment
    from autograder.pages.collected import gather
    from autograder.report import console
    from autograder.words import counted

    course = load_course()
    wanted = group_to_comment(gather(course, assignment), group)
    with Gradebook(course.db_url, assignment) as book:
        info = book.load()
        if info is None:
            raise CourseError(f"The gradebook does not know {assignment}: run `grade` first.")
        cell = (wanted.notebook, wanted.commented)
        written = comment_all(book, info, *cell, wanted.students, text)
    out = console()
    out.print(f"{counted(written, 'student')} of {len(wanted.students)} got the comment.")
    out.print(f"To their pages: python -m autograder feedback {assignment}", markup=False)

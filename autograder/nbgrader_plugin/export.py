"""The exporter of ``nbgrader export``: what nobody could grade yet has no score, not 0."""

from __future__ import annotations

import csv
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins.export import ExportPlugin

from autograder.course.register import settled_gradebook
from autograder.errors import AutograderError
from autograder.nbgrader_plugin.preprocessors import course_of
from autograder.tables import harmless

COLUMNS = (
    *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
    *("raw_score", "late_submission_penalty", "score", "max_score"),
)


class CsvExport(ExportPlugin):
    """nbgrader's table, with empty scores where a submission could not be read."""

    def export(self, gradebook: Gradebook) -> None:
        """Write the table to ``--to``, or to grades.csv."""
        assignments, students = set(map(str, self.assignment)), set(map(str, self.student))
        names = {each.name for each in gradebook.assignments}
        app: Any = self.parent
        try:
            for name in names & assignments if assignments else names:
                with settled_gradebook(course_of(app.coursedir, app.config), name):
                    pass  # opening it has brought the penalties up to date
        except AutograderError as error:
            app.fail("%s", error)
            return
        with open(self.to or "grades.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            for assignment in gradebook.assignments:
                if assignments and assignment.name not in assignments:
                    continue
                for student in gradebook.students:
                    if not students or student.id in students:
                        row = _row(gradebook, assignment, student)
                        writer.writerow({k: "" if v is None else v for k, v in row.items()})


def _row(gradebook: Gradebook, assignment: Any, student: Any) -> dict[str, Any]:
    names = ("last_name", "first_name", "email")
    row = {
        "assignment": assignment.name,
        "duedate": assignment.duedate,
        "student_id": harmless(student.id),
        **{name: harmless(getattr(student, name) or "") for name in names},
        "max_score": assignment.max_score,
    }
    try:
        submission = gradebook.find_submission(assignment.name, student.id)
    except MissingEntry:
        # Who handed in nothing has earned nothing.
        return {**row, "raw_score": 0.0, "late_submission_penalty": 0.0, "score": 0.0}
    penalty = submission.late_submission_penalty
    row |= {"timestamp": submission.timestamp, "late_submission_penalty": penalty}
    if _waits(submission):
        return row
    return {**row, "raw_score": submission.score, "score": max(0.0, submission.score - penalty)}


def _waits(submission: Any) -> bool:
    """Whether an automatic test has no points, neither a grader's nor a person's."""
    for notebook in submission.notebooks:
        by_hand = {comment.name for comment in notebook.comments}
        for grade in notebook.grades:
            if grade.name not in by_hand and grade.auto_score is grade.manual_score is None:
                return True
    return False

"""Exporters of ``nbgrader export`` for platforms: they fill the tables that these gave out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.plugins.export import ExportPlugin
from traitlets import Dict, Unicode

from autograder.class_grades import grades_of
from autograder.course.folders import Course, CourseError
from autograder.errors import AutograderError
from autograder.nbgrader_plugin.preprocessors import course_of
from autograder.tables import Table, read_table
from autograder.uploads import Upload, for_canvas, for_moodle


class _PlatformExport(ExportPlugin):
    """What the exporters share."""

    option = ""
    file = ""

    def export(self, gradebook: Gradebook) -> None:
        """Fill the table into ``--to``, or grades.csv."""
        app: Any = self.parent
        course = course_of(app.coursedir, app.config)
        wanted = [str(name) for name in self.assignment]
        try:
            if not self.file:
                raise CourseError(f"Name the table that the platform gives: --{self.option}=FILE")
            if not wanted:
                raise CourseError("Name the assignment: --assignment=\"['NAME']\"")
            made = self.filled(course, read_table(Path(self.file)), wanted)
        except AutograderError as error:
            app.fail("%s", error)
            return
        for note in made.notes:
            self.log.warning("%s", note)
        with open(self.to or "grades.csv", "w", newline="", encoding="utf-8") as file:
            file.write(made.text)
        self.log.info("%s cells filled: %s", made.filled, self.to or "grades.csv")

    def filled(self, course: Course, table: Table, wanted: list[str]) -> Upload:
        """Return the filled table."""
        raise NotImplementedError


class CanvasExport(_PlatformExport):
    """Points in the gradebook that Canvas exported."""

    option = "CanvasExport.file"
    file = Unicode("", help="The gradebook, as Canvas exports it.").tag(config=True)
    columns = Dict(
        value_trait=Unicode(),
        key_trait=Unicode(),
        help="Assignment -> its column in Canvas, where that has another name.",
    ).tag(config=True)

    def filled(self, course: Course, table: Table, wanted: list[str]) -> Upload:
        """Return the filled table."""
        return for_canvas(table, [grades_of(course, name) for name in wanted], self.columns)


class MoodleExport(_PlatformExport):
    """Points and comments in the grading worksheet that Moodle gave out."""

    option = "MoodleExport.file"
    file = Unicode("", help="The assignment's grading worksheet.").tag(config=True)

    def filled(self, course: Course, table: Table, wanted: list[str]) -> Upload:
        """Return the filled table."""
        if len(wanted) > 1:
            raise CourseError("Moodle has a worksheet for each assignment: name one assignment.")
        return for_moodle(table, grades_of(course, wanted[0]))

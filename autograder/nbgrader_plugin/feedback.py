"""The exporter of ``nbgrader generate_feedback``: the same pages as our own command's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter
from nbgrader.converters.base import NbGraderException
from traitlets import default

from autograder.cells import printable
from autograder.errors import AutograderError
from autograder.nbgrader_plugin.preprocessors import course_of
from autograder.pages.feedback_files import Desk, PageJob


class FeedbackPage(Exporter):
    """An exporter that writes a page anew where the gradebook or the notebook has changed."""

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def __init__(self, config: Any = None, **kwargs: Any) -> None:
        super().__init__(config=config, **kwargs)
        converter: Any = self.parent
        coursedir: Any = getattr(converter, "coursedir", None)
        if coursedir is None:
            return
        try:
            course = course_of(coursedir, converter.config)
            self.desk = Desk.of(course, coursedir.assignment_id, force=converter.force)
            self.known = self.desk.standings()
        except AutograderError as error:
            self.log.error("%s", error)
            raise NbGraderException(str(error)) from None
        self._stock = converter.init_destination
        converter.init_destination = self._is_wanted

    def _is_wanted(self, assignment: str, student: str) -> bool:
        """Say for nbgrader whether a student's pages are to be written.

        By itself it looks at the time of handing in, and keeps a page whose points have changed.
        """
        converter: Any = self.parent
        excluded = student in converter.coursedir.student_id_exclude.split(",")
        if converter.force or excluded:
            wanted: bool = self._stock(assignment, student)
            return wanted
        jobs = [self._job(student, Path(path)) for path in converter.notebooks]
        if all(self.desk.is_true(job) for job in jobs):
            self.log.info("Up to date: the feedback of %s", printable(student))
            return False
        return True

    def _job(self, student: str, graded: Path) -> PageJob:
        return self.desk.job(student, graded.stem, graded, self.known.get(student))

    def from_filename(
        self, filename: str, resources: Any = None, **kw: Any
    ) -> tuple[Any, dict[str, Any]]:
        """Return the page of an autograded notebook."""
        resources = self._init_resources(resources or {})
        graded = Path(filename)
        if graded.stem not in self.desk.sources:
            raise NbGraderException(f"{graded.name} is no notebook of the assignment.")
        job = self._job(resources["nbgrader"]["student"], graded)
        self.desk.beside(job)
        return self.desk.page(job), resources

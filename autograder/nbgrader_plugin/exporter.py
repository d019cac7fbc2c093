"""The exporter of ``nbgrader autograde``: what was submitted is handed over without being parsed.

So no file can stop the batch, and nbgrader copies of a submission what our own command would.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any, cast

from nbconvert.exporters import NotebookExporter
from nbformat import from_dict
from nbformat.notebooknode import NotebookNode
from nbgrader.converters import base
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import Execute
from traitlets.utils.importstring import import_item

from autograder.batch.files import extra_files, notebook_bytes
from autograder.cells import grade_ids_of, printable
from autograder.course.autotests import instructors_notebooks, notebook_of
from autograder.course.dates import doubts_of
from autograder.course.folders import CourseError
from autograder.course.register import gradebook_of, registered
from autograder.course.timestamps import read_timestamp
from autograder.errors import AutograderError
from autograder.files import regular_files
from autograder.intake.folder import handed_in
from autograder.nbgrader_plugin.preprocessors import Grade, SaveGrades, course_of, joined
from autograder.notebook import Notebook


class AnyNotebook(NotebookExporter):
    """An exporter that opens no submitted file, and finds notebooks that were renamed."""

    def __init__(self, config: Any = None, **kwargs: Any) -> None:
        super().__init__(config=config, **kwargs)
        parent: Any = self.parent
        coursedir: Any = getattr(parent, "coursedir", None)
        if coursedir is None or not hasattr(parent, "assignments"):
            return
        self.course = course_of(coursedir, parent.config)
        try:
            # What cannot be graded safely is said before the first submission.
            self._settings()
            self._survey(coursedir)
            self._shield(coursedir)
            self._bring_up_to_date(coursedir.assignment_id)
        except AutograderError as error:
            self.log.error("%s", error)
            raise NbGraderException(str(error)) from None

    def _settings(self) -> None:
        """See that nothing runs students' code in the instructor's account by a slip in a name."""
        for trait, wanted in (
            ("sanitize_preprocessors", Grade),
            ("autograde_preprocessors", SaveGrades),
        ):
            steps = [
                import_item(step) if isinstance(step, str) else step
                for step in getattr(self.parent, trait, [])
            ]
            if wanted not in steps or Execute in steps:
                raise CourseError(
                    f"c.Autograde.{trait} must name {wanted.__module__}.{wanted.__name__} and not "
                    "nbgrader's Execute: configure(c) of autograder.nbgrader_plugin sees to it."
                )

    def _survey(self, coursedir: Any) -> None:
        """Put right which folders and notebooks nbgrader will go through."""
        assignment = coursedir.assignment_id
        expected = {
            name: grade_ids_of(notebook_of(name, path.read_bytes()))
            for name, path in self.course.sources(assignment).items()
        }
        found, refused = self.course.submissions(assignment, [coursedir.student_id])
        for who in refused:
            self.log.error("Refused: student %r: %s", printable(who.student), who.reason)
        folders = {str(submission.folder): submission for submission in found}
        self.folders = {Path(folder) for folder in folders}
        parent: Any = self.parent
        for folder in list(parent.assignments):
            if os.path.normpath(folder) not in folders:
                del parent.assignments[folder]
        for folder, submission in folders.items():
            for note in submission.notes:
                self.log.warning("%s: %s", printable(submission.student), note)
            key = parent._format_source(assignment, submission.student)
            if coursedir.notebook_id == "*":
                # A file under another name may be the one that is missing: intake decides.
                names = handed_in(submission.folder, expected) or expected
                parent.assignments[key] = [
                    os.path.join(folder, f"{name}.ipynb") for name in sorted(names)
                ]

    def _bring_up_to_date(self, assignment: str) -> None:
        """Let the gradebook follow the course: its cells, and dates.

        Penalties follow dates of submissions that nbgrader will not grade again, too.
        """
        notebooks = instructors_notebooks(self.course, assignment)
        sources = {name: notebook_of(name, data) for name, data in notebooks.items()}
        with gradebook_of(self.course, assignment) as book:
            info = registered(self.course, assignment, book, sources, self.log.warning)
            for timing in book.settle_lateness(info).values():
                if timing.changed:
                    points = f"{timing.before:g} to {timing.penalty:g}"
                    who = printable(timing.student)
                    self.log.info("%s: points off for lateness go from %s.", who, points)
            for doubt in doubts_of(self.course, info.duedate, book.extensions):
                self.log.warning("%s", doubt)

    def _shield(self, coursedir: Any) -> None:
        """Let nbgrader read and copy of a submission what our own command would, and no more.

        By itself it follows links, waits for pipes, and copies terabytes of nothing.
        """
        assignment, course = coursedir.assignment_id, self.course
        course_files = {f"{name}.ipynb" for name in course.sources(assignment)}
        handed_out = course.path("source", ".", assignment)
        course_files |= dict(regular_files(handed_out, course.ignore, sys.maxsize)).keys()
        course_files -= set(course.students_own(assignment))
        everything = base.find_all_files

        def files_of(path: str, exclude: list[str] | None = None) -> list[str]:
            if Path(os.path.normpath(path)) not in self.folders:
                found: list[str] = everything(path, exclude)
                return found
            ignore = tuple(exclude or ())
            return [
                str(file) for file in extra_files(course, Path(path), ignore, course_files).values()
            ]

        base.find_all_files = files_of
        coursedir.get_existing_timestamp = lambda path: read_timestamp(
            Path(path), course.stamped_in
        )[0]

    def from_filename(
        self, filename: str, resources: Any = None, **kw: Any
    ) -> tuple[Any, dict[str, Any]]:
        """Run the preprocessors on a file: a submitted one unread, one of our own as it stands."""
        resources = self._init_resources(resources or {})
        path = Path(filename)
        resources["metadata"] = {"name": path.stem, "path": str(path.parent)}
        if any(isinstance(step, Grade) for step in self._preprocessors):
            notebook = NotebookNode(cells=[], metadata=NotebookNode())
        else:
            notebook = from_dict(joined(json.loads(path.read_bytes())))
        for preprocessor in self._preprocessors:
            notebook, resources = preprocessor(notebook, resources)
        resources["output_suffix"] = ".nbconvert"
        return notebook_bytes(cast(Notebook, notebook)).decode(), resources

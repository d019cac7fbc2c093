"""The engine behind ``nbgrader autograde`` and formgrader's button, through nbgrader's own seams.

``nbgrader_config.py`` names these classes in the place of nbgrader's own.

``AnyNotebook`` hands over what was submitted without parsing it, so that no file can stop the
batch; ``Grade`` rebuilds, runs and examines it; ``SaveGrades`` writes the engine's result into the
gradebook, not what a displayed text claims. All else is nbgrader's.
"""

from __future__ import annotations

import atexit
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import from_dict
from nbformat.notebooknode import NotebookNode
from nbgrader.converters import base
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Enum, Float, Integer
from traitlets.utils.importstring import import_item

from autograder.batch import preload, worker
from autograder.batch.files import extra_files, notebook_bytes, regular_files
from autograder.cells import grade_ids_of, printable
from autograder.course.folders import STEPS, Course, CourseError, read_timestamp
from autograder.course.settings import settings_of
from autograder.feedback import HideHiddenTests
from autograder.gradebook.book import Gradebook, GradebookError, NotebookGrades, Record
from autograder.intake.folder import handed_in
from autograder.result import Result

__all__ = ["AnyNotebook", "Grade", "HideHiddenTests", "SaveGrades"]

_graded: dict[tuple[str, str, str, str], tuple[Result, dict[str, str]]] = {}
_books: dict[tuple[str, str], Gradebook] = {}
atexit.register(worker.close_server)


def course_of(coursedir: Any, config: Any) -> Course:
    """Return the course of a nbgrader application."""
    return Course(
        root=Path(coursedir.root),
        db_url=coursedir.db_url,
        course_id=coursedir.course_id,
        structure=coursedir.directory_structure,
        steps={step: getattr(coursedir, f"{step}_directory") for step in STEPS},
        exclude=frozenset(filter(None, coursedir.student_id_exclude.split(","))),
        ignore=tuple(coursedir.ignore),
        config=config,
    )


class AnyNotebook(NotebookExporter):
    """An exporter that opens no submitted file, and finds notebooks that were renamed."""

    def __init__(self, config: Any = None, **kwargs: Any) -> None:
        super().__init__(config=config, **kwargs)
        coursedir = getattr(self.parent, "coursedir", None)
        if coursedir is None or not hasattr(self.parent, "assignments"):
            return
        self.course = course_of(coursedir, self.parent.config)
        try:
            # What cannot be graded safely is said before the first submission.
            self._settings()
            self._survey(coursedir)
            self._shield(coursedir)
        except CourseError as error:
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
                    f"c.Autograde.{trait} must name autograder.doors.{wanted.__name__} and not "
                    "nbgrader's Execute: see the course's own nbgrader_config.py for the settings."
                )

    def _survey(self, coursedir: Any) -> None:
        """Put right which folders and notebooks nbgrader will go through."""
        assignment = coursedir.assignment_id
        expected = {
            name: grade_ids_of(json.loads(path.read_bytes()))
            for name, path in self.course.sources(assignment).items()
        }
        found, refused = self.course.submissions(assignment, [coursedir.student_id])
        for who in refused:
            self.log.error("Refused: student %r: %s", printable(who.student), who.reason)
        folders = {str(submission.folder): submission for submission in found}
        self.folders = {Path(folder) for folder in folders}
        for folder in list(self.parent.assignments):
            if os.path.normpath(folder) not in folders:
                del self.parent.assignments[folder]
        for folder, submission in folders.items():
            for note in submission.notes:
                self.log.warning("%s: %s", printable(submission.student), note)
            key = self.parent._format_source(assignment, submission.student)
            if coursedir.notebook_id == "*":
                # A file under another name may be the one that is missing: intake decides.
                names = handed_in(submission.folder, expected) or expected
                self.parent.assignments[key] = [
                    os.path.join(folder, f"{name}.ipynb") for name in sorted(names)
                ]

    def _shield(self, coursedir: Any) -> None:
        """Let nbgrader read and copy of a submission what our own command would, and no more.

        By itself it follows links, waits for pipes, and copies terabytes of nothing.
        """
        assignment, course = coursedir.assignment_id, self.course
        ours = {f"{name}.ipynb" for name in course.sources(assignment)}
        handed_out = course.path("source", ".", assignment)
        ours |= dict(regular_files(handed_out, course.ignore, sys.maxsize)).keys()
        everything = base.find_all_files

        def files_of(path: str, exclude: list[str] | None = None) -> list[str]:
            if Path(os.path.normpath(path)) not in self.folders:
                return everything(path, exclude)
            ignore = tuple(exclude or ())
            return [str(file) for file in extra_files(course, Path(path), ignore, ours).values()]

        base.find_all_files = files_of
        coursedir.get_existing_timestamp = lambda path: read_timestamp(Path(path))[0]

    def from_filename(
        self, filename: str, resources: Any = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Run the preprocessors on a file: a submitted one unread, one of our own as it stands."""
        resources = self._init_resources(resources or {})
        path = Path(filename)
        resources["metadata"] = {"name": path.stem, "path": str(path.parent)}
        if any(isinstance(step, Grade) for step in self._preprocessors):
            notebook = NotebookNode(cells=[], metadata=NotebookNode())
        else:
            notebook = from_dict(_joined(json.loads(path.read_bytes())))
        for preprocessor in self._preprocessors:
            notebook, resources = preprocessor(notebook, resources)
        resources["output_suffix"] = ".nbconvert"
        return notebook_bytes(notebook).decode(), resources


def _joined(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook of ours with its lists of lines put together."""
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
        for output in cell.get("outputs", []):
            if "text" in output:
                output["text"] = "".join(output["text"])
            for mime, value in output.get("data", {}).items():
                output["data"][mime] = "".join(value) if isinstance(value, list) else value
    return notebook


class _Step(NbGraderPreprocessor):
    """What our preprocessors share."""

    def names(self, resources: Any) -> tuple[str, str, str, str]:
        found = resources["nbgrader"]
        return found["db_url"], found["assignment"], found["student"], found["notebook"]

    def course(self) -> Course:
        converter = getattr(self.parent, "parent", None)
        coursedir = getattr(converter, "coursedir", None)
        if coursedir is None:
            raise NbGraderException(f"{type(self).__name__} runs only under `nbgrader autograde`.")
        return course_of(coursedir, converter.config)


class Grade(_Step):
    """Rebuild, run and examine one submitted notebook."""

    require = Enum(
        ("sandbox", "process", ""),
        "",
        help="Isolation that must be reached; empty for the system's usual.",
    ).tag(config=True)
    timeout = Float(None, allow_none=True, help="Seconds a cell or a test's call may take.").tag(
        config=True
    )
    memory = Integer(None, allow_none=True, help="Megabytes a submission may use.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Replace whatever was submitted by the graded notebook."""
        names = self.names(resources)
        _, assignment, student, notebook = names
        course = self.course()
        sources = {name: path.read_bytes() for name, path in course.sources(assignment).items()}
        try:
            settings = settings_of(course, self.require or None, self.timeout, self.memory)
        except CourseError as error:
            raise NbGraderException(str(error)) from None
        settings = replace(settings, known_files=course.known_files(assignment))
        # Forks of this process grade: what they need is imported once, on no test's clock.
        preload.import_all(settings.code.preload)
        worker.prepare(sources, settings)
        folder = course.path("submitted", student, assignment)
        outcome = worker.grade_job(worker.Job(student, assignment, notebook, str(folder)))
        if outcome.result is None:
            raise NbGraderException(f"Grading {printable(student)} broke down: {outcome.broken}")
        result = Result.from_dict(outcome.result)
        for note in result.notes:
            self.log.warning("%s, %s: %s", printable(student), notebook, printable(note, 400))
        _graded[names] = (result, dict(outcome.checksums))
        return from_dict(_joined(json.loads(outcome.notebook))), resources


class SaveGrades(_Step):
    """Save the engine's result, in place of nbgrader's reading of cell outputs."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Write one notebook's grades and comments in one transaction."""
        names = self.names(resources)
        db_url, assignment, student, notebook = names
        if names not in _graded:
            raise NbGraderException("SaveGrades needs autograder.doors.Grade before it.")
        result, checksums = _graded.pop(names)
        grades: NotebookGrades | None = None
        folder = self.course().path("submitted", student, assignment)
        if result.isolation != "none" or os.path.lexists(folder / f"{notebook}.ipynb"):
            scores = {test.grade_id: test.points for test in result.tests}
            grades = NotebookGrades(scores, checksums)
        try:
            if (db_url, assignment) not in _books:
                _books[db_url, assignment] = Gradebook(db_url, assignment)
            book = _books[db_url, assignment]
            info = book.load()
            if info is None:
                raise GradebookError(f"The gradebook does not know {assignment}.")
            book.record(info, [Record(student, {notebook: grades})])
        except GradebookError as error:
            raise NbGraderException(str(error)) from None
        return nb, resources

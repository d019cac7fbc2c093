"""The engine as preprocessors of ``nbgrader autograde``.

``Grade`` rebuilds, runs and examines a submission; ``SaveGrades`` writes the engine's result into
the gradebook, not what a displayed text claims. All else is nbgrader's.
"""

from __future__ import annotations

import atexit
import functools
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from nbformat import from_dict
from nbformat.notebooknode import NotebookNode
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.batch import preload, worker
from autograder.batch.graded_file import GradedFile
from autograder.batch.ungraded import broken_down, left_out
from autograder.cells import printable
from autograder.course import traits
from autograder.course.autotests import instructors_notebooks
from autograder.course.dates import extensions_of
from autograder.course.folders import Course, course_from
from autograder.course.releases import with_releases
from autograder.course.settings import settings_for, settings_of
from autograder.errors import AutograderError
from autograder.gradebook.access import GradebookError
from autograder.gradebook.book import Gradebook
from autograder.gradebook.rows import NotebookGrades, Record
from autograder.notebook import Notebook
from autograder.preflight.door import refuse_faults
from autograder.preflight.faults import Fault, PreflightError

_graded: dict[tuple[str, str, str, str], GradedFile] = {}
_books: dict[tuple[str, str], Gradebook] = {}
atexit.register(worker.close_server)


def course_of(coursedir: Any, config: Any) -> Course:
    """Return the course of a nbgrader application."""
    return course_from(Path(coursedir.root), config, functools.partial(getattr, coursedir))


def joined(notebook: Notebook) -> Notebook:
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
        converter: Any = getattr(self.parent, "parent", None)
        coursedir: Any = getattr(converter, "coursedir", None)
        if coursedir is None:
            raise NbGraderException(f"{type(self).__name__} runs only under `nbgrader autograde`.")
        return course_of(coursedir, converter.config)


class Grade(_Step, traits.Grade):
    """Rebuild, run and examine one submitted notebook."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Replace whatever was submitted by the graded notebook."""
        names = self.names(resources)
        _, assignment, student, notebook = names
        course = self.course()
        try:
            sources = instructors_notebooks(course, assignment)
            settings = settings_for(settings_of(course), course, assignment)
            settings = with_releases(settings, course, assignment, sources)
        except AutograderError as error:
            raise NbGraderException(str(error)) from None
        # Forks of this process grade: what they need is imported once, on no test's clock.
        preload.import_all(settings.code.preload)

        def trial(notebooks: Sequence[str]) -> list[Fault]:
            worker.become_worker(sources, settings)
            return [fault for name in notebooks for fault in worker.trial_job(name)]

        try:
            placed = refuse_faults(course, assignment, sources, settings, trial)
        except PreflightError as error:
            raise NbGraderException(str(error)) from None
        worker.become_worker(sources, placed)
        folder = course.path("submitted", student, assignment)
        outcome = worker.grade_job(worker.Job(student, assignment, notebook, str(folder)))
        if outcome.course_fault:
            raise NbGraderException(f"{notebook}.ipynb cannot be graded: {outcome.broken}")
        graded = outcome.graded
        if graded is None:
            why = printable(outcome.broken, 400)
            self.log.error("Grading %s broke down: %s", printable(student), why)
            graded = broken_down(outcome, json.loads(sources[notebook]), settings.rules)
        if left_out(graded.result, folder):  # it waits for nobody
            result = replace(graded.result, needs_human=False)
            graded = GradedFile.of(result, json.loads(graded.notebook))
        for note in graded.result.notes:
            self.log.warning("%s, %s: %s", printable(student), notebook, printable(note, 400))
        _graded[names] = graded
        return from_dict(joined(json.loads(graded.notebook))), resources


class SaveGrades(_Step):
    """Save the engine's result, in place of nbgrader's reading of cell outputs."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Write one notebook's grades and comments in one transaction."""
        names = self.names(resources)
        db_url, assignment, student, notebook = names
        if names not in _graded:
            raise NbGraderException("SaveGrades needs Grade before it.")
        graded = _graded.pop(names)
        folder = self.course().path("submitted", student, assignment)
        grades = None
        if not left_out(graded.result, folder):
            grades = NotebookGrades(graded.result.scores, graded.checksums, graded.result.refusal)
        try:
            if (db_url, assignment) not in _books:
                _books[db_url, assignment] = Gradebook(db_url, assignment)
            book = _books[db_url, assignment]
            # nbgrader assigns the penalty after this step, by the extension that stands here.
            book.extensions = extensions_of(self.course(), assignment)
            info = book.load()
            if info is None:
                raise GradebookError(f"The gradebook does not know {assignment}.")
            book.record(info, [Record(student, {notebook: grades})])
            book.extend(info)
        except AutograderError as error:
            raise NbGraderException(str(error)) from None
        return nb, resources

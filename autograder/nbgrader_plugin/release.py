"""The exporter of ``nbgrader generate_assignment``: an assignment may change after hand-in.

nbgrader refuses to add, rename or remove cells and notebooks then. Here the gradebook follows
first, as it does where the assignment is graded, and nbgrader finds nothing to refuse.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import nbgrader
import sqlalchemy as sa
from alembic.script import ScriptDirectory
from nbconvert.exporters import NotebookExporter
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters.base import NbGraderException

from autograder.course.autotests import instructors_notebooks, notebook_of
from autograder.course.folders import Course
from autograder.course.register import gradebook_of, registered
from autograder.course.releases import remember, remember_standing
from autograder.errors import AutograderError
from autograder.nbgrader_plugin.preprocessors import course_of


class Release(NotebookExporter):
    """An exporter that brings the gradebook up to date before the first notebook.

    What it makes, and what stood in ``release/`` before, the course remembers as its releases.
    """

    def __init__(self, config: Any = None, **kwargs: Any) -> None:
        super().__init__(config=config, **kwargs)
        parent: Any = self.parent
        coursedir: Any = getattr(parent, "coursedir", None)
        self._course: Course | None = None
        if coursedir is None:
            return
        course = self._course = course_of(coursedir, parent.config)
        assignment = self._assignment = coursedir.assignment_id
        remember_standing(course, assignment)
        if getattr(parent, "no_database", True) or not _handed_in(coursedir, assignment):
            return
        try:
            notebooks = instructors_notebooks(course, assignment)
            sources = {name: notebook_of(name, data) for name, data in notebooks.items()}
            with gradebook_of(course, assignment) as book:
                registered(course, assignment, book, sources, self.log.warning)
        except AutograderError as error:
            self.log.error("%s", error)
            raise NbGraderException(str(error)) from None

    def from_notebook_node(self, nb: Any, resources: Any = None, **kwargs: Any) -> tuple[Any, Any]:
        """Return a notebook of the release as nbconvert does."""
        output, resources = super().from_notebook_node(nb, resources, **kwargs)
        if self._course is not None:
            name = resources["unique_key"]
            made = (name, output.encode(), datetime.now().date())
            remember(self._course.root, self._assignment, [made])
        return output, resources


def note_version(db_url: str) -> None:
    """Note the newest version in a database that is empty.

    nbgrader would ask a process of alembic's for it, which takes as long as all else that it does.
    """
    engine = sa.create_engine(db_url)
    if not sa.inspect(engine).get_table_names():
        versions = ScriptDirectory(str(Path(nbgrader.__file__).with_name("alembic")))
        table = sa.table("alembic_version", sa.column("version_num"))
        with engine.begin() as conn:
            conn.execute(sa.text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
            conn.execute(sa.insert(table).values(version_num=versions.get_current_head()))
    engine.dispose()


def _handed_in(coursedir: Any, assignment: str) -> bool:
    """Whether the gradebook has submissions of an assignment."""
    note_version(coursedir.db_url)
    with Gradebook(coursedir.db_url, coursedir.course_id) as book:
        try:
            return bool(book.find_assignment(assignment).submissions)
        except MissingEntry:
            return False

"""Where a project keeps the text of its notebooks, and what is built from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """The folders in which hand-written text and what is built from it stand.

    Attributes
    ----------
    root : Path
        The folder with ``nbgrader_config.py``, ``source``, ``lessons`` and ``notebooks``.
    """

    root: Path

    @property
    def assignments(self) -> list[str]:
        """Names of the graded notebooks that have a text master."""
        return sorted(file.stem for file in (self.root / "source").glob("[!.]*.py"))

    @property
    def lessons(self) -> list[str]:
        """Names of the lessons that have a text master."""
        return sorted(file.stem for file in (self.root / "lessons").glob("[!.]*.py"))

    def text(self, assignment: str) -> Path:
        """Return where a graded notebook's text stands."""
        return self.root / "source" / f"{assignment}.py"

    def source(self, assignment: str) -> Path:
        """Return where the instructor's notebook stands."""
        return self.root / "source" / assignment / f"{assignment}.ipynb"

    def release(self, assignment: str) -> Path:
        """Return where the student's notebook stands."""
        return self.root / "release" / assignment / f"{assignment}.ipynb"

    def lesson_text(self, name: str) -> Path:
        """Return where a lesson's text stands: not beside what students open."""
        return self.root / "lessons" / f"{name}.py"

    def lesson(self, name: str) -> Path:
        """Return where a lesson's notebook stands."""
        return self.root / "notebooks" / f"{name}.ipynb"

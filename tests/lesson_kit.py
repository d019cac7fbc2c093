"""Lessons run in a real kernel, and what they say in words."""

from __future__ import annotations

import re

import nbformat
from conftest import ROOT
from nbclient import NotebookClient
from pace import processor_time

LESSONS = ROOT / "notebooks"
SECONDS = 60
"""Of processor time, for a whole lesson, the kernel's start included; it takes about 10."""


def run_lesson(name: str, shorter: dict[str, str] | None = None) -> nbformat.NotebookNode:
    """Run a lesson from top to bottom; ``shorter`` says which words others take the place of."""
    text = (LESSONS / f"{name}.ipynb").read_text(encoding="utf-8")
    for long, short in (shorter or {}).items():
        assert long in text, long
        text = text.replace(long, short)
    notebook = nbformat.reads(text, as_version=4)
    began = processor_time()
    NotebookClient(notebook, timeout=1800, resources={"metadata": {"path": LESSONS}}).execute()
    assert processor_time() - began < SECONDS
    return notebook


def sound_lesson(name: str, shorter: dict[str, str] | None = None) -> nbformat.NotebookNode:
    """Run a lesson that ends without an error and without a warning."""
    notebook = run_lesson(name, shorter)
    assert_silent(notebook)
    assert outputs(notebook, "error") == []
    return notebook


def outputs(notebook: nbformat.NotebookNode, kind: str) -> list[nbformat.NotebookNode]:
    """Return all outputs of a kind."""
    cells = (cell for cell in notebook.cells if cell.cell_type == "code")
    return [output for cell in cells for output in cell.outputs if output.output_type == kind]


def assert_silent(notebook: nbformat.NotebookNode) -> None:
    """Check that nothing went to standard error."""
    assert [out.text for out in outputs(notebook, "stream") if out.name == "stderr"] == []


def printed(notebook: nbformat.NotebookNode) -> str:
    """Return all that was printed."""
    return "".join(out.text for out in outputs(notebook, "stream"))


def prose(name: str) -> str:
    """Return a lesson's markdown in one line, so that a statement is found across line ends."""
    notebook = nbformat.read(LESSONS / f"{name}.ipynb", as_version=4)
    text = " ".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return re.sub(r"\s+", " ", text)


def assert_stated(name: str, *phrases: str) -> None:
    """Check that a lesson says each of these phrases, so that a test of them tests the lesson."""
    text = prose(name)
    for phrase in phrases:
        assert phrase in text, f"the lesson {name} no longer says {phrase!r}"

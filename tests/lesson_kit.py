"""Lessons run in a real kernel, and what they say in words."""

from __future__ import annotations

import base64
import html
import os
import re

import nbformat
from conftest import ROOT, read_notebook, words_of
from nbclient import NotebookClient
from pace import processor_time

LESSONS = ROOT / "notebooks"
TEXTS = ROOT / "lessons"
COLUMNS = 60
SECONDS = 300
"""Of processor time, for a whole lesson, the kernel's start included; it takes about 10, so that
even a slow machine needs more only for work that somebody would wait for."""


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
    assert_narrow(notebook)
    assert outputs(notebook, "error") == []
    return notebook


def outputs(notebook: nbformat.NotebookNode, kind: str) -> list[nbformat.NotebookNode]:
    """Return all outputs of a kind."""
    cells = (cell for cell in notebook.cells if cell.cell_type == "code")
    return [output for cell in cells for output in cell.outputs if output.output_type == kind]


def assert_silent(notebook: nbformat.NotebookNode) -> None:
    """Check that nothing went to standard error."""
    assert [out.text for out in outputs(notebook, "stream") if out.name == "stderr"] == []


def assert_narrow(notebook: nbformat.NotebookNode) -> None:
    """Check that what is printed fits a narrow window.

    Arrays are as wide as NumPy writes them, and the path of a reader's own data as long as it is.
    """
    text = printed(notebook).replace(os.environ.get("COURSE_DATA_DIR") or "\0", "")
    wide = [line for line in text.splitlines() if len(line) > COLUMNS and "[" not in line]
    assert wide == []


def folded(notebook: nbformat.NotebookNode) -> list[str]:
    """Return the answers that stand folded below their questions."""
    shown = (out.data.get("text/markdown", "") for out in outputs(notebook, "display_data"))
    return [text for text in shown if text.startswith("<details>")]


def pictures(notebook: nbformat.NotebookNode) -> list[bytes]:
    """Return all pictures, those in folded answers too."""
    shown = outputs(notebook, "execute_result") + outputs(notebook, "display_data")
    found = [out.data["image/png"] for out in shown if "image/png" in out.data]
    pages = [out.data["text/html"] for out in shown if "text/html" in out.data]
    for text in (*folded(notebook), *pages):
        found += re.findall(r'src="data:image/png;base64,([^"]+)"', text)
    return [base64.b64decode(picture) for picture in found]


def printed(notebook: nbformat.NotebookNode) -> str:
    """Return all that was printed, in folded answers too."""
    texts = [out.text for out in outputs(notebook, "stream")]
    for text in folded(notebook):
        texts += map(html.unescape, re.findall(r"<pre [^>]*>(.*?)</pre>", text, re.DOTALL))
    return "\n".join(texts)


def prose(name: str) -> str:
    """Return what a lesson or a graded notebook says, in one line: statements cross line ends."""
    graded = ROOT / "release" / name / f"{name}.ipynb"
    return words_of(read_notebook(graded if graded.exists() else LESSONS / f"{name}.ipynb"))


def assert_stated(name: str, *phrases: str) -> None:
    """Check that a notebook says each of these phrases, so that a test of them is one of it."""
    text = prose(name)
    for phrase in phrases:
        assert phrase in text, f"{name} no longer says {phrase!r}"

"""Feedback pages that explain and do not leak: a preprocessor for ``nbgrader generate_feedback``.

Stock feedback shows the source of hidden tests, and runs whatever a student's output or text holds.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.cells import (
    ReleaseRules,
    has_hidden,
    is_locked,
    nbgrader_metadata,
    released_source,
    text_of,
)
from autograder.pixels import MAX_PIXELS, pixels_of

HIDDEN = "# More checks run here when the notebook is graded."
PICTURES = ("image/png", "image/jpeg")
_DATA = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,([A-Za-z0-9+/=]+)")
# TeX that makes links, loads extensions or sets styles in the reader's browser.
_TEX = re.compile(r"\\(href|url|require|style|class|cssId|data|html\w*|mmlToken|unicode|bbox)\b")


class HideHiddenTests(NbGraderPreprocessor):
    """Take the source of hidden tests out of feedback, and make all student content inert.

    Set it in ``nbgrader_config.py``, after ``GetGrades``::

        c.GenerateFeedback.preprocessors = [
            "nbgrader.preprocessors.GetGrades",
            "autograder.feedback.HideHiddenTests",
            "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
        ]
    """

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Rewrite the notebook that the page is made of."""
        graded_here = nb.metadata.pop("autograder", {})
        level = graded_here.get("isolation")
        nb.metadata.pop("widgets", None)
        nb.metadata.pop("title", None)
        given = self._given(resources)
        if hasattr(self.parent, "register_filter"):
            self.parent.register_filter("markdown2html", self._markdown(given))
        for cell in nb.cells:
            hidden = has_hidden(cell.source)
            if hidden:
                cell.source = hidden_source(cell)
            if cell.cell_type == "code":
                shown = [
                    kept for output in cell.outputs if (kept := inert(output, hidden, bool(level)))
                ]
                cell.outputs = [NotebookNode(output) for output in shown]
            elif cell.cell_type != "markdown":
                cell.cell_type, cell.metadata = "markdown", NotebookNode()
            if not is_locked(cell):
                cell.metadata.pop("tags", None)
                attached = cell.get("attachments", {})
                cell["attachments"] = NotebookNode(
                    {name: a for name, a in attached.items() if set(a) <= set(PICTURES)}
                )
                if cell.cell_type == "code" or not cell["attachments"]:
                    del cell["attachments"]
        if level in ("sandbox", "process", "none"):
            text = f"Graded automatically; isolation of the submitted code: {level}."
            note = {"cell_type": "markdown", "metadata": {}, "source": text, "id": "isolation"}
            nb.cells.insert(0, NotebookNode(note, metadata=NotebookNode()))
        return nb, resources

    def _given(self, resources: Any) -> set[str]:
        """Return the instructor's own texts, which may hold HTML."""
        names = resources.get("nbgrader", {})
        coursedir: Any = getattr(getattr(self.parent, "parent", None), "coursedir", None)
        try:
            folder = coursedir.format_path(coursedir.source_directory, ".", names["assignment"])
            notebook = json.loads((Path(folder) / f"{names['notebook']}.ipynb").read_bytes())
            return {
                text_of(cell["source"]).strip()
                for cell in notebook["cells"]
                if cell["cell_type"] == "markdown" and not nbgrader_metadata(cell).get("solution")
            }
        except (AttributeError, OSError, ValueError, KeyError, TypeError):
            return set()  # then no text is trusted

    def _markdown(self, given: set[str]) -> Any:
        trusted = self.parent.markdown2html

        @pass_context
        def render(context: Any, source: str) -> str:
            if source.strip() in given:
                shown: str = trusted(context, source)
                return shown
            cell = context.get("cell", {})
            renderer = _Renderer(
                escape=True,
                allow_harmful_protocols=None,  # type: ignore[arg-type]
                attachments=cell.get("attachments", {}),
                exclude_anchor_links=True,
            )
            page = MarkdownWithMath(renderer=renderer).render(without_mermaid(source))
            return _TEX.sub(r"\\text{\1}", page)

        return render


class _Renderer(IPythonRenderer):
    """A renderer whose pages do not unfold a small picture to fill the reader's memory."""

    def image(self, text: str, url: str, title: str | None = None) -> str:
        # Older versions of mistune pass the first two the other way round.
        return super().image(_without_bomb(text), _without_bomb(url), title)


def _without_bomb(address: str) -> str:
    plain = address.strip()
    if not plain.lower().startswith("data:"):
        return address
    found = _DATA.fullmatch(plain)
    return address if found and 0 < (pixels_of(found[1]) or 0) <= MAX_PIXELS else "#"


def without_mermaid(text: str) -> str:
    """Return Markdown in which no fence asks for a drawing program."""
    return re.sub(r"(?im)^(\W*(?:```+|~~~+)\s*)mermaid", r"\1text", text)


def hidden_source(cell: Any) -> str:
    """Return what students may read of a test cell with hidden tests."""
    seen = released_source(cell, ReleaseRules()).strip()
    if has_hidden(seen):  # a region without an end
        seen = seen.split("BEGIN HIDDEN TESTS")[0].rpartition("\n")[0]
    return f"{seen}\n{HIDDEN}".strip()


def inert(output: Any, hidden: bool, ours: bool) -> dict[str, Any] | None:
    """Return an output as text and pictures only.

    Parameters
    ----------
    hidden : bool
        Whether it comes from a hidden test: then only the test's message is shown.
    ours : bool
        Whether this engine made it. Its messages are written for students; an error of a hidden
        test that another engine ran may quote the expected value.
    """
    kind = output.get("output_type")
    if kind == "error":
        message = text_of(output.get("evalue", "")) if ours else "A hidden test did not pass."
        trace = message.split("\n") if hidden else [text_of(t) for t in output.get("traceback", [])]
        return {
            "output_type": "error",
            "ename": str(output.get("ename", "")),
            "evalue": message if hidden else text_of(output.get("evalue", "")),
            "traceback": trace,
        }
    if hidden and not ours:
        return None
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return {"output_type": "stream", "name": name, "text": text_of(output.get("text", ""))}
    data = output.get("data", {})
    kept = {mime: data[mime] for mime in PICTURES if _is_picture(data.get(mime))}
    text = text_of(data["text/plain"]) if "text/plain" in data else ""
    if not kept and not text:
        return None
    return {
        "output_type": "display_data",
        "metadata": {},
        "data": {**kept, **({"text/plain": text} if text else {})},
    }


def _is_picture(data: Any) -> bool:
    return isinstance(data, str) and re.fullmatch(r"[A-Za-z0-9+/=\s]+", data) is not None

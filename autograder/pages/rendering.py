"""Templates filled in: one page, with its style in it, that asks for nothing else."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

HERE = Path(__file__).resolve().parent
TEMPLATES = HERE / "templates"
_CODE = re.compile(r"`([^`\n]+)`")


@functools.cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["coded"] = coded
    made.globals["inline"] = inline
    made.globals["hash_of"] = hash_of
    return made


def coded(text: str) -> Markup:
    """Return text as HTML, with what stands between backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))


@functools.cache
def inline(name: str) -> Markup:
    """Return a style sheet or script of ours."""
    return Markup((TEMPLATES / name).read_text("utf-8"))


@functools.cache
def hash_of(name: str) -> str:
    """Return what a page's policy names a script of ours by: no other may run."""
    digest = hashlib.sha256((TEMPLATES / name).read_bytes()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@functools.cache
def version() -> str:
    """Hash all that decides what a page looks like."""
    digest = hashlib.sha256()
    around = [HERE.parent / "headings.py", HERE.parent / "learner" / "summary.py"]
    for path in [*sorted(HERE.rglob("*")), *around]:
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.read_bytes())
    return digest.hexdigest()


def render(template: str, **values: Any) -> str:
    """Fill in a template."""
    return _environment().get_template(template).render(**values)

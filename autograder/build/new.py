"""Begin a graded notebook: a text with one complete exercise, to be written over."""

from __future__ import annotations

import re
from pathlib import Path

from autograder.build.notebooks import BuildError, open_project

TEMPLATE = Path(__file__).parent / "templates" / "assignment.txt"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def new_assignment(root: Path, name: str) -> Path:
    """Write the text of a new graded notebook.

    Parameters
    ----------
    root : Path
        The course's folder.
    name : str
        The assignment's name, such as ``"07_weight_norms"``.

    Returns
    -------
    Path
        The text.

    Raises
    ------
    BuildError
        If there is no course, the name cannot be one, or something of that name is there.
    """
    refuse_name(root, name)
    text = filled(TEMPLATE, title=title_from(name))
    return write_new(root / "source" / f"{name}.py", text)


def refuse_name(root: Path, name: str) -> None:
    """Say why an assignment cannot have a name, if so."""
    open_project(root)
    if not _NAME.fullmatch(name):
        raise BuildError(
            f"{name!r} cannot be the name of an assignment: use letters, digits, - and _, as in "
            "07_weight_norms."
        )
    for there in (root / "source" / name, root / "source" / f"{name}.py"):
        if there.exists():
            raise BuildError(f"{there} is there already. Choose another name, or edit that.")


def title_from(name: str) -> str:
    """Return a heading for an assignment: its name in words."""
    words = re.sub(r"^\d+[_-]*", "", name).replace("_", " ").replace("-", " ").strip()
    return (words or name)[:1].upper() + (words or name)[1:]


def filled(template: Path, **values: str) -> str:
    """Return a template's text with its ``@words@`` replaced."""
    text = template.read_text(encoding="utf-8")
    for word, value in values.items():
        text = text.replace(f"@{word}@", value)
    return text


def write_new(file: Path, text: str) -> Path:
    """Write a file that is not there yet."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(file, "x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError:
        raise BuildError(f"{file} is there already. Choose another name, or edit that.") from None
    return file

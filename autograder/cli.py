"""The command line, ``python -m autograder``. All commands act on the course in this folder."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from autograder.commands.check import check
from autograder.commands.collect import collect
from autograder.commands.comment import comment
from autograder.commands.export import export
from autograder.commands.feedback import feedback
from autograder.commands.grade import grade
from autograder.commands.preflight import preflight
from autograder.commands.report import report
from autograder.commands.reporting import Commands
from autograder.commands.roster import roster
from autograder.commands.watch import watch
from autograder.errors import AutograderError

app = typer.Typer(
    cls=Commands,
    help="Build the course's notebooks and grade what students hand in.",
    no_args_is_help=True,
    rich_markup_mode="markdown",  # lines of a paragraph are joined to the terminal's width
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(grade)
app.command()(check)
app.command()(feedback)
app.command()(report)
app.command()(comment)
app.command()(preflight)
app.command()(collect)
app.command()(roster)
app.command()(export)
app.command()(watch)


@app.command()
def build(
    names: Annotated[
        list[str] | None, typer.Argument(help="Notebooks to build; all without.")
    ] = None,
    pull: Annotated[
        str | None, typer.Option(help="Bring this notebook's edits back into its text first.")
    ] = None,
) -> None:
    """Build notebooks, releases and tables from the hand-written text."""
    with _builder():
        from autograder.build import notebooks as builder

    root = Path.cwd()
    if pull:
        print(f"{builder.pull(root, pull).relative_to(root)}: written from the notebook")
    changed = builder.build(root, names)
    for file in changed:
        print(f"{file.relative_to(root)}: built")
    if not changed:
        print("Everything is fresh.")


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="Name of the assignment, such as 07_weight_norms.")],
) -> None:
    """Write the text of a new graded notebook: one complete exercise, to be written over."""
    with _builder():
        from autograder.build.new import new_assignment

    file = new_assignment(Path.cwd(), name)
    print(f"{file.relative_to(Path.cwd())}: written. Next:")
    print(f"  python -m autograder build {name}")
    print(f"  python -m autograder check source/{name}/{name}.ipynb")


@contextlib.contextmanager
def _builder() -> Iterator[None]:
    """Say what is missing where the builder's libraries are not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise AutograderError(
            f"Notebooks are built with {error.name}, which this Python ({sys.executable}) lacks: "
            f"{sys.executable} -m pip install {error.name}"
        ) from None

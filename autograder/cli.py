"""The command line, ``python -m autograder``. All commands act on the course in this folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from autograder.commands.check import check
from autograder.commands.grade import grade

app = typer.Typer(
    help="Build the course's notebooks and grade what students hand in.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(grade)
app.command()(check)


def fail(error: Exception) -> typer.Exit:
    """Write an error for a person to standard error, and return what to raise."""
    # As Text: brackets in a path or message are no markup.
    Console(stderr=True).print(Text.assemble(("Error: ", "red"), str(error)), soft_wrap=True)
    return typer.Exit(1)


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
    from autograder.build import notebooks as builder

    root = Path.cwd()
    try:
        if pull:
            print(f"{builder.pull(root, pull).relative_to(root)}: written from the notebook")
        changed = builder.build(root, names)
    except builder.BuildError as error:
        raise fail(error) from error
    for file in changed:
        print(f"{file.relative_to(root)}: built")
    if not changed:
        print("Everything is fresh.")


@app.command()
def demo(
    folder: Annotated[Path, typer.Option(help="Where the course goes.")] = Path("demo"),
    assignment: Annotated[str, typer.Option(help="The assignment to grade.")] = "02_regularization",
) -> None:
    """Grade a simulated class and show the result."""
    from autograder.demo import DemoError, run_demo

    console = Console(width=None if sys.stdout.isatty() else 130, highlight=False)
    try:
        run_demo(Path.cwd(), folder, assignment, console)
    except DemoError as error:
        raise fail(error) from error


@app.command()
def gallery(
    names: Annotated[
        list[str] | None, typer.Argument(help="Galleries to compute; all without.")
    ] = None,
) -> None:
    """Train the networks that the lessons show, and write utils/gallery/ (minutes)."""
    from autograder.build.notebooks import BuildError, open_project
    from autograder.gallery import build_gallery

    root = Path.cwd()
    try:
        open_project(root)
        files = build_gallery(root, names)
    except (BuildError, ValueError) as error:
        raise fail(error) from error
    for file in files:
        print(f"{file.relative_to(root)}: built")


@app.command()
def pictures() -> None:
    """Draw the built-in pictures of cats and non-cats, and write utils/data/cats.h5."""
    from autograder.build.notebooks import BuildError, open_project
    from autograder.pictures import build_pictures

    root = Path.cwd()
    try:
        open_project(root)
    except BuildError as error:
        raise fail(error) from error
    print(f"{build_pictures(root).relative_to(root)}: built")

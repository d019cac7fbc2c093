"""The command line ``python -m exercises``: makes what this course checks in, and shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from autograder.commands.reporting import Commands

app = typer.Typer(
    cls=Commands,
    help="The course's secret part: what is made from the exercises and their solutions.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command()
def demo(
    folder: Annotated[Path, typer.Option(help="Where the course goes.")] = Path("demo"),
    assignment: Annotated[str, typer.Option(help="The assignment to grade.")] = "02_regularization",
) -> None:
    """Grade a simulated class and show the result."""
    from exercises.demo import run_demo

    console = Console(highlight=False)
    run_demo(Path.cwd(), folder, assignment, console)


@app.command()
def gallery(
    names: Annotated[
        list[str] | None, typer.Argument(help="Galleries to compute; all without.")
    ] = None,
) -> None:
    """Train the networks that the lessons show, and write utils/gallery/ (minutes)."""
    from autograder.build.notebooks import open_project
    from exercises.gallery import build_gallery

    root = Path.cwd()
    open_project(root)
    for file in build_gallery(root, names):
        print(f"{file.relative_to(root)}: built")


@app.command()
def pictures() -> None:
    """Draw the built-in pictures of cats and non-cats, and write utils/data/cats.h5."""
    from autograder.build.notebooks import open_project
    from exercises.pictures import build_pictures

    root = Path.cwd()
    open_project(root)
    print(f"{build_pictures(root).relative_to(root)}: built")


@app.command()
def recordings() -> None:
    """Record what PyTorch computes in lesson 7, and write utils/recorded/pytorch.json."""
    from autograder.build.notebooks import open_project
    from exercises.recordings import record
    from utils.torch_bridge import RECORDING

    root = Path.cwd()
    open_project(root)
    for name in record(root / "lessons" / "lesson_7_in_pytorch.py", RECORDING):
        print(f"{name}: recorded")


@app.command()
def tables() -> None:
    """Write the tables in utils/ that come from the exercises; `autograder build` does it too."""
    from autograder.build.notebooks import open_project, write
    from exercises.tables import tables as made

    root = Path.cwd()
    open_project(root)
    for file, content in made(root):
        for changed in write(file, content):
            print(f"{changed.relative_to(root)}: built")


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="Name of the assignment, such as 07_weight_norms.")],
    exercise: Annotated[
        str, typer.Option(help="Id of its first exercise, in the words of the task.")
    ] = "squared-error",
) -> None:
    """Begin a graded notebook: its text, one complete exercise, its registration and tests."""
    from exercises.new import new_assignment

    root = Path.cwd()
    for file in new_assignment(root, name, exercise):
        print(f"{file.relative_to(root)}: written")
    print(f"Next: python -m autograder build {name}")


if __name__ == "__main__":
    app(prog_name="python -m exercises")

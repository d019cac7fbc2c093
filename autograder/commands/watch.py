"""``python -m autograder watch <assignment>``: grade what arrives."""

from __future__ import annotations

from typing import Annotated

import typer

from autograder.commands.grade import Require, cores


def watch(
    assignment: Annotated[str, typer.Argument(help="Name of the assignment, as under source/.")],
    interval: Annotated[float, typer.Option(min=1, help="Seconds between two looks.")] = 5.0,
    quiet: Annotated[
        float, typer.Option(min=0, help="Seconds that a submission must not have changed.")
    ] = 10.0,
    minutes: Annotated[
        float | None, typer.Option(min=0, help="How long to watch; without: until Ctrl-C.")
    ] = None,
    exchange: Annotated[
        bool,
        typer.Option("--exchange", help="Fetch what comes into nbgrader's exchange, too."),
    ] = False,
    workers: Annotated[
        int, typer.Option(min=1, max=256, help="Processes that grade at the same time.")
    ] = cores(),
    require: Require = None,
) -> None:
    """Grade submissions and write their feedback as they arrive in submitted/.

    A submission that is still being written is left until it is quiet. Only what is new or
    changed is graded, at most 50 at a time; a run that was stopped goes on where it was. Ends
    with 0 when the time is over or you press Ctrl-C, with 2 if the course cannot be watched.
    """
    from autograder.batch.watch import Watch
    from autograder.batch.watch import watch as keep_watching

    options = [f"--workers={workers}", *([f"--require={require}"] if require else [])]
    wanted = Watch(assignment, options, quiet, exchange)
    seconds = None if minutes is None else 60 * minutes
    keep_watching(
        wanted, interval=interval, seconds=seconds, say=lambda text: print(text, flush=True)
    )

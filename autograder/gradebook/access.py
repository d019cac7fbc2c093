"""How the gradebook is reached, and told in one sentence where it refuses."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from autograder.errors import AutograderError

LOCK_SECONDS = 60  # how long to wait for a formgrader that is writing


def engine_of(url: sa.URL) -> sa.Engine:
    """Return the engine for a gradebook's address."""
    options: dict[str, Any] = {}
    if url.get_backend_name() == "sqlite":
        options["connect_args"] = {"timeout": LOCK_SECONDS}
    elif url.get_driver_name() == "psycopg2":
        options["executemany_mode"] = "values_plus_batch"
    return sa.create_engine(url, **options)


class GradebookError(AutograderError):
    """The gradebook cannot be used; the message says why and what to do."""


@contextlib.contextmanager
def told(what: str) -> Iterator[None]:
    """Tell in one sentence what a database or its driver refuses.

    Parameters
    ----------
    what : str
        What the gradebook cannot be, such as ``"cannot be read"``.
    """
    try:
        yield
    except (sa.exc.SQLAlchemyError, ImportError) as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        if "database is locked" in reason:
            reason = (
                f"another program has held it for {LOCK_SECONDS} seconds, such as formgrader or "
                "another command of this course. Nothing was lost: let it end, then run this again."
            )
        raise GradebookError(f"The gradebook {what}: {reason}") from None

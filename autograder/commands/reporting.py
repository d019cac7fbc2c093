"""The one place where errors become messages and exit codes."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from rich.text import Text
from typer.core import TyperGroup

from autograder.errors import AutograderError

CANNOT = AutograderError.exit_code
STOPPED = 130
CUT_OFF = 141


class Commands(TyperGroup):
    """A group of commands that tell a person what is wrong, never with a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except AutograderError as error:
            raise _told(str(error), error.exit_code) from error
        except BrokenPipeError:  # whoever read the output has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(CUT_OFF) from None
        except OSError as error:
            raise _told(f"A file cannot be read or written: {error}", CANNOT) from error
        except KeyboardInterrupt:
            text = "Stopped. What was done is kept; run this again to go on."
            raise _told(text, STOPPED) from None


def _told(text: str, exit_code: int) -> typer.Exit:
    from autograder.report import console

    label = "" if exit_code == STOPPED else "Error: "
    # As Text: brackets in a path or message are no markup.
    said = Text.assemble((label, "red"), text)
    console(stderr=True).print(said)
    return typer.Exit(exit_code)

"""The commands as an application, for tests that need a process of their own."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import Any

import typer

from autograder.commands import grade as grade_module
from autograder.commands.check import check
from autograder.commands.grade import grade
from autograder.commands.reporting import Commands

app = typer.Typer(cls=Commands, pretty_exceptions_enable=False)
app.command()(grade)
app.command()(check)

if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(__file__))
    if os.environ.get("KIT_FAKE"):
        real = grade_module.settings_of

        def fake(*arguments: Any) -> Any:
            """Grade with the stand-in."""
            return replace(real(*arguments), stand_in="course_kit:fake_grade_notebook")

        grade_module.settings_of = fake
    app()

"""The same work for otter-grader's local run (``otter run``), in an environment of its own.

What is equivalent: otter executes the same given and solution cells in a kernel, and then tests
whose code is, line by line, the instructor's test cells, hidden ones included; they call the same
`check` and `examine` and have the same points. What is not: otter runs the tests in the student's
own process, with no isolation; it runs them after the last cell, each once, and writes a JSON
file and no gradebook. The cells that nbgrader skips, and the test cells themselves, are left out
of the notebook that it gets.
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.cells import SKIP, nbgrader_metadata, role_of, tags_of, text_of
from benchmarks.classes import Scores, read_notebook
from benchmarks.measure import CommandError, Usage, run

VERSION = "7.0.0"
PACKAGES = ("numpy", "scipy", "matplotlib", "h5py", "ipykernel")


def environment(folder: Path, constraints: Path) -> Path:
    """Make otter's environment with uv, unless it is there; return its program."""
    program = folder / "bin" / "otter"
    if program.exists():
        return program
    uv = shutil.which("uv") or str(Path(sys.executable).parent / "uv")
    for command in (
        [uv, "venv", "--quiet", "--python", sys.executable, str(folder)],
        [
            *(uv, "pip", "install", "--quiet", "--python", str(folder / "bin" / "python")),
            *("--compile-bytecode", f"otter-grader=={VERSION}", *_pinned(constraints)),
        ],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise CommandError(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    return program


def _pinned(constraints: Path) -> list[str]:
    """Return the packages that notebooks compute with, at the course's own versions."""
    lines = constraints.read_text(encoding="utf-8").splitlines() if constraints.exists() else []
    # A package may be pinned several times, for other versions of Python: markers tell which.
    pins = [line.strip() for line in lines if line.split("==")[0].strip().lower() in PACKAGES]
    return pins or [*PACKAGES]


def write_tests(source: Mapping[str, Any], folder: Path) -> None:
    """Write otter's test files: one for each test cell of the instructor's notebook."""
    folder.mkdir(parents=True)
    for cell in source["cells"]:
        if role_of(cell) == "test":
            mark = nbgrader_metadata(cell)
            name = mark["grade_id"].replace("-", "_")
            case = {"code": doctest_of(text_of(cell["source"])), "hidden": False, "locked": False}
            test = {
                "name": name,
                "points": mark["points"],
                "suites": [{"cases": [case], "scored": True, "setup": "", "teardown": ""}],
            }
            (folder / f"{name}.py").write_text(f"OK_FORMAT = True\ntest = {test!r}\n", "utf-8")


def doctest_of(text: str) -> str:
    """Return a cell's code as a doctest that passes if nothing is raised, whatever it prints."""
    block = "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()):\n"
    # Through the syntax tree, so that no line of a long string is taken for one of code.
    block += "".join(f"    {line}\n" for line in ast.unparse(ast.parse(text)).splitlines())
    first, second, *rest = block.splitlines()
    return "\n".join([f">>> {first}", f">>> {second}", *(f"... {line}" for line in rest)])


def runnable(notebook: Mapping[str, Any]) -> dict[str, Any]:
    """Return a submission as otter gets it: given and solution cells."""
    cells = [
        cell for cell in notebook["cells"] if role_of(cell) != "test" and SKIP not in tags_of(cell)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {**notebook, "cells": cells, "metadata": {"kernelspec": kernel}}


class Otter:
    """Grades a course's submissions with otter, one command for each as its manual shows."""

    def __init__(self, program: Path, project: Path, course: Path, assignment: str, folder: Path):
        self.program, self.course, self.assignment = program, course, assignment
        self.folder = folder
        folder.mkdir()
        bare = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        path = f"{program.parent}{os.pathsep}{os.environ.get('PATH', '')}"
        self.env = bare | {"PYTHONPATH": str(project), "PATH": path}
        write_tests(read_notebook(course / "source", assignment), folder / "tests")
        self._otter("generate", "-t", folder / "tests", "-o", folder / "autograder.zip")

    def _otter(self, *arguments: str | Path) -> Usage:
        return run([self.program, *arguments], self.folder, self.env)

    def grade(self, students: Sequence[str]) -> tuple[Usage, Scores]:
        """Grade students one after the other; return what it took and their points."""
        usages, scores = [], {}
        for name in students:
            notebook = read_notebook(self.course / "submitted" / name, self.assignment)
            path = self.folder / f"{self.assignment}.ipynb"
            path.write_text(json.dumps(runnable(notebook)), encoding="utf-8")
            out = self.folder / "out" / name
            out.mkdir(parents=True, exist_ok=True)
            pack = self.folder / "autograder.zip"
            usages.append(self._otter("run", "-a", pack, "-o", out, "--no-logo", path))
            results = json.loads((out / "results.json").read_text(encoding="utf-8"))
            scores[name] = {
                test["name"].replace("_", "-"): float(test["score"])
                for test in results["tests"]
                if "max_score" in test and test["name"] != "Public Tests"
            }
        total = Usage(
            sum(usage.seconds for usage in usages),
            sum(usage.cpu for usage in usages),
            max(usage.memory for usage in usages),
        )
        return total, scores

"""A small course for tests, and a stand-in for the engine that grades it quickly."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from cell_kit import cell, notebook

from autograder.assignment import Assignment
from autograder.cells import ReleaseRules, checksum, cleared_source, nbgrader_metadata
from autograder.errors import BrokenSourceError
from autograder.notes import Note
from autograder.result import Result, TestResult

CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "kit"
"""


SOLUTION = """def double(x):
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION"""
HIDDEN = """### BEGIN HIDDEN TESTS
assert double(21) == 42, "the secret is 42"
### END HIDDEN TESTS"""


def source_notebook(hidden: str = HIDDEN) -> dict[str, Any]:
    """Return the instructor's notebook: one exercise, and one question for a human."""
    test = {"grade": True, "locked": True}
    return notebook(
        cell("markdown", "# Doubling", "title"),
        cell("code", "import math", "given", locked=True),
        cell("code", SOLUTION, "double", solution=True),
        cell("code", "assert double(2) == 4", "double-check", points=2, **test),
        cell("code", hidden, "double-hidden", points=3, **test),
        cell("markdown", "Why?", "why", grade=True, solution=True, points=4),
    )


def second_notebook() -> dict[str, Any]:
    """Return the instructor's second notebook."""
    solution = SOLUTION.replace("double", "triple").replace("2 *", "3 *")
    return notebook(
        cell("code", solution, "triple", solution=True),
        cell("code", "assert triple(2) == 6", "triple-check", points=1, grade=True, locked=True),
    )


def write(path: Path, content: dict[str, Any] | str | bytes) -> Path:
    """Write a notebook, text or bytes; make folders as needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path


def make_course(root: Path, config: str = "", *, two: bool = False) -> Path:
    """Write a course: settings and source notebooks."""
    write(root / "nbgrader_config.py", CONFIG + config)
    write(root / "source" / "a1" / "a1.ipynb", source_notebook())
    if two:
        write(root / "source" / "a1" / "b1.ipynb", second_notebook())
    return root


def released(source: dict[str, Any]) -> dict[str, Any]:
    """Return what nbgrader's generate_assignment gives to students."""
    rules = ReleaseRules()
    cells = []
    for item in source["cells"]:
        item = json.loads(json.dumps(item))
        if mark := nbgrader_metadata(item):
            item["source"] = cleared_source(item, rules)
            if "HIDDEN" in item["source"]:
                item["source"] = ""
            item["metadata"]["deletable"] = False
            if not mark["solution"]:
                item["metadata"]["editable"] = False
            kind = item["cell_type"]
            item["metadata"]["nbgrader"] |= {"checksum": checksum(item), "cell_type": kind}
        cells.append(item)
    return source | {"cells": cells}


def answer(source: dict[str, Any], **texts: str) -> dict[str, Any]:
    """Return a student's notebook: the released one with these cells' texts."""
    made = released(source)
    for item in made["cells"]:
        item["source"] = texts.get(item["id"].replace("-", "_"), item["source"])
    return made


RIGHT = "def double(x):\n    return x + x"
WRONG = "def double(x):\n    return 4"


def submit(
    root: Path, student: str, text: str = RIGHT, when: str | None = None, **texts: str
) -> Path:
    """Hand in a1 for a student; ``text`` is the solution cell's."""
    folder = root / "submitted" / student / "a1"
    write(folder / "a1.ipynb", answer(source_notebook(), double=text, **texts))
    if when:
        write(folder / "timestamp.txt", when)
    return folder


def fake_grade_notebook(
    assignment: Assignment, submission: Path, *, student: str, server: None
) -> SimpleNamespace:
    """Grade honest notebooks in this very process; stand in for ``grade_notebook``.

    A solution text with ``EXIT`` ends the process, ``SLEEP`` and ``HANG`` wait, ``RAISE`` is a
    defect of ours.
    """
    source, name = assignment.source, assignment.notebook
    with open(submission.parents[2] / "kit.log", "a") as file:  # who was graded, for tests
        file.write(f"{student} {name}\n")
    try:
        handed_in = json.loads((submission / f"{name}.ipynb").read_bytes())
        texts = {c["id"]: c["source"] for c in handed_in["cells"]}
        refused = None
    except (OSError, ValueError, KeyError) as error:
        texts, refused = {}, f"cannot be read: {type(error).__name__}"
    if any("EXIT" in text for text in texts.values()):
        os._exit(9)
    if any("BROKEN" in c["source"] for c in source["cells"]):
        raise BrokenSourceError("the source is broken")
    if any("RAISE" in text for text in texts.values()):
        raise RuntimeError("a defect")
    waits = {"SLEEP": 0.3, "HANG": 300}
    time.sleep(max([s for word, s in waits.items() if word in str(texts)], default=0))
    graded, tests, space = [], [], {}
    for item in source["cells"]:
        item, mark = json.loads(json.dumps(item)), nbgrader_metadata(item)
        if mark:
            known = dict(item, source=cleared_source(item, ReleaseRules()))
            mark |= {"checksum": checksum(known), "cell_type": item["cell_type"]}
            item["metadata"] |= {"deletable": False}
            if not mark["solution"]:
                item["metadata"]["editable"] = False
            else:
                item["source"] = texts.get(item["id"], known["source"])
            item["metadata"]["nbgrader"] = mark
        failed = _execute(item, space) if item["cell_type"] == "code" else None
        if mark.get("grade"):
            verdict = "timeout" if "TIMEOUT" in texts.get("double", "") else None
            tests.append(_judge(item, mark, failed, refused, verdict))
        graded.append(item)
    result = Result(
        student,
        assignment.name,
        name,
        tuple(tests),
        (Note("info" if "FileNotFound" in refused else "refusal", refused),) if refused else (),
        "none" if refused else assignment.settings.isolation,
        needs_human=bool(refused),
    )
    return SimpleNamespace(result=result, notebook=source | {"cells": graded})


def watched_grade_notebook(*arguments: Any, **names: Any) -> Any:
    """Grade with the real engine, and break down if the process knows nbgrader or nbformat."""
    from autograder.grade import grade_notebook

    graded = grade_notebook(*arguments, **names)
    if heavy := {"nbgrader", "nbformat", "nbconvert", "sqlalchemy"} & set(sys.modules):
        raise RuntimeError(f"imported {sorted(heavy)}")
    return graded


def _judge(
    item: dict[str, Any], mark: Any, failed: str | None, refused: str | None, forced: str | None
) -> TestResult:
    most = float(mark["points"])
    if forced:
        return TestResult(item["id"], 0.0, most, forced, "too slow")  # type: ignore[arg-type]
    if refused:
        return TestResult(item["id"], 0.0, most, "not run", refused)
    if mark["solution"]:
        return TestResult(item["id"], None, most, "manual")
    hint = "DBL-CONST" if failed else None
    verdict = "failed" if failed else "passed"
    told = "A hidden check was not met." if failed and "HIDDEN" in item["source"] else failed or ""
    return TestResult(item["id"], 0.0 if failed else most, most, verdict, told, hint)


def _execute(item: dict[str, Any], space: dict[str, Any]) -> str | None:
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output):
            exec(item["source"], space)
        return None
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        item["outputs"] = [
            {
                "output_type": "error",
                "ename": type(error).__name__,
                "evalue": str(error),
                "traceback": [said],
            }
        ]
        return said

"""The graded notebooks in a real kernel, and their anatomy."""

import ast
import contextlib
import json
import os
import re
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, read_notebook
from lesson_kit import assert_narrow, assert_silent, pictures, printed
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from exercises import ASSIGNMENTS

EACH = pytest.mark.parametrize("assignment", ASSIGNMENTS)
ONE_AT_ONCE = [
    pytest.param(each, marks=() if each == "02_regularization" else pytest.mark.long)
    for each in ASSIGNMENTS
]
"""All assignments; one of them runs in every test run."""
SHORTER = {
    "01_initialization": {
        "num_iterations=15000": "num_iterations=150",
        "i % 1000": "i % 10",
        "every=500, label": "num_iterations=150, every=5, label",
        "num_iterations=3001": "num_iterations=31",
        "np.arange(0, 3001, 1000)": "np.arange(0, 31, 10)",
        "0.05, 600, label": "0.05, 6, label",
        "num_steps=1000": "num_steps=100",
        "np.arange(1001)": "np.arange(101)",
    },
    "02_regularization": {"num_iterations=30000": "num_iterations=1000"},
    "03_gradient_checking": {"range(300)": "range(10)", "range(20)": "range(3)"},
    "04_minibatch_training": {
        ", split, ": ", split, epochs=60, ",
        "epochs=600": "epochs=20",
        "range(1, 6)": "range(1, 3)",
    },
    "05_deep_network": {"iterations=600": "iterations=20", "steps(5": "steps(2"},
    "06_other_regularizers": {"EPOCHS, MOST = 80, 150": "EPOCHS, MOST = 4, 5"},
    "08_capstone": {"EPOCHS, RATE = 40, 0.05": "EPOCHS, RATE = 1, 0.05"},
}
"""What makes the notebooks' trainings short: every cell runs all the same."""


def run(notebook: dict, folder: Path) -> nbformat.NotebookNode:
    """Run a notebook in a real kernel, from a folder, to its end or its first error."""
    node = nbformat.from_dict(json.loads(json.dumps(notebook)))
    for cell in node.cells:
        # A learner runs the long cells too; only grading skips them.
        cell.metadata.pop("tags", None)
        if isinstance(cell.source, list):
            cell.source = "".join(cell.source)
    client = NotebookClient(node, timeout=1800, resources={"metadata": {"path": str(folder)}})
    with contextlib.suppress(CellExecutionError):
        client.execute()
    return node


def outputs_of(node: nbformat.NotebookNode, kind: str) -> list[tuple[str, dict]]:
    """Return the outputs of a kind with the id of their cell."""
    return [
        (cell.id, output)
        for cell in node.cells
        for output in cell.get("outputs", [])
        if output.output_type == kind
    ]


def shortened(step: str, assignment: str) -> dict:
    """Return the instructor's or the students' notebook with short trainings."""
    text = (ROOT / step / assignment / f"{assignment}.ipynb").read_text(encoding="utf-8")
    for long, short in SHORTER.get(assignment, {}).items():
        assert long in text, long
        text = text.replace(long, short)
    return json.loads(text)


@pytest.mark.parametrize(
    ("assignment", "whole"),
    [pytest.param(*each.values, False, marks=each.marks) for each in ONE_AT_ONCE]
    + [pytest.param(each, True, marks=pytest.mark.slow) for each in SHORTER],
)
def test_the_instructors_notebook_runs_to_its_end(assignment, whole, tmp_path):
    source = read_notebook(ROOT / "source" / assignment / f"{assignment}.ipynb")
    node = run(source if whole else shortened("source", assignment), tmp_path)
    assert outputs_of(node, "error") == []
    assert_silent(node)
    assert_narrow(node)
    text = printed(node)
    for exercise in ASSIGNMENTS[assignment]:
        assert f"{exercise.id}: correct." in text
    drawn = pictures(node)
    assert len(drawn) >= 6
    if folder := os.environ.get("COURSE_PICTURES_DIR"):
        for number, picture in enumerate(drawn):
            Path(folder, f"{assignment}-{number}.png").write_bytes(picture)


@pytest.mark.parametrize("assignment", ONE_AT_ONCE)
def test_the_students_notebook_runs_to_its_first_unsolved_check(assignment, tmp_path):
    node = run(shortened("release", assignment), tmp_path)
    ((cell, error),) = outputs_of(node, "error")
    first = ASSIGNMENTS[assignment][0].id
    assert cell == f"{first}-check"
    assert error.evalue.startswith(f"{first}: not attempted yet.")
    assert error.traceback == error.evalue.splitlines()


def lines_of_code(text: str) -> int:
    """Count lines that hold code: no blank lines, comments or docstrings."""
    tree = ast.parse(re.sub(r"^[%!].*$", "", text, flags=re.MULTILINE))
    counted = {number for node in ast.walk(tree) if hasattr(node, "lineno")
               for number in (node.lineno, node.end_lineno)}  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and ast.get_docstring(node):
            counted -= set(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    return len(counted)


@EACH
def test_the_notebook_has_the_size_and_parts_that_learners_can_hold(assignment):
    notebook = read_notebook(ROOT / "release" / assignment / f"{assignment}.ipynb")
    # What is folded draws what a choice opens; nobody has to read it.
    unfolded = [cell for cell in notebook["cells"] if "jupyter" not in cell["metadata"]]
    code = ["".join(c["source"]) for c in unfolded if c["cell_type"] == "code"]
    text = ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "markdown"]
    assert 30 <= len(unfolded) <= 45
    assert sum(map(lines_of_code, code)) <= 350
    assert max(map(lines_of_code, code)) <= 30
    assert "When you are done, you can" in text[0]
    assert "What to remember" in text[-1] and "Where to go next" in text[-1]
    ids = [cell["id"] for cell in notebook["cells"]]
    for number, exercise in enumerate(ASSIGNMENTS[assignment], start=1):
        place = ids.index(exercise.id)
        before, after = notebook["cells"][place - 2], notebook["cells"][place + 3]
        assert ids[place - 1] == f"{exercise.id}-predict"
        goal = "".join(before["source"])
        assert f"## Exercise {int(assignment[:2])}.{number}: " in goal
        assert "**Predict.**" in goal and "minutes" in goal
        assert "".join(after["source"]).count("<details>") == 3
        following = ["".join(cell["source"]) for cell in notebook["cells"][place + 4 : place + 6]]
        assert any("**What you saw.**" in text for text in following)
        assert "### START CODE HERE ###" in "".join(notebook["cells"][place]["source"])


@EACH
def test_points_follow_the_minutes_that_are_stated(assignment):
    """An exercise has the share of the points that it has of the minutes."""
    cells = read_notebook(ROOT / "release" / assignment / f"{assignment}.ipynb")["cells"]
    text = ["".join(c["source"]) for c in cells if c["cell_type"] == "markdown"]
    stated = re.findall(r"^\*.*, (\d+) minutes, (\d+) points\.\*$", "\n".join(text), re.MULTILINE)
    minutes, points = ([int(pair[i]) for pair in stated] for i in (0, 1))
    given = {cell["id"]: cell["metadata"]["nbgrader"].get("points", 0) for cell in cells
             if "nbgrader" in cell["metadata"]}  # fmt: skip
    assert points == [
        given[f"{exercise.id}-check"] + given[f"{exercise.id}-hidden"]
        for exercise in ASSIGNMENTS[assignment]
    ]
    for here, earned in zip(minutes, points, strict=True):
        assert earned * sum(minutes) == here * sum(points)
    (total,) = re.findall(r"It takes about (\d+)\s+minutes", text[0].replace("\n", " "))
    folded = ["".join(c["source"]) for c in cells if "source_hidden" in str(c["metadata"])]
    answers = [words for cell in folded for words in re.findall(r'"""(.*?)"""', cell, re.DOTALL)]
    without_hints = re.sub(r"<details>.*?</details>", "", "\n".join(text), flags=re.DOTALL)
    words = len(" ".join([without_hints, *answers]).split())
    assert abs(words / 200 + sum(minutes) - int(total)) <= 5

"""A small assignment with utils of its own, and ways to answer it: for tests of the engine."""

from __future__ import annotations

import base64
import functools
import json
from typing import Any

from cell_kit import notebook, released

from autograder.assignment import Assignment
from autograder.cells import ReleaseRules
from autograder.course.settings import Settings
from autograder.grade import Graded, grade_notebook

PNG = base64.b64encode(
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes([0, 0, 0, 9] * 2) + b"\x08"
).decode()
RULES = ReleaseRules(code_stub="")

GOOD_COST = '''def cost(a, y, lambd):
    """Compute the cost."""
    m = y.shape[1]
    return float(np.sum((a - y) ** 2) / (2 * m) + lambd / (2 * m) * np.sum(a**2))
'''
GOOD_STEP = '''def step(parameters, grads, rate=0.1):
    """Take one step."""
    for key in parameters:
        parameters[key] = parameters[key] - rate * grads["d" + key]
    return parameters
'''
GOOD_DROP = '''def drop(a, keep_prob, rng):
    """Drop units."""
    mask = rng.rand(*a.shape) < keep_prob
    return a * mask / keep_prob, mask
'''
GOOD = {"cost": GOOD_COST, "step": GOOD_STEP, "drop": GOOD_DROP}
STUBS = {
    "cost": 'def cost(a, y, lambd):\n    """Compute the cost."""\n    return None\n',
    "step": 'def step(parameters, grads, rate=0.1):\n    """Take one step."""\n    return None\n',
    "drop": 'def drop(a, keep_prob, rng):\n    """Drop units."""\n    return None, None\n',
}


def mark(kind: str, grade_id: str, points: float | None = None) -> dict[str, Any]:
    """Return nbgrader's metadata of one of its kinds of cell."""
    shapes = {
        "solution": (False, True, False, False),
        "test": (True, False, True, False),
        "locked": (False, False, True, False),
        "manual": (True, True, False, False),
        "task": (False, False, True, True),
    }
    grade, solution, locked, task = shapes[kind]
    found: dict[str, Any] = {
        "grade": grade,
        "grade_id": grade_id,
        "locked": locked,
        "schema_version": 3,
        "solution": solution,
        "task": task,
    }
    if points is not None:
        found["points"] = points
    return found


def code(source: str, nbgrader: dict[str, Any] | None = None, tags: tuple[str, ...] = (), id=None):
    """Return a code cell."""
    metadata: dict[str, Any] = {"nbgrader": nbgrader} if nbgrader else {}
    if tags:
        metadata["tags"] = list(tags)
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": id or (nbgrader["grade_id"] if nbgrader else f"c{abs(hash(source)) % 10**8}"),
        "metadata": metadata,
        "outputs": [],
        "source": source.strip("\n"),
    }


def text(source: str, nbgrader: dict[str, Any] | None = None, id=None) -> dict[str, Any]:
    """Return a markdown cell."""
    return {
        "cell_type": "markdown",
        "id": id or (nbgrader["grade_id"] if nbgrader else f"t{abs(hash(source)) % 10**8}"),
        "metadata": {"nbgrader": nbgrader} if nbgrader else {},
        "source": source,
    }


def solution(name: str) -> str:
    """Return a solution cell's text with its region."""
    head, doc, *body = GOOD[name].strip("\n").split("\n")
    stub = STUBS[name].strip("\n").split("\n")[2:]
    region = ["    ### BEGIN SOLUTION", *body, "    ### END SOLUTION"]
    # The given text returns a placeholder; the solution above it returns first.
    return "\n".join([head, doc, *region, *stub])


GIVEN = """
import numpy as np

SCALE = {"value": 2.0}


def check(name, got, expected):
    assert got is not None, f"{name}: not attempted yet"
    assert np.allclose(got, expected), f"{name}: not yet"
    print(f"{name}: correct.")


def train(parameters, grads, steps):
    for _ in range(steps):
        parameters = step(parameters, grads)
    return parameters
"""
COST_CHECK = """
a = np.array([[0.5, 1.0]])
y = np.array([[1.0, 1.0]])
value = cost(a, y, 0.1)
print(f"cost = {value}")
check("cost", value, 0.09375)
"""
COST_HIDDEN = """
# More checks run when the notebook is graded.
### BEGIN HIDDEN TESTS
for _ in range(5):
    a, y = np.random.rand(3, 4), np.random.rand(3, 4)
    secret = np.sum((a - y) ** 2) / 8 + 0.3 / 8 * np.sum(a**2)
    assert np.allclose(cost(a.copy(), y.copy(), 0.3), secret), f"secret {secret}"
### END HIDDEN TESTS
"""
STEP_CHECK = """
p = {"W": np.array([1.0, 2.0])}
g = {"dW": np.array([1.0, -1.0])}
check("step", step(p, g)["W"], [0.9, 2.1])
check("train", train({"W": np.array([1.0, 2.0])}, g, 3)["W"], [0.7, 2.3])
assert SCALE["value"] == 2.0
SCALE["value"] = 99.0
"""
DROP_CHECK = """
rng = np.random.RandomState(1)
a = np.ones((3, 4))
dropped, mask = drop(a, 0.8, rng)
reference = np.random.RandomState(1)
expected = reference.rand(3, 4) < 0.8
check("mask", mask, expected)
check("dropped", dropped, expected / 0.8)
check("rng", rng.rand(), reference.rand())
"""


def assignment() -> dict[str, Any]:
    """Return the instructor's notebook: 5 + 5 + 4 + 6 automatic points, 3 + 2 by hand."""
    return notebook(
        text("# A small assignment", id="title"),
        code(GIVEN, mark("locked", "given")),
        text("Write the cost.", id="task-cost"),
        code(solution("cost"), mark("solution", "cost")),
        code(COST_CHECK, mark("test", "cost-check", 5)),
        code(COST_HIDDEN, mark("test", "cost-hidden", 5)),
        code(solution("step"), mark("solution", "step")),
        code(STEP_CHECK, mark("test", "step-check", 4)),
        code("history = train({'W': np.ones(2)}, {'dW': np.ones(2)}, 10**9)", id="long",
             tags=("skip-execution",)),
        code(solution("drop"), mark("solution", "drop")),
        code(DROP_CHECK, mark("test", "drop-check", 6)),
        text("### BEGIN SOLUTION\nBecause.\n### END SOLUTION", mark("manual", "why", 3)),
        text("Draw something.", mark("task", "draw", 2)),
    )  # fmt: skip


def answer(source: dict[str, Any], texts: dict[str, str] | None = None) -> dict[str, Any]:
    """Return a submission: the release with the good answers, or these instead."""
    book = released(source)
    for cell in book["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        wanted = {**GOOD, **(texts or {})}
        if name in wanted:
            cell["source"] = wanted[name]
    return book


def data(book: Any) -> bytes:
    """Return a notebook's bytes."""
    return json.dumps(book).encode()


def grade(server: Any, book: Any, source: dict[str, Any] | None = None, **kwargs: Any) -> Graded:
    """Grade a submission of the small assignment."""
    submission = book if isinstance(book, bytes) else data(book)
    rules = kwargs.pop("rules", RULES)
    understood = understand(
        json.dumps(source or assignment()), rules, kwargs.pop("notebook", "ps1")
    )
    return grade_notebook(understood, submission, server=server, **{"student": "s", **kwargs})


@functools.lru_cache(16)
def understand(source: str, rules: ReleaseRules, notebook: str = "n") -> Assignment:
    """Return an instructor's notebook, understood: the same object for the same text."""
    return Assignment.from_notebook(json.loads(source), "a", notebook, Settings(rules=rules))


def verdicts(graded: Graded) -> dict[str, str]:
    """Return the verdict of each graded cell."""
    return {test.grade_id: test.verdict for test in graded.result.tests}


def points(graded: Graded) -> dict[str, float | None]:
    """Return the points of each graded cell."""
    return {test.grade_id: test.points for test in graded.result.tests}


AUTOMATIC = ("cost-check", "cost-hidden", "step-check", "drop-check")
FULL = 20.0


def message(graded: Graded, grade_id: str) -> str:
    """Return what the student is told about a test."""
    return next(test.message for test in graded.result.tests if test.grade_id == grade_id)

"""The class that the attacks are graded in: attackers among honest students, and what they may not touch.

An attack is a small module in one of the folders beside this file. Its docstring says in the
first paragraph what it tries, and after "Must not:" what must not happen. Its names:

`ANSWERS`
    Texts of solution cells, by grade id. Other solution cells stay as given.
`HONEST`
    Grade ids of solution cells that are answered rightly; only these earn points.
`FIRST`, `LAST`
    Cells of the attacker's own, before the first and after the last cell.
`mutate(notebook)`
    Changes the notebook that is handed in, or returns other bytes in its place.
`submission(folder)`
    Changes the folder that is handed in.
`NAME`
    Name of the student's folder.
`ASSIGNMENT`
    Whose notebook is attacked: the course's own, or the hand-written one of this kit.
`EARNED`
    Points of visible tests that honest work and literals anybody can read deserve.
`REASON`
    A pattern that the report of the submission must hold.
`STOPPED_BY`
    The rule that stops it in the sandbox.
`GAINS`
    In place of it: why it earns points of tests that the instructor lets run inside.
`PROCESS_STOPS`, `PROCESS_WHY`
    Whether the level ``process`` stops it too; if not, why not. Those are not run there.

Code that gets somewhere it must not prints the word ``BREACH``, put together from two halves,
so that a quoted line of its source is not taken for success.

In sources, ``@COURSE@`` and ``@PROJECT@`` stand for these folders, ``@PORT@`` for an open port of this
machine, ``@SOCKET@`` for the path of an open socket: the attackers know what to look for.
"""  # noqa: E501

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import secrets
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import inside_tests
import live_objects
from cell_kit import cell, notebook, released

# Attacks take the first two from here.
from cell_kit import cell_of as cell_of
from cell_kit import mark_of as marks_of
from inside_tests import INSIDE
from live_objects import LIVE_OBJECTS
from pace import pace, patient

from autograder.batch.options import Options
from autograder.batch.run import grade_assignment
from autograder.cells import printable
from autograder.course.folders import load_course
from autograder.course.settings import Settings, settings_of
from autograder.limits import Limits
from autograder.notes import Notes
from autograder.result import Result, TestResult
from exercises import ASSIGNMENTS
from exercises.simulated_class import fill_in, solutions

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
COURSE_OWN = "02_regularization"
HAND_WRITTEN = "hand_written"
GROUPS = ("a_tampering", "b_structure", "c_resources", "d_escapes", "e_forged_output", "f_inside")
IN_THE_LONG_RUN = {
    "a_tampering/always_equal": "array_subclass",
    "a_tampering/broadcasting": "empty_arrays",
    "a_tampering/change_arguments": "return_arguments",
    "a_tampering/colliding_hashes": "registered_nests_deep",
    "a_tampering/detect_the_examiner": "memorised_literals",
    "a_tampering/exception_beyond_exceptions": "exception_holds_a_liar",
    "a_tampering/fraction_with_forged_parts": "exception_holds_a_liar",
    "a_tampering/given_instance_holds_a_liar": "subclass_of_a_given_class",
    "a_tampering/infinity": "not_a_number",
    "a_tampering/live_callable_liar": "subclass_of_a_given_class",
    "a_tampering/live_negative_length": "subclass_of_a_given_class",
    "a_tampering/registered_holds_itself": "registered_nests_deep",
    "a_tampering/registered_shares_much": "registered_nests_deep",
    "a_tampering/second_call": "memorised_literals",
    "a_tampering/strings_and_complex": "object_arrays",
    "a_tampering/text_of_many_faces": "subclass_of_a_given_class",
    "a_tampering/walk_frames": "tracing",
    "b_structure/deep_code": "deep_nesting",
    "b_structure/duplicate_ids": "second_given_cells",
    "b_structure/huge_notebook": "many_cells_first",
    "b_structure/long_notes": "death_behind_notes",
    "b_structure/many_copies": "long_answer",
    "b_structure/tampering_behind_notes": "death_behind_notes",
    "c_resources/deep_recursion": "crash",
    "c_resources/display_flood": "display_in_every_cell",
    "c_resources/endless_generator": "endless_loop",
    "c_resources/events_and_watches": "large_pipes",
    "c_resources/flood_of_calls": "display_in_every_cell",
    "c_resources/fork_bomb": "thread_bomb",
    "c_resources/live_endless_iteration": "live_endless_objects",
    "c_resources/generator_of_large_arrays": "endless_loop",
    "c_resources/long_c_call": "endless_loop",
    "c_resources/many_slow_calls": "endless_loop",
    "c_resources/print_flood": "endless_loop",
    "c_resources/registered_without_end": "allocate",
    "c_resources/slow_regex": "endless_loop",
    "c_resources/slow_repr": "endless_loop",
    "c_resources/split_areas": "allocate",
    "c_resources/swallowed_interrupts": "endless_loop",
    "c_resources/zip_bomb": "allocate",
    "d_escapes/forged_frames": "forged_arrays",
    "d_escapes/many_files": "many_notebooks",
    "d_escapes/read_course": "import_autograder",
    "f_inside/calls_out": "keeps_the_text",
    "f_inside/equals_everything": "rewrites_the_runner",
    "f_inside/exits_by_exception": "exits_well",
    "f_inside/fakes_a_module": "rewrites_the_runner",
    "f_inside/forks_in_the_test": "exits_well",
    "f_inside/raises_the_text": "keeps_the_text",
    "f_inside/read_the_frame": "rewrites_the_runner",
    "f_inside/reads_the_course": "keeps_the_text",
    "f_inside/rewrites_checks": "replaces_open",
    "f_inside/seals_by_thread": "speaks_and_serves",
    "f_inside/shadows_a_builtin": "rewrites_the_runner",
    "f_inside/speaks_once": "speaks_and_serves",
    "f_inside/strips_asserts": "jumps_over_lines",
    "f_inside/swaps_the_namespace": "replaces_open",
    "f_inside/too_many_points": "exits_well",
    "f_inside/traced_before": "jumps_over_lines",
}
"""Attacks that take seconds each, and which of their group stands for them in every run."""
INSIDE_IN_EVERY_RUN = {"exits_well", "keeps_the_text", "read_the_frame", "speaks_once"}
OWN_FILES = 'c.Grader.student_files = ["own-*"]\n'
"""Files beside a notebook that the course gives to students' code."""
HONEST_STUDENTS = ("0-honest", "c-0-honest", "e-0-honest", "z-honest")
LIMITS = Limits(cell_timeout=2.5, call_timeout=1.5, total_timeout=5, memory_mb=400)
FUNCTIONS = {
    "l2-cost": "compute_cost_with_regularization",
    "l2-backward": "backward_propagation_with_regularization",
    "dropout-forward": "forward_propagation_with_dropout",
    "dropout-backward": "backward_propagation_with_dropout",
}


@dataclass(frozen=True)
class Attack:
    """One attack file."""

    group: str
    name: str

    @property
    def module(self) -> ModuleType:
        """The file, imported: it holds texts, and no code of it attacks before it is handed in."""
        return _load(self._file)

    @property
    def _file(self) -> Path:
        return HERE / self.group / f"{self.name}.py"

    def __str__(self) -> str:
        return f"{self.group}/{self.name}"

    def get(self, name: str, default: Any = None) -> Any:
        """Return one of the module's names."""
        return getattr(self.module, name, default)

    @property
    def assignment(self) -> str:
        """The assignment that is attacked."""
        return self.get("ASSIGNMENT", COURSE_OWN)

    @property
    def student(self) -> str:
        """Name of the folder that is handed in."""
        return self.get("NAME", f"{self.group[0]}-{self.name.replace('_', '-')}")

    @property
    def tries(self) -> str:
        """What it tries, on one line."""
        return " ".join(self._text()[0].split())

    @property
    def must_not(self) -> str:
        """What must not happen, on one line."""
        return " ".join(self._text()[1].split())

    def _text(self) -> list[str]:
        return (self.module.__doc__ or "").strip().split("\n\nMust not: ")

    @property
    def in_long_runs(self) -> bool:
        """Whether it runs in continuous integration, and not in every run: two of three do."""
        if self.group == "f_inside":
            return self.name not in INSIDE_IN_EVERY_RUN
        return sorted(HERE.joinpath(self.group).glob("*.py")).index(self._file) % 3 != 0

    @property
    def in_every_run(self) -> bool:
        """Whether it is tried in the sandbox in every test run, not in the long one alone."""
        return str(self) not in IN_THE_LONG_RUN

    @property
    def runs_in_process(self) -> bool:
        """Whether it is run at the level ``process``."""
        return bool(self.get("PROCESS_STOPS"))


@cache
def attacks() -> tuple[Attack, ...]:
    """Return all attacks, in the order of their files."""
    return tuple(
        Attack(group, path.stem) for group in GROUPS for path in sorted((HERE / group).glob("*.py"))
    )


@cache
def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"attack_{path.parent.name}_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def every(body: str) -> dict[str, str]:
    """Return answers to the course's exercises that all have this body; ``args`` are theirs."""
    lines = body.replace("\n", "\n    ")
    return {
        grade_id: f"def {name}(*args, **kwargs):\n    {lines}"
        for grade_id, name in FUNCTIONS.items()
    }


# --- the hand-written assignment

_DOUBLE = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
_ENERGY = (
    "import numpy as np\n\n\ndef energy(x):\n"
    "    ### BEGIN SOLUTION\n    return float(np.sum(x**2))\n    ### END SOLUTION"
)
_SHARE = "def share(x):\n    ### BEGIN SOLUTION\n    return 4.0\n    ### END SOLUTION"
_TOTAL = (
    "def total(pair):\n    ### BEGIN SOLUTION\n    return float(sum(pair[0]))\n    ### END SOLUTION"
)
_MEAN = "def mean(x):\n    ### BEGIN SOLUTION\n    return float(np.mean(x))\n    ### END SOLUTION"
_TWICE = (
    "def twice(numbers):\n"
    "    ### BEGIN SOLUTION\n    return [2 * n for n in numbers]\n    ### END SOLUTION"
)
_HALVES = (
    "def halves(numbers):\n"
    "    ### BEGIN SOLUTION\n    return [n / 2 for n in numbers]\n    ### END SOLUTION"
)
_ROOT = (
    "def root(x):\n    ### BEGIN SOLUTION\n    if x < 0:\n        raise ValueError('negative')\n"
    "    return x**0.5\n    ### END SOLUTION"
)
_SLOPE = (
    "def slope(f, x):\n"
    "    ### BEGIN SOLUTION\n    return (f(x + 1e-6) - f(x - 1e-6)) / 2e-6\n    ### END SOLUTION"
)
_CUBE = "def cube(x):\n    ### BEGIN SOLUTION\n    return x**3\n    ### END SOLUTION"
_COUNT = "def count(x):\n    ### BEGIN SOLUTION\n    return 3\n    ### END SOLUTION"
_GIVEN = """import functools
from types import SimpleNamespace

import numpy as np

pair = (np.arange(4.0), [1, 2])
case = SimpleNamespace(X=np.arange(6.0))


class Case:
    X = np.arange(6.0)


def stored(store=[]):
    if not store:
        store.append(np.arange(6.0))
    return store[0]


@functools.lru_cache
def cached():
    return np.arange(6.0)"""
_TESTS = {
    # A given value, the same object for every student of a worker.
    "total-hidden": "assert total(pair) == 6.0\nassert pair[1] == [1, 2]",
    # An idiom of teachers: a pair of iterators side by side.
    "double-hidden": "for got, want in zip(map(double, [3, 5, 8]), [6, 10, 16]):\n"
    "    assert got == want\n"
    "assert not list(map(double, []))",
    # Another: inputs from the global generator, drawn between calls.
    "energy-hidden": "from utils.compare import difference\n\n"
    "assert energy(np.zeros(2)) == 0\n"
    "for size in (3, 5, 7):\n"
    "    x = np.random.randn(size)\n"
    "    want = float(np.sum(x**2))\n"
    "    assert difference('energy', energy(x), want, reveal=False) is None",
    # Objects that tests share, and an expected value computed after the call.
    "mean-hidden": "for x in (case.X, Case.X, stored(), cached()):\n"
    "    np.testing.assert_allclose(mean(x), 2.5)\n"
    "x = np.random.rand(5)\n"
    "got = mean(x)\n"
    "np.testing.assert_allclose(got, np.mean(x))",
    "twice-hidden": "numbers = [3, 4, 5]\ngot = twice(numbers)\nassert len(got) == len(numbers)\n"
    "for each, number in zip(list(got), numbers):\n    assert each == 2 * number",
    # A loop that has nothing to say about what gives nothing.
    "halves-hidden": "for got, want in zip(halves([3, 5]), [1.5, 2.5]):\n    assert got == want",
    "root-hidden": "try:\n    root(-1)\nexcept ValueError as error:\n"
    "    assert str(error) == 'negative'\n"
    "else:\n    raise AssertionError\nassert root(4) == 2",
    "slope-hidden": "assert abs(slope(np.sin, 0.0) - 1) < 1e-3\n"
    "assert abs(slope(lambda t: t * t, 2.0) - 4) < 1e-3",
    "count-hidden": "assert sum([1] * count(0)) == 3\nassert sum(range(count(1))) == 3",
    # A question that NaN answers with no.
    "cube-hidden": "for x in (2, 5):\n    if abs(cube(x) - x**3) > 1e-9:\n"
    "        raise AssertionError",
    "share-hidden": "value = share(2)\nassert 0 <= value <= 4\nvalue",
}
SECRET_IN_TEST = "HIDDEN-" + secrets.token_hex(8)


def hand_written() -> dict[str, Any]:
    """Return an instructor's notebook whose hidden tests are written as teachers write them."""
    cells = [cell("code", _GIVEN, "given", locked=True)]
    answers = {
        **{"double": _DOUBLE, "energy": _ENERGY, "share": _SHARE, "total": _TOTAL},
        **{
            "mean": _MEAN,
            "twice": _TWICE,
            "halves": _HALVES,
            "root": _ROOT,
            "slope": _SLOPE,
            "count": _COUNT,
            "cube": _CUBE,
        },
    }
    for name, text in answers.items():
        cells.append(cell("code", text, name, solution=True))
        test = f"### BEGIN HIDDEN TESTS\n# {SECRET_IN_TEST}\n{_TESTS[name + '-hidden']}\n"
        test += "### END HIDDEN TESTS"
        cells.append(cell("code", test, f"{name}-hidden", grade=True, locked=True, points=4))
    return notebook(*cells)


def with_live_objects() -> dict[str, Any]:
    """Return an instructor's notebook whose hidden tests use live objects."""
    cells = [cell("code", live_objects.GIVEN, "given", locked=True)]
    for name, text in live_objects.ANSWERS.items():
        solution = f"### BEGIN SOLUTION\n{text}\n### END SOLUTION"
        cells.append(cell("code", solution, name, solution=True))
        test = f"### BEGIN HIDDEN TESTS\n# {SECRET_IN_TEST}\n{live_objects.TESTS[name]}\n"
        test += "### END HIDDEN TESTS"
        cells.append(cell("code", test, f"{name}-hidden", grade=True, locked=True, points=4))
    return notebook(*cells)


def with_tests_inside() -> dict[str, Any]:
    """Return an instructor's notebook whose tests cannot be judged from outside."""
    cells = [cell("code", "import math", "given", locked=True)]
    for name, text in inside_tests.ANSWERS.items():
        if name == "tally":  # what comes before must not become the course's own by it
            cells.append(cell("code", "import string", "later", locked=True))
        solution = f"### BEGIN SOLUTION\n{text}\n### END SOLUTION"
        cells.append(cell("code", solution, name, solution=True))
        hidden = inside_tests.HIDDEN[name].replace("@SECRET@", SECRET_IN_TEST)
        test = f"{inside_tests.VISIBLE[name]}\n### BEGIN HIDDEN TESTS\n{hidden}\n"
        test += "### END HIDDEN TESTS"
        cells.append(cell("code", test, f"{name}-check", grade=True, locked=True, points=4))
    return notebook(*cells)


def code_cell(source: str, **metadata: Any) -> dict[str, Any]:
    """Return a code cell of a student's own."""
    return {
        "cell_type": "code",
        "metadata": metadata,
        "source": source,
        "execution_count": None,
        "outputs": [],
    }


def markdown_cell(source: str, **fields: Any) -> dict[str, Any]:
    """Return a text cell of a student's own."""
    return {"cell_type": "markdown", "metadata": {}, "source": source, **fields}


# --- the course and what is handed in


class Scene:
    """A course with honest students, attackers, and things that nobody may touch."""

    def __init__(self, root: Path, chosen: tuple[Attack, ...]) -> None:
        self.root = root
        self.attacks = chosen
        self.limits = patient(LIMITS)
        self.secrets = {
            name: f"{name}-{secrets.token_hex(8)}"
            for name in ("ENVIRONMENT", "SOURCE", "VICTIM", "GRADEBOOK", "TMP")
        } | {"TEST": SECRET_IN_TEST}
        config = (ROOT / "nbgrader_config.py").read_text()
        config += live_objects.CONFIG + inside_tests.CONFIG + OWN_FILES
        (root / "nbgrader_config.py").write_text(config)
        self.sources = {
            COURSE_OWN: _read(ROOT / "source" / COURSE_OWN / f"{COURSE_OWN}.ipynb"),
            HAND_WRITTEN: hand_written(),
            LIVE_OBJECTS: with_live_objects(),
            INSIDE: with_tests_inside(),
        }
        self.releases = {
            COURSE_OWN: _read(ROOT / "release" / COURSE_OWN / f"{COURSE_OWN}.ipynb"),
            HAND_WRITTEN: released(self.sources[HAND_WRITTEN]),
            LIVE_OBJECTS: released(self.sources[LIVE_OBJECTS]),
            INSIDE: released(self.sources[INSIDE]),
        }
        self.right = {
            COURSE_OWN: solutions(self.sources[COURSE_OWN], ASSIGNMENTS[COURSE_OWN]),
            **{
                name: {
                    cell["id"]: cell["source"]
                    for cell in self.sources[name]["cells"]
                    if marks_of(cell)["solution"]
                }
                for name in (HAND_WRITTEN, LIVE_OBJECTS, INSIDE)
            },
        }
        self.places = {"COURSE": str(root), "PROJECT": str(ROOT), "SOCKET": str(root / "socket")}

    def build(self) -> None:
        """Write the course and everything that is handed in."""
        # Not at the top: the table of attacks is made without it.
        from stock import nbgrader

        for assignment, source in self.sources.items():
            folder = self.root / "source" / assignment
            folder.mkdir(parents=True)
            source["cells"].append(markdown_cell(self.secrets["SOURCE"], id="secret"))
            (folder / f"{assignment}.ipynb").write_text(json.dumps(source))
            # What the instructor hands out with the notebook: two names to clash with.
            (folder / "table.csv").write_text("1,2\n")
            (folder / "pictures").mkdir()
            (folder / "pictures" / "a.txt").write_text("a picture")
            nbgrader(self.root, "generate_assignment", assignment)
            for student in HONEST_STUDENTS:
                notebook = fill_in(self.releases[assignment], self.right[assignment])
                notebook["cells"].append(markdown_cell(self.secrets["VICTIM"]))
                self._hand_in(student, assignment, notebook)
        (self.root / "canary.txt").write_text(self.secrets["TMP"])
        for attack in self.attacks:
            self._attack(attack)

    def _attack(self, attack: Attack) -> None:
        assignment = attack.assignment
        right = {name: self.right[assignment][name] for name in attack.get("HONEST", ())}
        notebook = fill_in(self.releases[assignment], {**right, **attack.get("ANSWERS", {})})
        notebook["cells"][:0] = [code_cell(text) for text in attack.get("FIRST", ())]
        notebook["cells"] += [code_cell(text) for text in attack.get("LAST", ())]
        mutate = attack.get("mutate")
        made = (mutate(notebook) or notebook) if mutate else notebook
        folder = self._hand_in(attack.student, assignment, made)
        if submission := attack.get("submission"):
            submission(folder)

    def _hand_in(self, student: str, assignment: str, made: dict[str, Any] | bytes) -> Path:
        folder = self.root / "submitted" / student / assignment
        folder.mkdir(parents=True)
        if not isinstance(made, bytes):
            text = json.dumps(made)
            for name, value in self.places.items():
                text = text.replace(f"@{name}@", value)
            made = text.encode()
        (folder / f"{assignment}.ipynb").write_bytes(made)
        return folder

    def settings(self, isolation: str) -> Settings:
        """Return the settings to grade with."""
        found = settings_of(load_course(self.root), isolation)
        return replace(found, limits=self.limits, isolation=isolation)

    def grade(self, isolation: str) -> dict[str, Result]:
        """Grade both assignments as one run each; return results by ``student/assignment``."""
        course, found = load_course(self.root), {}
        for assignment in self.sources:
            run = grade_assignment(course, assignment, Options(self.settings(isolation), workers=2))
            found.update({f"{result.student}/{assignment}": result for result in run.results})
        return found

    def configure(self, isolation: str) -> None:
        """Give nbgrader's command the limits of these tests."""
        with open(self.root / "nbgrader_config.py", "a") as config:
            config.write(f"\nc.Grade.require = {isolation!r}\n")
            config.write(f"c.Grade.memory = {self.limits.memory_mb}\n")
            config.write(f"c.Grade.timeout = {self.limits.cell_timeout}\n")

    def autograde(self, isolation: str) -> dict[str, Result]:
        """Grade both assignments with `nbgrader autograde`; return what it says as results.

        Points are the gradebook's, messages those in the autograded notebooks, notes the log's.
        """
        # Not at the top: the table of attacks is made without it.
        from stock import environment

        found = {}
        for assignment, source in self.sources.items():
            # A process of its own, as an instructor starts it.
            command = [sys.executable, "-m", "nbgrader", "autograde", assignment]
            own = {"cwd": self.root, "env": environment()}
            log = subprocess.run(command, **own, capture_output=True, text=True, check=False).stderr
            for folder in sorted((self.root / "submitted").iterdir()):
                if os.path.lexists(folder / assignment):
                    name = folder.name if folder.name.isprintable() else printable(folder.name)
                    found[f"{name}/{assignment}"] = self._said(folder.name, assignment, source, log)
        return found

    def _said(self, student: str, assignment: str, source: dict[str, Any], log: str) -> Result:
        """Put together what nbgrader's command left of a submission."""
        name = printable(student)
        notes = Notes()
        for line in log.splitlines():
            text = line.partition("] ")[2]
            for start in (f"{name}, {assignment}: ", f"{name}: "):
                if text.startswith(start):
                    notes.add("info", text.removeprefix(start))
            if text.startswith(f"Refused: student {name!r}: "):
                notes.add("refusal", f"refused, and not in the gradebook: {text}")
        path = self.root / "autograded" / student / assignment / f"{assignment}.ipynb"
        cells = _read(path)["cells"] if path.is_file() else source["cells"]
        points = points_of(self.root, student, assignment)
        tests = [
            TestResult(
                grade_id, points.get(grade_id) or 0.0, float(marks_of(cell)["points"]), *said
            )
            for cell in cells
            if marks_of(cell).get("grade") and (grade_id := marks_of(cell)["grade_id"])
            for said in [_shown(cell)]
        ]
        level = _read(path)["metadata"]["autograder"]["isolation"] if path.is_file() else "none"
        return Result(student, assignment, assignment, tuple(tests), tuple(notes), level)

    def fingerprints(self) -> dict[str, str]:
        """Hash every file that nobody may change."""
        kept = {}
        for top in ("source", "submitted", "canary.txt", "nbgrader_config.py"):
            paths = [self.root / top, *(self.root / top).rglob("*")]
            for path in paths:
                if path.is_file() and not path.is_symlink() and path.stat().st_size < 10**7:
                    kept[str(path)] = hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in (ROOT / "utils", ROOT / "autograder", ROOT / "source"):
            for path in folder.rglob("*.py"):
                kept[str(path)] = hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in (Path("/tmp"), Path("/dev/shm"), _packages()):
            for path in folder.iterdir():
                if "attack-was-here" in path.name:
                    kept[str(path)] = "planted"
        return kept


def points_of(root: Path, student: str, assignment: str) -> dict[str, float | None]:
    """Return a submission's automatic points in the gradebook."""
    with sqlite3.connect(root / "gradebook.db") as db:
        rows = db.execute(
            "SELECT c.name, g.auto_score FROM grade g JOIN base_cell c ON c.id = g.cell_id"
            " JOIN submitted_notebook sn ON sn.id = g.notebook_id"
            " JOIN submitted_assignment s ON s.id = sn.assignment_id"
            " JOIN assignment a ON a.id = s.assignment_id WHERE s.student_id = ? AND a.name = ?",
            (student, assignment),
        ).fetchall()
    db.close()
    return dict(rows)


def _shown(cell: dict[str, Any]) -> tuple[Any, str]:
    """Return the verdict and message that an autograded test cell shows."""
    for output in cell.get("outputs", []):
        if output["output_type"] == "error":
            return output["ename"], output["evalue"]
    return "passed", ""


def _packages() -> Path:
    import numpy

    return Path(numpy.__file__).parent.parent


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


# --- what is watched meanwhile


class Doors:
    """Open sockets that no student may reach; the number of those who did."""

    def __init__(self, scene: Scene) -> None:
        self.visitors = 0
        tcp = socket.create_server(("127.0.0.1", 0))
        path = socket.socket(socket.AF_UNIX)
        path.bind(scene.places["SOCKET"])
        os.chmod(scene.places["SOCKET"], 0o777)
        abstract = socket.socket(socket.AF_UNIX)
        abstract.bind(f"\0attack-{os.getpid()}-{time.time_ns()}")
        scene.places["PORT"] = str(tcp.getsockname()[1])
        scene.places["ABSTRACT"] = abstract.getsockname()[1:].decode()
        self._sockets = (tcp, path, abstract)
        for each in self._sockets:
            each.listen()
            threading.Thread(target=self._watch, args=(each,), daemon=True).start()

    def _watch(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            self.visitors += 1
            connection.close()

    def close(self) -> None:
        """Close them."""
        for each in self._sockets:
            # A thread that waits in accept() is not woken by close() alone.
            each.shutdown(socket.SHUT_RDWR)
            each.close()


@contextmanager
def watched() -> Iterator[list[str]]:
    """Yield a list that afterwards names the processes that were started here and still live."""
    left: list[str] = []
    adopt = 36  # PR_SET_CHILD_SUBREAPER: whoever is orphaned stays below this process
    ctypes.CDLL(None).prctl(adopt, 1, 0, 0, 0)
    try:
        yield from _watch(left)
    finally:
        # Orphans of later tests are not ours to reap.
        ctypes.CDLL(None).prctl(adopt, 0, 0, 0, 0)


def _watch(left: list[str]) -> Iterator[list[str]]:
    before = set(below(os.getpid()))
    yield left
    deadline = time.monotonic() + 10 * pace()
    while True:
        found = {pid: _command(pid) for pid in below(os.getpid()) if pid not in before}
        ours = ("multiprocessing.forkserver", "resource_tracker")
        found = {pid: line for pid, line in found.items() if not any(o in line for o in ours)}
        if not found or time.monotonic() > deadline:
            break
        time.sleep(0.05)
    left += [f"{pid}: {line}" for pid, line in found.items()]


def below(root: int) -> list[int]:
    """Return all living processes below one."""
    parents: dict[int, int] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if fields[0] != "Z":
                parents[int(entry)] = int(fields[1])
    found, known = [], {root}
    for _ in range(64):
        new = [pid for pid, parent in parents.items() if parent in known and pid not in known]
        if not new:
            break
        known.update(new)
        found += new
    return found


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()[:200]
    except OSError:
        return ""

"""Grade cases with nbgrader as it comes: ``python tests/courses/stock.py files names``.

Each case is an assignment of one course, each answer a student.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from courses.form import Case, Points  # noqa: E402


def cases(*kinds: str) -> dict[str, Case]:
    """Return the cases of these kinds, or of all, as ``kind/name``."""
    wanted = kinds or sorted(p.stem for p in HERE.glob("*.py") if "\nCASES = " in p.read_text())
    found: dict[str, Case] = {}
    for kind in wanted:
        made = importlib.import_module(f"courses.{kind}").CASES
        named = {f"{kind}/{case.name}": case for case in made}
        assert len(named) == len(made), f"two cases of {kind} have one name"
        found |= named
    return found


def write_course(root: Path, case: Case) -> None:
    """Write a course of one case, its release and its answers."""
    root.mkdir(parents=True)
    (root / "nbgrader_config.py").write_text(f"c = get_config()\n{case.config}\n")
    case.write(root)


def released(root: Path, case: Case) -> dict[str, Any]:
    """Return what nbgrader hands out of a case, made in this process and without a kernel."""
    from nbformat import reads
    from nbgrader import preprocessors as steps
    from traitlets.config.loader import PyFileConfigLoader

    from autograder.course.autotests import instructors_notebooks
    from autograder.course.folders import load_course

    config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    book = reads(instructors_notebooks(load_course(root), case.name)["n"].decode(), 4)
    for step in (
        steps.LockCells,
        steps.ClearSolutions,
        steps.ClearHiddenTests,
        steps.ClearMarkScheme,
        steps.ComputeChecksums,
    ):
        book, _ = step(config=config).preprocess(book, {})
    made: dict[str, Any] = json.loads(json.dumps(book))
    return made


def grades(root: Path, case: Case) -> dict[str, Points]:
    """Release, hand in and grade a course of one case with stock nbgrader, in this process."""
    from nbgrader.api import Gradebook
    from nbgrader.apps import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config.loader import PyFileConfigLoader

    config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    config.CourseDirectory.root = str(root)
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    made = api.generate_assignment(case.name)
    assert made["success"], made["log"]
    released = json.loads((root / "release" / case.name / "n.ipynb").read_text())
    for answer, book in case.submissions(released):
        folder = root / "submitted" / answer / case.name
        folder.mkdir(parents=True)
        (folder / "n.ipynb").write_text(json.dumps(book))
        api.autograde(case.name, answer)
    order = [c["id"] for c in case.notebook["cells"] if _is_graded(c)]
    with Gradebook(f"sqlite:///{root}/gradebook.db") as book:
        return {
            answer: _points(book, case.name, answer, order)
            for answer, _ in case.submissions(released)
        }


def _is_graded(cell: Mapping[str, Any]) -> bool:
    mark = cell["metadata"].get("nbgrader", {})
    return bool(mark.get("grade") or mark.get("task"))


def _points(book: Any, name: str, answer: str, order: Sequence[str]) -> Points:
    from nbgrader.api import MissingEntry

    try:
        grades = book.find_submission_notebook("n", name, answer).grades
    except MissingEntry:
        raise AssertionError(f"stock nbgrader could not grade {name}: {answer}") from None
    found = {g.name: None if g.needs_manual_grade else (g.auto_score or 0) for g in grades}
    each = tuple(None if found[n] is None else float(found[n]) for n in order)
    return each[0] if len(each) == 1 else each


def stock_points(root: Path, *names: str) -> dict[str, dict[str, Points]]:
    """Return the points of stock nbgrader by case and answer, graded in a process of its own."""
    command = [sys.executable, __file__, "--json", str(root), *names]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout.splitlines()[-1])
    return {
        name: {a: tuple(p) if isinstance(p, list) else p for a, p in answers.items()}
        for name, answers in found.items()
    }


def main(*arguments: str) -> None:
    """Print the points of cases, by name or by kind."""
    if arguments[:1] == ("--json",):
        root, names = Path(arguments[1]), arguments[2:]
        every = cases(*{name.partition("/")[0] for name in names})
        found = {}
        for name in names:
            write_course(root / name, every[name])
            found[name] = grades(root / name, every[name])
        print("\n" + json.dumps(found))
        return
    for name, case in cases(*(a.partition("/")[0] for a in arguments)).items():
        if any("/" in a for a in arguments) and name not in arguments:
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                found = stock_points(Path(folder), name)[name]
            except AssertionError as error:
                print(f"{name}: FAILS {str(error)[-600:]}", flush=True)
                continue
        same = "" if found == dict(case.stock) else f"   (recorded: {dict(case.stock)})"
        print(f"{name}: stock={found}{same}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

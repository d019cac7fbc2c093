"""A new notebook begins with a complete exercise, and the walk through it in CONTRIBUTING works."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from conftest import ROOT

from autograder.build.new import new_assignment, title_from
from autograder.build.notebooks import BuildError
from autograder.build.text import to_notebook
from exercises import new

SECTION = re.compile(r"## A new notebook, in ten steps\n(.*?)\n## ", re.DOTALL)
BLOCK = re.compile(r"^ *```(\w+)\n(.*?)^ *```", re.DOTALL | re.MULTILINE)

END = "    ),\n)\n"  # of an exercise, after its last misconception


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a folder that has what `new` writes into."""
    (tmp_path / "source").mkdir()
    (tmp_path / "exercises").mkdir()
    for file in ("nbgrader_config.py", "pyproject.toml", "exercises/__init__.py"):
        shutil.copy(ROOT / file, tmp_path / file)
    return tmp_path


def roles(text: Path) -> list[str]:
    """Return the grade ids of a text's cells, in order."""
    found = to_notebook(text.read_text(encoding="utf-8"), text)
    return [cell.metadata["nbgrader"]["grade_id"] for cell in found.cells if cell.metadata]


def test_a_text_has_one_exercise_in_five_parts_and_its_own_tests_pass(course: Path) -> None:
    text = new_assignment(course, "ps-2")
    names = ["root-mean-square", "root-mean-square-check", "root-mean-square-hidden"]
    assert roles(text) == ["imports", *names, "root-mean-square-picture"]
    space: dict[str, object] = {}
    for cell in to_notebook(text.read_text(encoding="utf-8"), text).cells:
        if cell.cell_type == "code" and "skip-execution" not in cell.metadata.get("tags", []):
            exec(cell.source, space)
    assert title_from("07_weight_norms") == "Weight norms"


def test_the_courses_own_is_registered_and_complete(course: Path) -> None:
    files = list(new.new_assignment(course, "07_weight_norms", "mean-square"))
    assert len(files) == 7
    assert roles(files[0])[1:4] == ["mean-square-predict", "mean-square", "mean-square-check"]
    register = (course / "exercises/__init__.py").read_text(encoding="utf-8")
    assert '    "07_weight_norms": weight_norms.EXERCISES,\n}' in register
    assert "    weight_norms,\n)" in register
    assert '"exercises.weight_norms.*"' in (course / "pyproject.toml").read_text(encoding="utf-8")
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"@\w+@", text), file
        if file.suffix == ".py":
            compile(text, file, "exec")
    # Which imports are the course's own cannot be told here.
    for command in (["check", "--ignore=I001"], ["format", "--check"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--quiet", *map(str, files[:5])]
        subprocess.run(ruff, check=True, timeout=60)


@pytest.mark.parametrize(
    ("name", "exercise", "said"),
    [
        ("a b", "mean", "cannot be the name of an assignment"),
        ("../x", "mean", "cannot be the name of an assignment"),
        ("07", "mean", "says too little"),
        ("07_x", "Mean_Square", "cannot be an exercise's id"),
        ("07_x", "l2-cost", "There is an exercise 'l2-cost' already"),
    ],
)
def test_names_that_cannot_be_are_refused(
    course: Path, name: str, exercise: str, said: str
) -> None:
    with pytest.raises(BuildError, match=said):
        list(new.new_assignment(course, name, exercise))
    assert list((course / "source").iterdir()) == []


def test_what_is_there_is_not_written_over(course: Path) -> None:
    text = new_assignment(course, "ps2")
    with pytest.raises(BuildError, match=r"ps2.py is there already"):
        new_assignment(course, "ps2")
    text.unlink()
    (course / "exercises/ps2").mkdir()
    (course / "exercises/ps2/__init__.py").touch()
    with pytest.raises(BuildError, match=r"__init__.py is there already"):
        list(new.new_assignment(course, "ps2", "mean"))
    assert not text.exists()


@pytest.mark.slow
def test_the_ten_steps_of_contributing_work(tmp_path: Path) -> None:
    found = SECTION.search((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert found
    ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
    for folder in ("source", "release", "lessons", "notebooks", "utils", "exercises", "tests"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignore)
    for file in ("nbgrader_config.py", "pyproject.toml", "README.md"):
        shutil.copy(ROOT / file, tmp_path)
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    environment = os.environ | {"PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1"}
    ran = []
    for kind, block in BLOCK.findall(found[1]):
        if kind == "python":
            file = tmp_path / "exercises/weight_norms/squared_error.py"
            text = file.read_text(encoding="utf-8")
            assert text.endswith(END)
            more = textwrap.indent(f"{textwrap.dedent(block).strip()},", 8 * " ")
            file.write_text(f"{text.removesuffix(END)}{more}\n{END}", encoding="utf-8")
            continue
        for line in block.strip().splitlines():
            command = shlex.split(line)
            assert command[0] == "python"
            done = subprocess.run(
                [sys.executable, *command[1:]],
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                text=True,
                timeout=900,
                check=False,
            )
            ran.append((done.returncode, done.stdout))
            assert done.returncode in (0, 1), done.stderr
    assert [code for code, _ in ran] == [0, 0, 0, 1, 0, 0]
    assert "Everything is right" in ran[2][1] and "not attempted yet" in ran[3][1]
    hints = (tmp_path / "utils/hints/07_weight_norms.json").read_text(encoding="utf-8")
    assert "SQUARED-ERROR-TENFOLD" in hints

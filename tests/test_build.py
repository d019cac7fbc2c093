"""Building: the same bytes every time, nothing lost, nothing given away."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, read_notebook
from course_kit import make_course, write

from autograder.build import notebooks
from autograder.build.notebooks import BuildError, build, open_project, pull
from autograder.build.project import Project
from autograder.build.release import is_plain
from autograder.build.text import TextError, to_notebook, to_text
from autograder.course.folders import load_course
from autograder.course.releases import MEMORY
from exercises import ASSIGNMENTS, EXERCISES, tables
from exercises.exercise import source_text
from exercises.simulated_class import solutions

DERIVED = ("source", "release", "notebooks", "utils")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a copy of the course in which a test may build."""
    for folder in ("lessons", *DERIVED):
        ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignore)
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    return tmp_path


@pytest.fixture
def no_tables(monkeypatch):
    """Build notebooks alone: the tables take ten times as long."""
    monkeypatch.setattr(tables, "tables", lambda root: ())


def test_built_files_are_fresh_byte_for_byte(course):
    for built in (
        *course.glob("*/*.ipynb"),
        *course.glob("*/*/*.ipynb"),
        *course.glob("utils/*.json"),
        *course.glob("utils/hints/*.json"),
    ):
        built.unlink()
    build(course)
    for folder in DERIVED:
        for file in (course / folder).rglob("*"):
            if file.is_file():
                original = ROOT / file.relative_to(course)
                assert original.read_bytes() == file.read_bytes(), f"{original} is not fresh"
        there = {f.relative_to(course) for f in (course / folder).rglob("*.ipynb")}
        tracked = {f.relative_to(ROOT) for f in (ROOT / folder).rglob("*.ipynb")}
        assert {f for f in tracked if ".ipynb_checkpoints" not in f.parts} == there
    with sqlite3.connect(course / MEMORY) as memory:  # what was handed out is known later
        remembered = memory.execute("SELECT notebook FROM releases ORDER BY notebook").fetchall()
    assert remembered == [(name,) for name in sorted(ASSIGNMENTS)]


@pytest.mark.long
def test_building_again_changes_nothing(course, no_tables):
    assert build(course) == []


@pytest.mark.long
def test_only_what_changed_is_built(course, no_tables, monkeypatch):
    build(course)
    read = []
    monkeypatch.setattr(
        notebooks,
        "to_notebook",
        lambda text, file: read.append(file.name) or to_notebook(text, file),
    )
    text = course / "source" / "03_gradient_checking.py"
    text.write_text(text.read_text(encoding="utf-8") + "\n# %% [markdown]\n# More.\n", "utf-8")
    lost = course / "release" / "05_deep_network" / "05_deep_network.ipynb"
    lost.write_bytes(b"{}")
    changed = {file.relative_to(course).parts[:2] for file in build(course)}
    assert read == [text.name]
    assert changed == {
        ("source", "03_gradient_checking"),
        ("release", "03_gradient_checking"),
        ("release", "05_deep_network"),
    }
    assert build(course) == []


def test_tables_that_are_fresh_are_not_made_again(course, monkeypatch):
    made = []
    monkeypatch.setattr(tables, "_hint_table", lambda found: made.append(len(found)) or b"{}\n")
    monkeypatch.setattr(tables, "_dropout_cache", lambda: b"[]\n")
    for _ in range(2):
        for file, content in tables.tables(course):
            file.write_bytes(content)
    assert len(made) == len(ASSIGNMENTS)
    (course / "utils" / "hints" / "02_regularization.json").write_bytes(b"other")
    assert [file.name for file, _ in tables.tables(course)] == ["02_regularization.json"]


@pytest.mark.long
def test_a_release_is_what_nbgrader_makes(course):
    project = open_project(course)
    for assignment in ASSIGNMENTS:
        project.release(assignment).unlink()
    assert len(notebooks._releases_by_nbgrader(project, list(ASSIGNMENTS))) == len(ASSIGNMENTS)
    for assignment in ASSIGNMENTS:
        there = Project(ROOT).release(assignment)
        assert project.release(assignment).read_bytes() == there.read_bytes()


def test_what_a_course_asks_beyond_a_plain_release_is_left_to_nbgrader(course):
    book = read_notebook(ROOT / "source" / "06_other_regularizers" / "06_other_regularizers.ipynb")
    assert is_plain(load_course(course), book)
    book["cells"][-1]["source"] = "### AUTOTEST f(3)"
    assert not is_plain(load_course(course), book)
    with open(course / "nbgrader_config.py", "a", encoding="utf-8") as file:
        file.write('c.IncludeHeaderFooter.header = "header.ipynb"\n')
    assert not is_plain(load_course(course), {"cells": []})


def test_a_notebook_edited_in_jupyterlab_is_not_overwritten(course, no_tables):
    file = course / "source" / "02_regularization" / "02_regularization.ipynb"
    notebook = nbformat.read(file, as_version=4)
    notebook.cells[0].source += "\n\nOne more sentence."
    nbformat.write(notebook, file)
    with pytest.raises(
        BuildError, match=r"edited since it was built.*--pull source/02_regularization"
    ):
        build(course)
    text = pull(course, "02_regularization")
    assert "# One more sentence." in text.read_text(encoding="utf-8")
    changed = build(course)
    assert any("release" in file.parts for file in changed)


def test_outputs_alone_are_no_edit(course, no_tables):
    file = course / "source" / "02_regularization" / "02_regularization.ipynb"
    before = file.read_bytes()
    notebook = nbformat.read(file, as_version=4)
    code = next(cell for cell in notebook.cells if cell.cell_type == "code")
    code.outputs = [nbformat.v4.new_output("stream", text="hello")]
    code.execution_count = 3
    nbformat.write(notebook, file)
    assert file in build(course, ["02_regularization"])
    assert file.read_bytes() == before


@pytest.mark.parametrize("file", sorted((ROOT / "source").glob("*.py")), ids=lambda file: file.stem)
def test_text_and_notebook_hold_the_same(file):
    notebook = to_notebook(file.read_text(encoding="utf-8"), file)
    again = to_notebook(to_text(notebook), file)
    assert again == notebook


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('# %% nbgrader={"grade_id": "a", "points": 5}\n1', "none of the known shapes"),
        ('# %% nbgrader={"grade_id": "a", "grade": true}\n1', "none of the known shapes"),
        (
            '# %% nbgrader={"grade_id": "a", "solution": true, "x": 1}\n1',
            "none of the known shapes",
        ),
        (
            '# %% [markdown] nbgrader={"grade_id": "a", "solution": true}\n# 1',
            "must be a code cell",
        ),
        ('# %% nbgrader={"grade_id": "a", "locked": true}\n1\n\n' * 2, "stands there twice"),
        ("# %%\n### BEGIN SOLUTION\n1\n### END SOLUTION", "outside a solution cell"),
        ('# %% nbgrader={"grade_id": "a", "solution": true}\n### BEGIN SOLUTION', "0 '### END"),
        ('# %% nbgrader={"grade_id": "a", "solution": true\n1', "header 'nbgrader.* be read"),
        ('# %% nbgrader={"grade_id": "a", "locked": true} tags=["a"\n1', "cannot be read"),
        ('# %% nbgrader {"grade_id": "a", "solution": true}\n1', "'grade_id' cannot be read"),
        (
            '# %%\n1\n# %%nbgrader={"grade_id": "a", "locked": true}\n1',
            "'%%nbgrader.* be read",
        ),
        ('# %% nbgrader="a"\n1', "after nbgrader= there must be"),
        ('# %% nbgrader={"grade_id": "ä b", "locked": true}\n1', "'ä b' cannot be a grade_id"),
        (f'# %% nbgrader={{"grade_id": "{65 * "a"}", "locked": true}}\n1', "up to 64"),
        ('# %% nbgrader={"grade_id": "a", "grade": true, "points": "5"}\n1', "'5' cannot be"),
    ],
)
def test_other_metadata_are_refused_with_the_remedy(text, words):
    with pytest.raises(TextError, match=words) as failure:
        to_notebook(text, Path("a.py"))
    assert "a.py, cell" in str(failure.value)


@pytest.mark.parametrize("tags", ["3", '"a"', '["a,b"]'])
def test_a_header_that_no_notebook_can_hold_is_refused(tags):
    with pytest.raises(TextError, match=r"a\.py: the header of a cell cannot be read"):
        to_notebook(f"# %% tags={tags}\n1", Path("a.py"))


@pytest.fixture
def small(tmp_path):
    """Return a course of one assignment, whose text and data were just written."""
    root = make_course(tmp_path / "small")
    shutil.rmtree(root / "source/a1")
    write(root / "source/a1.py", "# %% [markdown]\n# # Title\n\n# %%\n1")
    write(root / "source/a1/data/points.csv", "1,2")
    write(root / "source/a1/__pycache__/helper.pyc", "")
    (root / "source/a1/gone.csv").symlink_to(root / "nowhere")
    return root


def test_what_windows_editor_writes_is_read_and_what_is_no_utf_8_refused(small):
    text = small / "source/a1.py"
    plain = text.read_bytes()
    text.write_bytes(b"\xef\xbb\xbf" + plain)
    build(small)
    assert read_notebook(small / "source/a1/a1.ipynb")["cells"][0]["cell_type"] == "markdown"
    text.write_bytes(plain + b"\n# caf\xe9")
    with pytest.raises(BuildError, match=r"a1\.py, line 6, is not UTF-8"):
        build(small)


def test_what_stands_beside_the_notebook_is_handed_out_too(small):
    build(small)
    there = small / "release/a1"
    assert {path.name for path in there.iterdir()} == {"a1.ipynb", "data"}
    assert build(small) == []
    write(small / "source/a1/data/points.csv", "3,4")
    assert build(small) == [there / "data/points.csv"]
    assert (there / "data/points.csv").read_text() == "3,4"


def test_a_pasted_picture_is_neither_dropped_nor_brought_back(small):
    build(small)
    file = small / "source/a1/a1.ipynb"
    notebook = nbformat.read(file, as_version=4)
    notebook.cells[0].attachments = {"image.png": {"image/png": "iVBORw0KGgo="}}
    nbformat.write(notebook, file)
    before = file.read_bytes()
    with pytest.raises(BuildError, match="edited since it was built"):
        build(small)
    with pytest.raises(BuildError, match=r"a1\.ipynb, cell 1: .* pasted picture"):
        pull(small, "a1")
    assert file.read_bytes() == before


def test_a_build_that_is_broken_off_leaves_whole_files(small, monkeypatch):
    build(small)
    file = small / "source/a1/a1.ipynb"
    before, text = file.read_bytes(), small / "source/a1.py"

    def full(*_):
        raise OSError("No space left on device")

    write(text, text.read_text() + "\n\n# %%\n2")
    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        build(small)
    assert file.read_bytes() == before


def test_unknown_notebooks_and_folders_are_named(course, tmp_path):
    with pytest.raises(BuildError, match=r"no text for 99_nothing. Known: 0"):
        build(course, ["99_nothing"])
    with pytest.raises(BuildError, match="is no course"):
        build(tmp_path / "elsewhere")


def lines_of(text: str) -> set[str]:
    """Return a text's lines without indentation and remarks; short ones say nothing."""
    lines = (line.partition("  # ")[0].strip() for line in text.splitlines())
    return {line for line in lines if len(line) > 12}


def given_away(text: str) -> set[str]:
    """Return the lines of solutions, references and alternatives that stand in a text."""
    answers, given = set(), set()
    for module in ("networks.py", "deep_networks.py"):  # the plain passes are given
        given |= lines_of((ROOT / "utils" / module).read_text(encoding="utf-8"))
    for assignment, exercises in ASSIGNMENTS.items():
        source = read_notebook(ROOT / "source" / assignment / f"{assignment}.ipynb")
        release = read_notebook(ROOT / "release" / assignment / f"{assignment}.ipynb")
        wanted = {exercise.id for exercise in exercises}
        for cell in release["cells"]:
            if cell["id"] in wanted:
                given |= lines_of("".join(cell["source"]))
        for exercise in exercises:
            answers |= lines_of(solutions(source, (exercise,))[exercise.id])
            for function in (exercise.reference, *exercise.alternatives):
                answers |= lines_of(source_text(function))
    return lines_of(text) & (answers - given)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_a_release_answers_no_exercise(assignment):
    release = (ROOT / "release" / assignment / f"{assignment}.ipynb").read_text(encoding="utf-8")
    text = "\n".join("".join(cell["source"]) for cell in json.loads(release)["cells"])
    assert given_away(text) == set()
    for word in ("BEGIN SOLUTION", "HIDDEN", "autograder", "examine("):
        assert word not in text
    for kept in ("### START CODE HERE ###", "### END CODE HERE ###", "= None"):
        assert kept in text


@pytest.mark.long
def test_the_wheel_holds_utils_alone_and_answers_no_exercise(tmp_path):
    command = [
        sys.executable,
        "-m",
        "uv",
        "build",
        "--wheel",
        "--quiet",
        "--out-dir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        folders = {name.split("/")[0] for name in names}
        assert folders - {"utils"} == {f for f in folders if f.endswith(".dist-info")}
        for needed in ("utils/hints/01_initialization.json", "utils/dropout_cache.json"):
            assert needed in names
        texts = [archive.read(name).decode() for name in names if name.endswith((".py", ".json"))]
    for text in texts:
        assert given_away(text) == set()
        for room in ("autograder", "exercises"):
            assert f"import {room}" not in text and f"from {room}" not in text


def test_every_exercise_has_its_three_cells():
    for assignment, exercises in ASSIGNMENTS.items():
        source = read_notebook(ROOT / "source" / assignment / f"{assignment}.ipynb")
        ids = [cell["id"] for cell in source["cells"]]
        for exercise in exercises:
            place = ids.index(exercise.id)
            assert ids[place + 1 : place + 3] == [f"{exercise.id}-check", f"{exercise.id}-hidden"]
            hidden = "".join(source["cells"][place + 2]["source"])
            assert f'examine("{exercise.id}", {exercise.function_name})' in hidden
    assert len(EXERCISES) == sum(map(len, ASSIGNMENTS.values()))

"""What people hand in, honest and otherwise: folders for the tests that both doors must pass.

Each case writes into the folder of one student for one assignment. `single` has the notebook a1;
`pair` has p1 and p2 with the same grade ids, as a course that copies a notebook has.
"""

from __future__ import annotations

import copy
import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cell_kit import cell
from course_kit import RIGHT, answer, source_notebook, write

Make = Callable[[Path], None]
CASES: dict[str, tuple[str, float, Make]] = {}
LONG = "x = '" + "a" * 1_000_050 + "'"
OTHER = "def double(x):\n    return 2 * x"


def case(assignment: str, points: float) -> Callable[[Make], Make]:
    """Register a case: its assignment and the automatic points that it deserves."""

    def register(make: Make) -> Make:
        CASES[make.__name__.replace("_", "-")] = (assignment, points, make)
        return make

    return register


def right(text: str = RIGHT) -> dict[str, Any]:
    """Return a right submission."""
    return answer(source_notebook(), double=text, why="Because.")


def _simple(name: str, points: float, **files: Any) -> None:
    def make(folder: Path) -> None:
        for file, content in files.items():
            write(folder / file.replace("__", "."), content)

    CASES[name] = ("single", points, make)


def _text(encoding: str, mark: bytes = b"") -> bytes:
    book = right(RIGHT + "  # größer")
    return mark + json.dumps(book, ensure_ascii=False).encode(encoding)


def _changed(change: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    book = right()
    change(book)
    return book


def _code(text: str) -> dict[str, Any]:
    return {k: v for k, v in cell("code", text, "x").items() if k != "id"}


def _of(book: dict[str, Any], name: str) -> dict[str, Any]:
    return next(c for c in book["cells"] if c["id"] == name)


def _without_marks(book: dict[str, Any]) -> None:
    for number, each in enumerate(book["cells"]):
        each["metadata"], each["id"] = {}, f"c{number}"


def _add(*cells: dict[str, Any], at: int = 1) -> Callable[[dict[str, Any]], None]:
    return lambda book: book["cells"].__setitem__(slice(at, at), list(cells))


def _retype(name: str, kind: str) -> Callable[[dict[str, Any]], None]:
    return lambda book: _of(book, name).update(cell_type=kind)


def _mark(name: str, **marks: Any) -> Callable[[dict[str, Any]], None]:
    return lambda book: _of(book, name)["metadata"]["nbgrader"].update(marks)


def _drop(name: str) -> Callable[[dict[str, Any]], None]:
    return lambda book: book["cells"].remove(_of(book, name))


_BODY = "    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
_WHOLE = json.dumps(right()).encode()
for _name, _points, _content in (
    ("plain", 5, right()),
    ("wrong", 2, right("def double(x):\n    return 4")),
    ("as-given", 0, answer(source_notebook())),
    ("utf8-mark", 5, _text("utf-8", b"\xef\xbb\xbf")),
    ("utf16", 5, _text("utf-16")),
    ("utf16-le", 5, _text("utf-16-le")),
    ("utf32", 5, _text("utf-32")),
    ("latin1", 5, _text("latin-1")),
    ("trailing-nuls", 5, _WHOLE + b"\0" * 99),
    ("empty", 0, b""),
    ("blank", 0, b"  \n"),
    ("no-json", 0, b"hello"),
    ("cut-off", 0, _WHOLE[: len(_WHOLE) // 2]),
    ("list", 0, b"[]"),
    ("number", 0, b"1e9999"),
    ("deep", 0, b'{"cells":' * 50_000),
    ("no-cells", 0, b"{}"),
    ("twice-a-key", 5, _WHOLE[:-1] + b', "x": NaN, "x": 1}'),
    ("one-long-cell", 5, _changed(_add(_code(LONG)))),
    ("long-answer", 0, right(RIGHT + "  # " + "x" * 1_000_050)),
    ("long-comment", 5, right(RIGHT + "  # " + "x" * 200_000)),
    ("many-cells", 5, _changed(_add(*[_code("") for _ in range(2_500)]))),
    ("cells-of-no-kind", 5, _changed(lambda b: b["cells"].extend([None, 7, {}, {"source": 3}]))),
    ("scratch-cell", 5, _changed(_add(_code("y = 1")))),
    ("failing-cells", 5, _changed(_add(*[_code("1/0")] * 70))),
    ("marks-lost", 5, _changed(_without_marks)),
    ("answer-as-text", 5, _changed(_retype("double", "markdown"))),
    ("answer-as-raw", 5, _changed(_retype("double", "raw"))),
    ("test-as-text", 5, _changed(_retype("double-check", "markdown"))),
    ("test-deleted", 5, _changed(_drop("double-hidden"))),
    ("answer-deleted", 0, _changed(_drop("double"))),
    ("answer-renamed", 5, _changed(_mark("double", grade_id="my-double"))),
    ("points-raised", 5, _changed(_mark("double-check", points=100))),
    ("test-unlocked", 5, _changed(_mark("double-check", locked=False, solution=True))),
    ("reversed", 5, _changed(lambda book: book["cells"].reverse())),
    ("copied-answer", 5, _changed(lambda b: b["cells"].append(copy.deepcopy(b["cells"][2])))),
    ("copied-test", 5, _changed(lambda b: b["cells"].append(copy.deepcopy(b["cells"][3])))),
    ("html-picture", 5, _changed(lambda b: _of(b, "why").update(
        attachments={"a.png": {"text/html": "<script>"}}))),
):  # fmt: skip
    _simple(_name, _points, a1__ipynb=_content)
for _name, _points, _files in (
    ("upper-case", 5, {"A1.IPYNB": right()}),
    ("renamed", 5, {"my homework.ipynb": right()}),
    ("numbered", 5, {"a1 (2).ipynb": right()}),
    ("in-a-folder", 5, {"deeper/a1.ipynb": right()}),
    ("old-copy-beside", 5, {"a1.ipynb": right(), "a1-Copy1.ipynb": right("def double(x): 1")}),
    ("spoilt-and-copy", 5, {"a1.ipynb": b"", "a1-Copy1.ipynb": right()}),
    ("two-could-be", 0, {"a.ipynb": right(), "b.ipynb": right(OTHER)}),
    ("two-the-same", 5, {"a.ipynb": right(), "b.ipynb": right()}),
    ("something-else", 0, {"other.ipynb": {"cells": [], "nbformat": 4}}),
    ("only-an-essay", 0, {"essay.txt": "I did it."}),
    ("shadowing", 5, {"a1.ipynb": right(), "utils.py": "1/0", "numpy/__init__.py": "1/0"}),
    ("no-date", 5, {"a1.ipynb": right(), "timestamp.txt": "soon"}),
    ("no-date-at-all", 5, {"a1.ipynb": right(), "timestamp.txt": ""}),
):
    CASES[_name] = (
        "single",
        _points,
        lambda folder, files=_files: [write(folder / n, c) for n, c in files.items()] and None,
    )


@case("single", 5)
def behind_many_files(folder: Path) -> None:
    write(folder / "homework.ipynb", right())
    for number in range(2_500):
        write(folder / f"a{number:04}.txt", "")


@case("single", 0)
def linked_notebook(folder: Path) -> None:
    write(folder / "elsewhere.txt", right())
    (folder / "a1.ipynb").symlink_to("elsewhere.txt")


@case("single", 0)
def notebook_is_a_folder(folder: Path) -> None:
    (folder / "a1.ipynb").mkdir(parents=True)


@case("single", 0)
def pipe_for_a_notebook(folder: Path) -> None:
    os.mkfifo(folder / "a1.ipynb")


@case("single", 5)
def pipes_and_links_beside(folder: Path) -> None:
    write(folder / "a1.ipynb", right())
    os.mkfifo(folder / "pipe")
    os.mkfifo(folder / "timestamp.txt")
    (folder / "link").symlink_to("/etc/passwd")
    (folder / "loop").symlink_to(".")
    here = os.getcwd()
    os.chdir(folder)  # a socket's path must be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("socket")
    finally:
        os.chdir(here)


@case("single", 5)
def heavy_files_beside(folder: Path) -> None:
    write(folder / "a1.ipynb", right())
    for number in range(3):
        with open(folder / f"data-{number}.bin", "wb") as file:
            file.truncate(90_000_000)
    with open(folder / "huge.bin", "wb") as file:
        file.truncate(2**40)


def _pair(name: str, points: float, files: dict[str, Any]) -> None:
    CASES[name] = (
        "pair",
        points,
        lambda folder: [write(folder / n, c) for n, c in files.items()] and None,
    )


_pair("both", 10, {"p1.ipynb": right(), "p2.ipynb": right(OTHER)})
_pair("first-only", 5, {"p1.ipynb": right()})
_pair("second-only", 5, {"p2.ipynb": right()})
_pair("first-and-copy", 5, {"p1.ipynb": right(), "p1-Copy1.ipynb": right()})
_pair("first-and-upper-case", 5, {"P1.ipynb": right()})
_pair("second-renamed", 10, {"p1.ipynb": right(), "p2 (1).ipynb": right(OTHER)})
_pair("second-unclear", 5, {"p1.ipynb": right(), "homework.ipynb": right(OTHER)})
_pair("one-unclear", 0, {"homework.ipynb": right()})
_pair("second-spoilt", 5, {"p1.ipynb": right(), "p2.ipynb": b"{"})
_pair("first-deeper", 5, {"old/p1.ipynb": right()})

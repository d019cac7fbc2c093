"""Taking in submissions: what honest people hand in is read, everything else is refused kindly."""

from __future__ import annotations

import json
import os
import socket
import time

import pytest
from cell_kit import cell_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notebook_kit import PNG, answer, assignment, data

from autograder.cells import printable
from autograder.intake.folder import read_submission
from autograder.intake.read import read_bytes

IDS = {"cost", "step", "drop", "cost-check"}


@pytest.fixture
def book():
    return answer(assignment())


def folder(tmp_path, **files):
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def texts(intake):
    return [note.text for note in intake.notes]


def take(path, **kwargs):
    return read_submission(path, "ps1", grade_ids=IDS, **kwargs)


def test_plain_notebook_needs_no_note(tmp_path, book):
    intake = take(folder(tmp_path, **{"ps1.ipynb": data(book), "timestamp.txt": b"2026"}))
    assert (intake.refused, texts(intake)) == (None, [])
    assert [cell.grade_id for cell in intake.cells if cell.grade_id][:2] == ["given", "cost"]


@pytest.mark.parametrize(
    ("encoded", "note"),
    [
        (lambda t: b"\xef\xbb\xbf" + t.encode(), "byte-order mark"),
        (lambda t: t.encode("utf-16"), "UTF-16"),
        (lambda t: t.encode("utf-16-le"), "UTF-16"),
        (lambda t: t.encode("utf-16-be"), "UTF-16"),
        (lambda t: t.encode("utf-32"), "UTF-32"),
        (lambda t: t.encode("latin-1"), "Latin-1"),
        (lambda t: t.encode() + b"\0" * 100, "NUL bytes"),
    ],
)
def test_encodings_are_read(book, encoded, note):
    cell_of(book, "cost")["source"] += "# große Übung"
    intake = read_bytes(encoded(json.dumps(book, ensure_ascii=False)))
    assert intake.refused is None
    assert any(note in line.text for line in intake.notes)
    assert "große Übung" in next(c.text for c in intake.cells if c.grade_id == "cost")


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"\0" * 50,
        b"   \n",
        b"hello",
        b"[]",
        b"null",
        b'"text"',
        b"1e9999",
        b"1" * 5000,
        b"{" * 100_000,
        b"[" * 5_000_000,
        b'{"cells":' * 50_000,
        b'"' + b'\\"' * 2_000_000,
        bytes(range(256)) * 10,
        b"\x7fELF" + bytes(range(256)) * 4,
        b"PK\x03\x04" + bytes(range(255, -1, -1)) * 4,
        b"\xff\xfe\xff",
    ],
    ids=lambda b: repr(b[:8]),
)
def test_what_is_no_notebook_is_refused_quickly(bad):
    begun = time.process_time()
    intake = read_bytes(bad)
    assert intake.refused
    assert printable(intake.refused, 10_000) == intake.refused
    assert time.process_time() - begun < 3


def test_truncated_file_says_so(book):
    whole = data(book)
    for cut in range(1, len(whole) - 1, 97):
        assert read_bytes(whole[:cut]).refused
    assert "cut off" in read_bytes(whole[: len(whole) // 2]).refused


@given(st.binary(max_size=300))
def test_any_bytes_end_as_an_intake(raw):
    intake = read_bytes(raw)
    assert intake.refused is not None or isinstance(intake.cells, tuple)


_json = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text() | st.sampled_from(["code", "markdown"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["cells", "cell_type", "source", "metadata", "nbgrader", "grade_id", "id"]
            )
            | st.text(max_size=3),
            inner,
            max_size=6,
        )
    ),
    max_leaves=30,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from(["cells", "worksheets", "nbformat"]), _json))
def test_any_json_ends_as_cells_of_clean_text(tree):
    intake = read_bytes(json.dumps(tree).encode())
    for cell in intake.cells:
        cell.text.encode("utf-8")
        assert "\0" not in cell.text
        assert cell.kind in ("code", "markdown", "raw")


def test_old_format(book):
    cells = []
    for cell in book["cells"]:
        old = {k: v for k, v in cell.items() if k not in ("id", "execution_count")}
        if cell["cell_type"] == "code":
            old["input"] = [line + "\n" for line in old.pop("source").split("\n")]
            old["language"] = "python"
        cells.append(old)
    cells[0] = {"cell_type": "heading", "level": 1, "source": "Title", "metadata": {}}
    intake = read_bytes(data({"worksheets": [{"cells": cells}], "nbformat": 3, "metadata": {}}))
    assert intake.refused is None
    assert {c.grade_id for c in intake.cells} >= IDS
    assert "def cost" in next(c.text for c in intake.cells if c.grade_id == "cost")


def test_strange_cells_are_read_or_left_out(book):
    book["cells"] += [
        None,
        7,
        {"cell_type": "code"},
        {"source": "x = 1", "outputs": []},
        {"cell_type": "code", "source": ["a = 1\n", None, "b = 2"], "metadata": None},
        {"cell_type": "code", "source": {"a": 1}, "metadata": []},
        {"cell_type": 5, "source": "?"},
        {
            "cell_type": "code",
            "source": "s = '\ud800 \ud83d\ude00 \0'",
            "metadata": {"nbgrader": 3},
        },
        {"cell_type": "code", "source": "x\r\ny\rz", "metadata": {"nbgrader": {"grade_id": [1]}}},
    ]
    intake = read_bytes(data(book))
    texts = [cell.text for cell in intake.cells[len(book["cells"]) - 9 :]]
    assert texts == ["", "x = 1", "a = 1\nb = 2", "", "?", "s = '\ufffd \U0001f600 '", "x\ny\nz"]
    assert any("NUL" in note.text for note in intake.notes)


def test_duplicate_keys_and_constants(book):
    raw = data(book)[:-1] + b', "x": NaN, "y": Infinity, "x": 1}'
    notes = " ".join(texts(read_bytes(raw)))
    assert "NaN" in notes
    assert "twice" in notes


@pytest.mark.parametrize("name", ["ps1.IPYNB", "PS1.ipynb", "my homework.ipynb", "ps1 (2).ipynb"])
def test_renamed_file_is_recognised(tmp_path, book, name):
    intake = take(folder(tmp_path, **{name: data(book)}))
    assert intake.refused is None
    assert any(name in note.text for note in intake.notes)


def test_right_name_wins_and_others_are_noted(tmp_path, book):
    other = answer(assignment(), {"cost": "other"})
    intake = take(folder(tmp_path, **{"ps1.ipynb": data(book), "ps1-Copy1.ipynb": data(other)}))
    assert "def cost" in next(c.text for c in intake.cells if c.grade_id == "cost")
    assert texts(intake) == ["ignored: the notebook ps1-Copy1.ipynb"]


def test_unreadable_right_name_gives_way(tmp_path, book):
    intake = take(folder(tmp_path, **{"ps1.ipynb": b"", "ps1-Copy1.ipynb": data(book)}))
    assert intake.refused is None
    assert any("empty" in note.text for note in intake.notes if note.kind == "refusal")


def test_ambiguous_names_are_refused(tmp_path, book):
    other = answer(assignment(), {"cost": "other"})
    intake = take(folder(tmp_path, **{"a.ipynb": data(book), "b.ipynb": data(other)}))
    assert "several" in intake.refused
    same = take(folder(tmp_path, **{"b.ipynb": data(book)}))
    assert same.refused is None


def test_other_notebook_is_not_taken(tmp_path, book):
    for cell in book["cells"]:
        cell["metadata"] = {}
    assert "no notebook ps1.ipynb" in take(folder(tmp_path, **{"x.ipynb": data(book)})).refused
    assert take(tmp_path / "absent").refused


def test_shadowing_files_are_ignored_and_noted(tmp_path, book):
    for name in ("numpy", "utils", ".ipython"):
        (tmp_path / name).mkdir()
    files = {"ps1.ipynb": data(book), "utils.py": b"", "sitecustomize.py": b"", "data.csv": b""}
    intake = take(folder(tmp_path, **files), known_files={"data.csv"})
    assert intake.refused is None
    assert sorted(texts(intake)) == [
        "ignored: the file sitecustomize.py",
        "ignored: the file utils.py",
        "ignored: the folder .ipython",
        "ignored: the folder numpy",
        "ignored: the folder utils",
    ]


def test_links_pipes_and_devices_are_refused(tmp_path, book):
    real = tmp_path / "elsewhere"
    real.write_bytes(data(book))
    work = tmp_path / "work"
    work.mkdir()
    (work / "ps1.ipynb").symlink_to(real)
    assert "symbolic link" in take(work).refused
    (work / "ps1.ipynb").unlink()
    os.mkfifo(work / "ps1.ipynb")
    assert "regular" in take(work).refused
    (work / "ps1.ipynb").unlink()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(work / "ps1.ipynb"))
        assert take(work).refused
    (work / "ps1.ipynb").unlink()
    (work / "ps1.ipynb").mkdir()
    assert take(work).refused
    (tmp_path / "linked").symlink_to(work)
    assert take(tmp_path / "linked").refused
    (work / "deeper").mkdir()
    (work / "deeper" / "loop").symlink_to(work)
    assert take(work).refused


def test_size_limit(tmp_path, book):
    path = tmp_path / "ps1.ipynb"
    with open(path, "wb") as file:
        file.truncate(10**12)  # sparse: a terabyte that is not there
    assert "MB" in take(tmp_path).refused
    assert read_bytes(b" " * 100, file_bytes=99).refused


def test_file_names_cannot_drive_a_terminal(tmp_path, book):
    names = ["\x1b[2Jx.ipynb", "\u202egnp.py", "a\nb.py", "x" * 200 + ".py", "bad\udcff.py"]
    for name in names:
        (tmp_path / name).write_bytes(data(book))
    intake = take(tmp_path)
    for line in [*texts(intake), intake.file or ""]:
        assert line.isprintable()
        assert len(line) < 400


def test_many_files_make_few_notes(tmp_path, book):
    for i in range(3000):
        (tmp_path / f"a{i:04}.txt").write_bytes(b"")
    intake = take(folder(tmp_path, **{"ps1.ipynb": data(book)}))
    assert intake.refused is None
    assert len(intake.notes) < 30


def test_attachments_keep_pictures_only(book):
    cell_of(book, "why")["attachments"] = {
        "a.png": {"image/png": PNG, "text/html": "<script>"},
        "b.svg": {"image/svg+xml": "<svg onload=alert(1)>"},
        "c": 5,
    }
    cell = next(c for c in read_bytes(data(book)).cells if c.grade_id == "why")
    assert cell.attachments == {"a.png": {"image/png": PNG}}


def test_huge_code_is_cut_with_a_note(book):
    book["cells"] += [dict(cell_of(book, "cost"), source="x = 1\n" * 16_000) for _ in range(40)]
    intake = read_bytes(data(book))
    assert sum(len(cell.text) for cell in intake.cells if cell.kind == "code") <= 1_000_000
    assert any("characters of code" in note.text for note in intake.notes)

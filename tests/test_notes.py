"""Integrity notes: the grave ones are never lost, and what was changed or lost is said."""

from __future__ import annotations

import base64
import copy
import struct
from pathlib import Path

import pytest
from cell_kit import cell_of, position, released
from notebook_kit import GOOD, PNG, RULES, answer, assignment, code, data, mark, text

from autograder.batch.cache import submission_hash
from autograder.cells import checksum, nbgrader_metadata
from autograder.intake.folder import handed_in, read_submission
from autograder.intake.match import ELSEWHERE
from autograder.intake.read import read_bytes
from autograder.intake.reassemble import Reassembled, reassemble
from autograder.intake.trusted import trusted_cells
from autograder.intake.walk import MAX_ENTRIES
from autograder.limits import Limits
from autograder.notes import Note, Notes
from autograder.outputs import clean_outputs, cut_short
from autograder.pixels import pixels_of
from autograder.result import Result, TestResult
from autograder.states import needs_a_person, state
from autograder.vanished import Vanished, kinds_of

SOURCE = assignment()


def rebuilt(book: dict) -> tuple[Reassembled, Notes]:
    """Return the rebuilt notebook and all notes of taking it in."""
    intake = read_bytes(data(book))
    made = reassemble(SOURCE, trusted_cells(SOURCE, RULES), intake)
    notes = Notes()
    notes.extend(intake.notes)
    notes.extend(made.notes)
    return made, notes


def said(notes: Notes, kind: str) -> str:
    """Return the texts of one kind of note."""
    return "\n".join(note.text for note in notes if note.kind == kind)


# --- notes


def test_grave_notes_stand_first_and_stay() -> None:
    notes = Notes()
    for number in range(100):
        notes.add("info", f"cell {number} raised an error")
    notes.add("tampering", "points")
    notes.add("death", "stopped")
    notes.add("death", "stopped")
    kept = notes.kept(60)
    assert len(kept) == 60
    assert kept[:2] == (Note("death", "stopped"), Note("tampering", "points"))
    assert kept[-1] == Note("info", "and 43 notes more")


@pytest.mark.parametrize(
    ("kind", "human", "expected"),
    [
        ("info", False, "graded"),
        ("repair", False, "repaired"),
        ("tampering", False, "tampering"),
        ("death", False, "crashed"),
        ("refusal", True, "look"),
        ("defect", True, "look"),
    ],
)
def test_the_state_follows_from_the_kinds(kind: str, human: bool, expected: str) -> None:
    test = TestResult("t", 5.0, 5.0, "passed")
    notes = (Note(kind, "x"),)  # type: ignore[arg-type]
    result = Result("s", "a", "n", (test,), notes=notes, needs_human=human)
    assert state(result) == expected
    assert needs_a_person(result) == (expected not in ("graded", "repaired"))
    assert Result.from_dict(result.to_dict()) == result


# --- limits


def test_a_long_cell_costs_itself_alone() -> None:
    book = answer(SOURCE)
    book["cells"].insert(0, code("x = '" + "a" * 1_000_050 + "'"))
    made, notes = rebuilt(book)
    assert GOOD["cost"] in [step.source for step in made.steps]
    assert "cell number 1 (1,000,056 characters) was left out" in said(notes, "refusal")


def test_short_answers_without_marks_survive_long_fillers() -> None:
    book = answer(SOURCE)
    for number, cell in enumerate(book["cells"]):
        cell["metadata"], cell["id"] = {}, f"x{number}"
    book["cells"][:0] = [code(f"f{n} = 1  # " + "y" * 90_000) for n in range(15)]
    made, notes = rebuilt(book)
    assert sum(GOOD["cost"].strip() == step.source.strip() for step in made.steps) == 1
    assert notes.look


def test_answers_behind_two_thousand_cells_are_kept_or_named() -> None:
    book = answer(SOURCE)
    book["cells"][:0] = [text(f"thought {n}", id=f"t{n}") for n in range(2_500)]
    made, notes = rebuilt(book)
    assert GOOD["drop"] in [step.source for step in made.steps]
    assert "there are more than 2,000 cells" in said(notes, "refusal")
    for number, cell in enumerate(book["cells"]):
        cell["metadata"], cell["id"] = {}, f"x{number}"
    _, notes = rebuilt(book)
    assert notes.look


def test_empty_cells_cost_nothing() -> None:
    book = answer(SOURCE)
    book["cells"][:0] = [code("", id=f"e{n}") for n in range(2_500)]
    made, notes = rebuilt(book)
    assert GOOD["drop"] in [step.source for step in made.steps]
    assert len(notes) == 0


def test_an_answer_that_is_left_out_is_not_called_untouched() -> None:
    book = answer(SOURCE, {"cost": GOOD["cost"] + "# " + "x" * 1_000_050})
    made, notes = rebuilt(book)
    assert "cell cost (1,000,204 characters) was left out" in said(notes, "refusal")
    assert "cost" not in made.untouched
    assert cell_of(made.notebook, "cost")["source"].startswith("# Left out: ")


def test_an_answer_too_long_to_be_parsed_is_found() -> None:
    long = GOOD["cost"] + "# " + "x" * 150_000
    book = answer(SOURCE)
    del book["cells"][position(book, "cost")]
    book["cells"].append(code(long))
    made, _ = rebuilt(book)
    assert [s.source for s in made.steps if "def cost" in s.source] == [long.strip("\n")]
    assert ELSEWHERE not in [step.source for step in made.steps]


def png(width: int, height: int) -> str:
    """Return the head of a PNG."""
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\2\0\0\0"
    return base64.b64encode(head).decode()


@pytest.mark.parametrize(
    ("raw", "pixels"),
    [
        (base64.b64decode(png(60_000, 60_000)), 3_600_000_000),
        (b"GIF89a" + struct.pack("<HH", 7, 5) + b"\0" * 9, 35),
        (b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc0\0\x0b\x08\0\x05\0\x07\1\1\x11\0", 35),
        (b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + b"\x06\0\0\x04\0\0", 35),
        (b"RIFF\0\0\0\0WEBPVP8L" + b"\0" * 4 + b"\x2f" + (6 | 4 << 14).to_bytes(4, "little")
         + b"\0" * 9, 35),
        (b"RIFF\0\0\0\0WEBPVP8 " + b"\0" * 10 + struct.pack("<HH", 7, 5), 35),
        (b"BM" + b"\0" * 60, None),
        (b"<svg/>", None),
        (b"\xff\xd8\xff", None),
        (b"", None),
    ],
)  # fmt: skip
def test_pixels_are_read_from_the_bytes(raw: bytes, pixels: int | None) -> None:
    assert pixels_of(base64.b64encode(raw).decode()) == pixels
    assert pixels_of("?" + base64.b64encode(raw).decode()) is None


def test_attachments_that_are_left_out_are_said() -> None:
    book = answer(SOURCE, {"why": "Because."})
    cell_of(book, "why")["attachments"] = {
        "a.png": {"image/png": png(60_000, 60_000)},
        "b.svg": {"image/svg+xml": "<svg/>"},
        "c.png": {"image/png": PNG},
        "d.png": {"image/png": "A" * 5_000_001},
    }
    made, notes = rebuilt(book)
    assert set(cell_of(made.notebook, "why")["attachments"]) == {"c.png"}
    assert len(said(notes, "refusal").splitlines()) == 3


def test_many_pictures_are_counted_together() -> None:
    book = answer(SOURCE, {"why": "Because."})
    many = {f"{n}.png": {"image/png": png(9_000, 9_000)} for n in range(20)}
    cell_of(book, "why")["attachments"] = many
    made, notes = rebuilt(book)
    assert len(cell_of(made.notebook, "why")["attachments"]) == 12
    assert "of too many pixels were left out (8)" in said(notes, "refusal")


# --- tampering


@pytest.mark.parametrize(
    ("change", "note"),
    [
        (lambda b: cell_of(b, "cost-check")["metadata"]["nbgrader"].update(points=99),
         "the points of cells were not the course's: cost-check"),
        (lambda b: cell_of(b, "cost-check")["metadata"]["nbgrader"].update(solution=True),
         "the marks of cells were not the course's: cost-check"),
        (lambda b: cell_of(b, "drop-check")["metadata"].update(tags=["skip-execution"]),
         "the tags of cells were not the course's: drop-check"),
        (lambda b: cell_of(b, "given").update(cell_type="raw"),
         "the types of cells were not the course's: given"),
        (lambda b: b["cells"].reverse(), "cells of the course were in another order"),
        (lambda b: b["cells"].append(copy.deepcopy(cell_of(b, "given"))),
         "cell given is there 2 times"),
        (lambda b: b["cells"].append(code("assert 1", mark("test", "mine", 100))),
         "cells claim points that the course does not give: mine"),
        (lambda b: cell_of(b, "step-check").update(source="pass"),
         "edited tests of the course were restored: step-check"),
    ],
)  # fmt: skip
def test_tampering_without_effect_is_noted(change, note: str) -> None:
    book = answer(SOURCE)
    change(book)
    made, notes = rebuilt(book)
    assert note in said(notes, "tampering")
    ours = [step.source for step in rebuilt(answer(SOURCE))[0].steps if step.kind == "test"]
    assert [step.source for step in made.steps if step.kind == "test"] == ours


def test_of_an_earlier_release_it_is_said_that_it_may_be_one() -> None:
    book = answer(SOURCE)
    for cell in book["cells"]:
        if (meta := nbgrader_metadata(cell)) and not meta.get("solution"):
            meta |= {"points": 7.0} if meta.get("grade") else {}
            cell["source"] += "\n# as it was"
            meta["checksum"] = checksum(cell)
    _, notes = rebuilt(book)
    assert "the points of cells were not the course's" in said(notes, "tampering")
    assert "those of another release" in said(notes, "info")
    nbgrader_metadata(cell_of(book, "cost-check"))["points"] = 99.0
    assert "another release" not in said(rebuilt(book)[1], "info")


def test_deleted_cells_are_put_back_with_a_note() -> None:
    book = answer(SOURCE)
    for name in ("given", "cost-hidden"):
        book["cells"].remove(cell_of(book, name))
    _, notes = rebuilt(book)
    assert said(notes, "repair") == "deleted cells of the course were put back: given, cost-hidden"


def test_an_honest_notebook_and_tags_of_another_kind_need_no_note() -> None:
    for book in (answer(SOURCE), released(SOURCE)):
        for cell in book["cells"]:
            cell["metadata"]["tags"] = ["hide-input", "slide"]
        assert list(rebuilt(book)[1]) == []


# --- names that vanish


def test_who_made_names_vanish_is_said() -> None:
    watch = Vanished()
    given = "import numpy as np\nfrom math import pi\n\n\ndef check(): ...\n\n\ntmp = 1\ndel tmp"
    watch.ran("given", given, kinds_of(given), own=False)
    watch.ran("one", "x = 1", {"one": "function"}, own=True)
    watch.ran("two", "%reset -f", {}, own=True)
    watch.look({"x": "value"}, "t1")
    watch.ran("three", "import numpy as np", {"np": "module"}, own=True)
    watch.ran("four", "np = 3", {}, own=True)
    watch.look({"np": "value"}, "t2")
    watch.look({"np": "value"}, "t3")
    assert watch.events == [
        ("t1", "before test t1 these names were gone: check, np, one, pi (since cell two)"),
        ("t2", "before test t2 these names stood for something else: np (since cell four)"),
    ]
    passed = [TestResult(f"t{n}", 1.0, 1.0, "passed") for n in (1, 2, 3)]
    assert list(watch.costly(passed)) == []
    passed[1] = TestResult("t2", 0.0, 1.0, "failed")
    assert len(list(watch.costly(passed))) == 2
    passed[1], passed[0] = TestResult("t2", 1.0, 1.0, "passed"), passed[1]
    assert len(list(watch.costly([TestResult("t1", 0.0, 1.0, "failed"), *passed[1:]]))) == 1


# --- which file answers which notebook


def test_one_file_answers_one_notebook(tmp_path: Path) -> None:
    (tmp_path / "p1.ipynb").write_bytes(data(answer(SOURCE)))
    ids = {"cost", "step", "drop"}
    both = {"p1": ids, "p2": ids}
    assert handed_in(tmp_path, both) == {"p1"}
    missing = read_submission(tmp_path, "p2", grade_ids=ids, others={"p1": ids})
    assert missing.missing
    (tmp_path / "homework.ipynb").write_bytes(data(answer(SOURCE)))
    unclear = read_submission(tmp_path, "p2", grade_ids=ids, others={"p1": ids})
    assert not unclear.missing
    assert "may be another notebook of the assignment" in str(unclear.refused)
    (tmp_path / "homework.ipynb").rename(tmp_path / "p2-final.ipynb")
    assert handed_in(tmp_path, both) == {"p1", "p2"}
    (tmp_path / "p2-final.ipynb").rename(tmp_path / "P1 (1).ipynb")
    assert handed_in(tmp_path, both) == {"p1"}


def test_a_file_goes_to_the_notebook_whose_cells_it_has(tmp_path: Path) -> None:
    (tmp_path / "x.ipynb").write_bytes(data(answer(SOURCE)))
    both = {"p1": {"cost", "other"}, "p2": {"cost", "step", "drop"}}
    assert handed_in(tmp_path, both) == {"p2"}


# --- what a submission's hash sees


@pytest.mark.long
def test_no_number_of_files_hides_a_change(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    for name in ("ps1.ipynb", "zz.ipynb", "old/ps1.ipynb", "data.csv"):
        (tmp_path / name).write_text("a")
    for number in range(MAX_ENTRIES + 100):
        (tmp_path / f"a{number:05}").touch()
    known = submission_hash(tmp_path, ["ps1"])
    assert submission_hash(tmp_path, ["ps1"]) == known
    for name in ("ps1.ipynb", "zz.ipynb"):
        (tmp_path / name).write_text("b")
        changed = submission_hash(tmp_path, ["ps1"])
        assert changed != known, name
        known = changed


def test_a_time_of_handing_in_is_no_part_of_the_answer_unless_code_is_given_it(
    tmp_path: Path,
) -> None:
    for given, same in (([], True), (["*.txt"], False)):
        known = submission_hash(tmp_path, ["ps1"], given)
        (tmp_path / "timestamp.txt").write_text(f"2030-01-0{len(given) + 1}")
        assert (submission_hash(tmp_path, ["ps1"], given) == known) is same


def test_a_picture_in_a_text_does_not_unfold_in_a_page() -> None:
    from autograder.pages.markdown import student_html

    bomb, good = f"data:image/png;base64,{png(60_000, 60_000)}", f"data:image/png;base64,{PNG}"
    for address in (bomb, bomb.replace("data", "DATA"), bomb.replace(";base64", ";a=b;base64"),
                    "data:image/png;,%89PNG"):  # fmt: skip
        assert "<img" not in student_html(f"![x]({address})"), address
    assert f'<img src="{good}"' in student_html(f"![x]({good})")
    # A page asks nothing of the network.
    assert "<img" not in student_html("![x](https://example.org/a.png)")


def test_what_a_human_should_have_seen_and_does_not_is_noticed() -> None:
    stream = {"output_type": "stream", "name": "stdout", "text": "1\n[more output was cut off]\n"}
    shown = {"image/png": png(60_000, 60_000), "text/plain": "<Figure>"}
    (picture,) = clean_outputs([{"output_type": "display_data", "data": shown}], Limits())
    assert "image/png" not in picture["data"]
    honest = {"output_type": "stream", "name": "stdout", "text": "two were left out of three\n"}
    assert [cut_short([o]) for o in (stream, picture, honest)] == [True, True, False]

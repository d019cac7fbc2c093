"""The rebuilt notebook: the instructor's, with the student's texts in their places."""

from __future__ import annotations

import copy

import nbformat
import pytest
from cell_kit import cell_of, notebook, position, released
from nbformat.notebooknode import from_dict
from notebook_kit import GOOD, PNG, RULES, STUBS, answer, assignment, code, data, mark, text

from autograder.cells import ReleaseRules, checksum, released_source
from autograder.intake.read import read_bytes
from autograder.intake.reassemble import reassemble
from autograder.intake.trusted import trusted_cells

SOURCE = assignment()


def rebuild(book, source=SOURCE, rules=RULES):
    return reassemble(source, trusted_cells(source, rules), read_bytes(data(book)))


def texts(rebuilt, kind="student"):
    return [step.source for step in rebuilt.steps if step.kind == kind]


def source_of(rebuilt, grade_id):
    return cell_of(rebuilt.notebook, grade_id)["source"]


def test_honest_submission_is_the_instructors_notebook_with_its_text():
    rebuilt = rebuild(answer(SOURCE))
    assert len(rebuilt.notes) == 0
    assert [c["id"] for c in rebuilt.notebook["cells"]] == [c["id"] for c in SOURCE["cells"]]
    for name, good in GOOD.items():
        assert source_of(rebuilt, name) == good
    assert source_of(rebuilt, "cost-hidden") == cell_of(SOURCE, "cost-hidden")["source"]
    assert rebuilt.manual == {"why": False}
    assert [s.kind for s in rebuilt.steps] == [
        "given", "student", "test", "test", "student", "test", "skip", "student", "test",
    ]  # fmt: skip


def test_no_solution_and_no_hidden_test_reaches_the_student_process():
    for book in (notebook(), released(SOURCE)):
        rebuilt = rebuild(book)
        everything = "\n".join(step.source for step in rebuilt.steps)
        assert "secret" not in everything
        assert "np.sum" not in everything
        assert "Because." not in str(rebuilt.notebook)


def renamed_question(book, name="reason"):
    cell = cell_of(book, "why")
    cell["source"] = "Since."
    cell["id"] = cell["metadata"]["nbgrader"]["grade_id"] = name
    return cell


def test_an_answer_to_a_question_that_has_another_name_now_is_kept():
    book = answer(SOURCE)
    renamed_question(book)
    rebuilt = rebuild(book)
    assert source_of(rebuilt, "why") == "Since." and rebuilt.manual == {"why": True}
    assert [note.kind for note in rebuilt.notes] == ["repair"]


def test_of_two_answers_without_a_question_none_is_taken():
    book = answer(SOURCE)
    book["cells"].append(copy.deepcopy(renamed_question(book)))
    cell = book["cells"][-1]
    cell["id"] = cell["metadata"]["nbgrader"]["grade_id"] = "other"
    assert rebuild(book).manual == {"why": False}


def test_empty_submission_counts_as_left_as_given():
    rebuilt = rebuild(notebook())
    assert sum("missing" in note.text for note in rebuilt.notes) == 4
    assert rebuilt.untouched == {"cost", "step", "drop"}


def test_result_is_valid_and_ids_are_unique():
    book = answer(SOURCE)
    book["cells"] += [code("x = 1", id="cost"), code("y = 2", id="cost"), text("hi", id="added-1")]
    rebuilt = rebuild(book)
    nbformat.validate(from_dict(rebuilt.notebook))
    ids = [c["id"] for c in rebuilt.notebook["cells"]]
    assert len(ids) == len(set(ids))


def test_metadata_points_tags_and_order_are_ours():
    book = answer(SOURCE)
    for cell in book["cells"]:
        cell["metadata"]["tags"] = ["skip-execution", "raises-exception"]
        cell["metadata"].setdefault("nbgrader", {}).update(
            points=1000, solution=True, grade=False, locked=False, schema_version=99
        )
    book["metadata"] = {"kernelspec": {"name": "R"}}
    book["cells"].reverse()
    rebuilt = rebuild(book)
    honest = rebuild(answer(SOURCE))
    assert [s.kind for s in rebuilt.steps] == [s.kind for s in honest.steps]
    assert rebuilt.notebook == honest.notebook


@pytest.mark.parametrize("order", [0, 1])
def test_copied_cell_with_a_stub_left_behind(order):
    book = answer(SOURCE)
    at = position(book, "cost")
    stub = copy.deepcopy(book["cells"][at])
    stub["source"] = STUBS["cost"]
    book["cells"].insert(at + order, stub)
    rebuilt = rebuild(book)
    assert source_of(rebuilt, "cost") == GOOD["cost"]
    assert STUBS["cost"] not in texts(rebuilt)
    assert any("2 times" in note.text for note in rebuilt.notes)


def test_last_complete_copy_is_graded_and_the_others_run():
    book = answer(SOURCE)
    at = position(book, "cost")
    for i, change in enumerate(["# first\n" + GOOD["cost"] + "one = 1", "trial = 3"]):
        other = copy.deepcopy(book["cells"][at])
        other["source"] = change
        book["cells"].insert(at + 2 * i, other)
        at = position(book, "cost")
    rebuilt = rebuild(book)
    run = texts(rebuilt)
    assert source_of(rebuilt, "cost") == GOOD["cost"]
    assert any("one = 1" in t for t in run[: run.index(GOOD["cost"])])
    assert "trial = 3" in run[run.index(GOOD["cost"]) :]


def test_cell_split_in_the_middle_of_the_function_is_joined():
    book = answer(SOURCE)
    at = position(book, "cost")
    lines = GOOD["cost"].strip("\n").split("\n")
    book["cells"][at]["source"] = "\n".join(lines[:2])
    rest = copy.deepcopy(book["cells"][at])
    rest["source"] = "\n".join(lines[2:])
    book["cells"].insert(at + 1, rest)
    rebuilt = rebuild(book)
    assert "return float" in source_of(rebuilt, "cost")
    assert any("joined" in note.text for note in rebuilt.notes)


def test_split_off_helper_runs():
    book = answer(SOURCE, {"cost": "from math import pi"})
    book["cells"].insert(position(book, "cost") + 1, code(GOOD["cost"]))
    rebuilt = rebuild(book)
    assert texts(rebuilt)[:2] == ["from math import pi", GOOD["cost"].strip("\n")]


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_retyped_cell_is_code_again(kind):
    book = answer(SOURCE)
    cell_of(book, "cost")["cell_type"] = kind
    rebuilt = rebuild(book)
    assert GOOD["cost"] in texts(rebuilt)
    assert any(kind in note.text for note in rebuilt.notes)


@pytest.mark.parametrize("grade_id", ["l2-cost", "Cost", "", None, 5])
@pytest.mark.parametrize("keep_id", [True, False])
def test_lost_grade_id_is_found_by_cell_id_or_definition(grade_id, keep_id):
    book = answer(SOURCE)
    cell = cell_of(book, "cost")
    cell["metadata"]["nbgrader"]["grade_id"] = grade_id
    if not keep_id:
        cell["id"] = "zzz"
    rebuilt = rebuild(book)
    assert source_of(rebuilt, "cost").strip() == GOOD["cost"].strip()
    assert texts(rebuilt).count(GOOD["cost"]) == 1


def test_all_metadata_lost():
    book = answer(SOURCE)
    for i, cell in enumerate(book["cells"]):
        cell["metadata"], cell["id"] = {}, f"x{i}"
    rebuilt = rebuild(book)
    for name in GOOD:
        assert source_of(rebuilt, name).strip() == GOOD[name].strip()


def test_deleted_cell_whose_function_is_in_a_cell_of_their_own():
    book = answer(SOURCE)
    del book["cells"][position(book, "cost")]
    book["cells"].append(code(GOOD["cost"]))
    rebuilt = rebuild(book)
    assert source_of(rebuilt, "cost") == GOOD["cost"].strip("\n")
    assert len(texts(rebuilt)) == 3


def test_merged_cells_keep_both_functions():
    both = GOOD["cost"] + "\n\n" + GOOD["step"]
    for gone in (True, False):
        book = answer(SOURCE, {"cost": both, "step": STUBS["step"]})
        if gone:
            del book["cells"][position(book, "step")]
        rebuilt = rebuild(book)
        assert both in texts(rebuilt)
        # The given placeholder must not define the name again.
        assert not any("def step" in t for t in texts(rebuilt) if t != both)


def test_untouched_cell_with_the_answer_in_an_added_cell():
    book = answer(SOURCE, {"cost": STUBS["cost"]})
    book["cells"].insert(position(book, "cost"), code(GOOD["cost"]))
    rebuilt = rebuild(book)
    assert sum("def cost" in t for t in texts(rebuilt)) == 1
    assert rebuilt.untouched == frozenset()


def test_edited_tests_and_given_cells_are_restored():
    book = answer(SOURCE)
    for name in ("cost-check", "cost-hidden", "given"):
        cell_of(book, name)["source"] = "print('full marks')"
    rebuilt = rebuild(book)
    assert rebuilt.notebook == rebuild(answer(SOURCE)).notebook
    assert [(note.kind, note.text) for note in rebuilt.notes] == [
        ("tampering", "edited tests of the course were restored: cost-check, cost-hidden"),
        ("repair", "edited cells of the course were restored: given"),
    ]


def test_imports_added_to_a_given_cell_run_before_ours():
    book = answer(SOURCE)
    cell = cell_of(book, "given")
    cell["source"] = "import math\ncheck = None\n" + cell["source"]
    rebuilt = rebuild(book)
    kinds = [s.kind for s in rebuilt.steps]
    assert kinds[:2] == ["student", "given"]
    assert "import math" in rebuilt.steps[0].source


def test_edited_long_training_does_not_run():
    book = answer(SOURCE)
    for cell in book["cells"]:
        if cell["id"] == "long":
            cell["source"] = "more = 1\n" + cell["source"]
            cell["metadata"] = {}
    assert not any("10**9" in s.source for s in rebuild(book).steps if s.kind != "skip")
    for cell in book["cells"]:
        if cell["id"] == "long":
            cell["id"] = "new"
    assert not any("10**9" in s.source for s in rebuild(book).steps if s.kind != "skip")


def test_solution_written_into_the_test_cell_is_salvaged():
    book = answer(SOURCE, {"cost": STUBS["cost"]})
    cell = cell_of(book, "cost-check")
    cell["source"] = GOOD["cost"] + "\n" + cell["source"]
    rebuilt = rebuild(book)
    assert any(t.strip() == GOOD["cost"].strip() for t in texts(rebuilt))
    assert not any("check(" in t for t in texts(rebuilt))


def test_added_cells_keep_their_place():
    book = answer(SOURCE)
    at = position(book, "step")
    book["cells"].insert(at, code("before_step = 1"))
    book["cells"].insert(at + 2, text("my thoughts"))
    book["cells"].insert(0, code("first = 1"))
    rebuilt = rebuild(book)
    ids = [c["source"] for c in rebuilt.notebook["cells"]]
    assert ids[0] == "first = 1"
    assert ids.index("before_step = 1") == ids.index(GOOD["step"]) - 1
    assert ids.index("my thoughts") == ids.index(GOOD["step"]) + 1
    assert any(note.text.startswith("2 code cells") for note in rebuilt.notes)


def test_manual_answer_and_task_text_are_kept():
    book = answer(SOURCE, {"why": "Because it shrinks.", "draw": "Draw something.\nMy drawing."})
    cell_of(book, "why")["attachments"] = {"a.png": {"image/png": PNG}}
    rebuilt = rebuild(book)
    assert source_of(rebuilt, "why") == "Because it shrinks."
    assert cell_of(rebuilt.notebook, "why")["attachments"]["a.png"]
    assert source_of(rebuilt, "draw") == "Draw something."
    assert rebuilt.notebook["cells"][-1]["source"].endswith("My drawing.")
    assert rebuilt.manual == {"why": True}


def test_sha_follows_student_text_and_nothing_else():
    first = rebuild(answer(SOURCE)).solution_sha
    noisy = answer(SOURCE)
    noisy["metadata"]["x"] = 1
    cell_of(noisy, "cost-check")["source"] = "pass"
    cell_of(noisy, "cost")["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "5"}]
    assert rebuild(noisy).solution_sha == first
    for change in ({"cost": GOOD["cost"] + "#"}, {"why": "x"}):
        assert rebuild(answer(SOURCE, change)).solution_sha != first
    noisy["cells"].append(code("z = 1"))
    assert rebuild(noisy).solution_sha != first


def test_names_that_cannot_be_encoded_are_replaced():
    book = answer(SOURCE)
    for name in ("\ud800", "mine"):
        marks = {"grade_id": name, "grade": name == "mine", "points": 9, "checksum": "\udfff"}
        book["cells"].append(text("x", id=name) | {"metadata": {"nbgrader": marks}})
    rebuilt = rebuild(book)
    noted = " ".join(str(note) for note in rebuilt.notes)
    assert "points that the course does not give: mine" in noted
    assert source_of(rebuilt, "cost") == GOOD["cost"]


def test_checksums_and_release_equal_nbgraders():
    from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, ClearSolutions
    from nbgrader.utils import compute_checksum

    stubs = ReleaseRules()
    nb = from_dict(copy.deepcopy(SOURCE))
    nb, _ = ClearSolutions().preprocess(nb, {})
    marked = [cell for cell in nb.cells if "nbgrader" in cell.metadata]
    sums = {cell.metadata.nbgrader.grade_id: compute_checksum(cell) for cell in marked}
    rebuilt = rebuild(answer(SOURCE), rules=stubs)
    for cell in rebuilt.notebook["cells"]:
        found = cell["metadata"].get("nbgrader")
        if found:
            assert found["checksum"] == sums[found["grade_id"]], found["grade_id"]
    for step in (ClearHiddenTests, ClearMarkScheme):
        nb, _ = step().preprocess(nb, {})
    for ours, theirs in zip(SOURCE["cells"], nb.cells, strict=True):
        assert released_source(ours, stubs) == theirs.source
        if theirs.metadata.get("nbgrader"):
            mine = {**ours, "source": theirs.source}
            assert checksum(mine) == compute_checksum(theirs)


def test_code_graded_by_hand():
    source = notebook(
        code("def plot():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION",
             mark("manual", "plot", 4)),
    )  # fmt: skip
    book = answer(source)
    assert rebuild(book, source).manual == {"plot": False}
    cell_of(book, "plot")["source"] = "def plot():\n    return 2"
    rebuilt = rebuild(book, source)
    assert rebuilt.manual == {"plot": True}
    assert texts(rebuilt) == ["def plot():\n    return 2"]

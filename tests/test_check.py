"""The check's answers: verdict, what differs, likely cause, next step, and no frames of ours."""

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from utils import check as module
from utils.check import CheckFailed, check


def check_arguments(got):
    return (lambda: got), (lambda function: function())


def fail(exercise, got, expected) -> CheckFailed:
    with pytest.raises(CheckFailed) as failure:
        check(exercise, *check_arguments(got), expected)
    return failure.value


def test_a_right_answer_says_so(capsys):
    right = {"cost": 1.7864859451590758}
    assert check("l2-cost", *check_arguments(right), right) == right
    assert capsys.readouterr().out == "l2-cost: correct.\n"


def test_a_known_mistake_is_named_with_cause_and_next_step():
    from exercises import EXERCISES
    from exercises.exercise import call

    exercise = EXERCISES["l2-cost"]
    wrong = call(exercise.wrong_functions["L2-HALF"], exercise.visible())
    error = fail("l2-cost", {"cost": wrong}, {"cost": 1.7864859451590758})
    assert str(error).splitlines() == [
        "l2-cost: not yet.",
        f"  cost: expected 1.78648594516, got {wrong:.12g}",
        "  Likely cause (L2-HALF): the penalty is not halved: λ/m where the formula has λ/(2m).",
        "  Try next: compare your factor with formula (2).",
    ]
    assert (error.hint, error.verdict) == ("L2-HALF", "failed")


def test_an_unknown_mistake_has_no_cause():
    error = fail("l2-cost", {"cost": 3.21}, {"cost": 1.0})
    assert error.hint is None
    assert str(error) == "l2-cost: not yet.\n  cost: expected 1, got 3.21"


@pytest.mark.parametrize("got", [None, {"cost": None}, {}])
def test_nothing_yet_is_not_attempted(got):
    error = fail("a function whose given text is unknown", got, {"cost": 1.0})
    assert error.verdict == "not attempted"
    assert "START CODE HERE" in str(error)


def test_a_missing_and_a_misshapen_part_are_both_told():
    error = fail("l2-backward", {"dW1": np.ones(2)}, {"dW1": [[1.0]], "dW2": [1.0]})
    assert "dW2 is missing" in str(error)
    assert "dW1: expected shape (1, 1), got shape (2,)" in str(error)


def test_what_is_no_dictionary_is_told():
    said = str(fail("x", np.ones(2), {"dW1": [1]}))
    assert "expected a dictionary with dW1, got one value of type ndarray" in said


def test_a_notebook_shows_the_message_and_no_frames():
    shell = InteractiveShell.instance()
    shell.user_ns.update(check=check)
    with capture_output() as shown:
        shell.run_cell("check('l2-cost', lambda: {'cost': 3.21}, lambda f: f(), {'cost': 1.0})")
    assert shown.stdout.strip() == "l2-cost: not yet.\n  cost: expected 1, got 3.21"


def test_a_check_before_its_cells_says_what_to_run_first():
    shell = InteractiveShell.instance()
    module.explain_missing_names()
    with capture_output() as shown:
        result = shell.run_cell("check('x', not_there_yet, lambda f: f(), {})", store_history=True)
    assert isinstance(result.error_in_exec, NameError)
    assert shown.stdout.strip() == "not_there_yet is not there yet: run the cells above first."
    with capture_output() as shown:
        shell.run_cell("not_there_yet", store_history=True)
    assert "Traceback" in shown.stdout


def test_what_systems_leave_beside_the_hint_tables_is_not_read(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(module, "HINTS", tmp_path)
    (tmp_path / ".ipynb_checkpoints").mkdir()
    (tmp_path / ".DS_Store").write_bytes(b"\x80")
    (tmp_path / "table.json").write_text('{"an-exercise": {}}')
    module.load_hints.cache_clear()
    try:
        assert module.load_hints() == {"an-exercise": {}}
        assert capsys.readouterr().out == ""
    finally:
        module.load_hints.cache_clear()


def test_a_missing_hint_table_costs_the_cause_only(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(module, "HINTS", tmp_path / "hints")
    module.load_hints.cache_clear()
    try:
        assert "expected 1" in str(fail("l2-cost", {"cost": 2.0}, {"cost": 1.0}))
        assert "hints cannot be read" in capsys.readouterr().out
    finally:
        module.load_hints.cache_clear()

"""The mutation gate: mistakes fail with their own message, right answers pass, with any seed."""

import ast
import copy
import inspect
import re

import numpy as np
import pytest
from conftest import ROOT, code_of, read_notebook

from exercises import ASSIGNMENTS, EXERCISES, examine
from exercises.exercise import JointFunction, functions_of, source_text
from exercises.simulated_class import solutions
from exercises.visible import visible_check
from utils.check import CheckFailed, check, load_hints
from utils.compare import same

SEEDS, FIRST_SEED, MORE_SEEDS = range(2), range(1), range(1, 12)
RIGHT = [
    pytest.param(exercise, function, id=f"{exercise.id}:{function.__name__}")
    for exercise in EXERCISES.values()
    for function in (exercise.reference, *exercise.alternatives)
]
WRONG = [
    pytest.param(exercise, each.id, id=each.id)
    for exercise in EXERCISES.values()
    for each in exercise.misconceptions
]
ALL = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)


def run_check(exercise, function):
    """Do what the notebook's check cell does."""
    cell = visible_check(exercise.id)
    with np.errstate(all="ignore"):
        return check(exercise.id, functions_of(function), cell.answer, cell.expected)


@pytest.mark.parametrize(("exercise", "function"), RIGHT)
def test_right_answers_pass_whatever_the_seed(exercise, function):
    run_check(exercise, function)
    for seed in SEEDS:
        examine(exercise.id, function, seed=seed)


@pytest.mark.slow
@pytest.mark.parametrize(("exercise", "function"), RIGHT)
def test_right_answers_never_raise_a_false_alarm(exercise, function):
    for seed in range(1000):
        examine(exercise.id, function, seed=seed)


@pytest.mark.parametrize(
    ("exercise", "hint", "seeds"),
    [pytest.param(*each.values, FIRST_SEED, id=each.id) for each in WRONG]
    + [
        pytest.param(*each.values, MORE_SEEDS, id=f"{each.id}-more", marks=pytest.mark.slow)
        for each in WRONG
    ],
)
def test_mistakes_fail_the_hidden_test_with_their_own_message(exercise, hint, seeds):
    for seed in seeds:
        with pytest.raises(CheckFailed) as failure:
            examine(exercise.id, exercise.wrong_functions[hint], seed=seed)
        # A shape or a type is no secret, an expected value is.
        said = str(failure.value).split("Likely cause")[0]
        assert not re.search(r"expected (?!shape|an? )", said)
        if "your function raised" in str(failure.value):
            # An error is a proof only together with what the line that raises it holds.
            assert failure.value.hint in (hint, None)
            assert failure.value.hint or not exercise.misconception(hint).line
        else:
            assert failure.value.hint == hint
            assert exercise.misconception(hint).diagnosis in str(failure.value)


@pytest.mark.parametrize(("exercise", "hint"), WRONG)
def test_mistakes_fail_the_visible_check_and_never_under_another_name(exercise, hint):
    stored = {each["id"]: each for each in load_hints()[exercise.id]["misconceptions"]}
    # A mask that is drawn anew may by chance drop nobody, which is another mistake. (A seed that
    # no check uses: with its seed the numbers would be those that are asked for.)
    np.random.seed(20_260)
    try:
        run_check(exercise, exercise.wrong_functions[hint])
    except CheckFailed as failure:
        if failure.verdict == "error":
            assert exercise.misconception(hint).raises
        else:
            assert failure.hint == (hint if stored[hint]["fingerprint"] else None)
    else:
        pytest.fail("the visible check passes")


@pytest.mark.parametrize(
    ("name", "hint", "right", "wrong"),
    [
        ("init-zeros", "ZERO-NO-TUPLE", "((n_out, n_in))", "(layers_dims[layer], n_in)"),
        ("init-zeros", "ZERO-NEXT-LAYER", "(n_out, n_in)", "(n_out, layers_dims[layer + 1])"),
        ("dropout-backward", "BACK-SWAPPED", "dA2 * D2", "np.multiply(dA2, D1) / keep_prob"),
        ("dropout-backward", None, "dA2 * D2", "dA2 * A1"),
        ("linear-l2", "LINBACK-NOT-TRANSPOSED", "np.dot(W.T, dZ)", "W @ dZ"),
        ("dictionary-to-vector", None, "axis=0", "axis=1"),
        ("deep-l2", "DEEPBACK-CACHE-ABOVE", "dA, cache,", "dA, caches[layer],"),
    ],
)
def test_an_error_names_its_mistake_in_whatever_words_it_is_written(name, hint, right, wrong):
    exercise = EXERCISES[name]
    text = source_text(exercise.reference)
    assert right in text
    with pytest.raises(CheckFailed, match="your function raised") as failure:
        examine(name, exercise.compile(text.replace(right, wrong), "other words"), seed=1)
    assert failure.value.hint == hint


@pytest.mark.parametrize("name", ["l2-cost", "deep-cost"])
def test_an_answer_that_fails_to_come_is_not_called_an_error_of_the_students(name):
    exercise = EXERCISES[name]
    text = source_text(exercise.reference).replace(
        "    return", "    if lambd > 0:\n        return"
    )
    with pytest.raises(CheckFailed) as failure:
        examine(name, exercise.compile(text, "no else"), seed=1)
    assert "returns None" in str(failure.value)
    assert "raised" not in str(failure.value)


def bound(tree):
    """Return the names that a text imports, defines or assigns."""
    for node in ast.walk(tree):
        if isinstance(node, ast.alias):
            yield (node.asname or node.name).split(".")[0]
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_right_answers_need_nothing_that_the_notebook_has_not(assignment):
    cells = code_of(read_notebook(ROOT / "source" / assignment / f"{assignment}.ipynb"))
    known = {name for code in cells.values() for name in bound(ast.parse(code))}
    for exercise in ASSIGNMENTS[assignment]:
        for right in (exercise.reference, *exercise.alternatives):
            for each in functions_of(right):
                used = inspect.getclosurevars(each).globals.keys()
                assert used <= known, (exercise.id, each.__name__)


@ALL
def test_there_are_enough_mistakes_and_ways(exercise):
    assert len(exercise.misconceptions) >= 6
    assert len(exercise.alternatives) >= 2


def test_ids_are_unique():
    hints = [each.id for exercise in EXERCISES.values() for each in exercise.misconceptions]
    assert len(set(hints)) == len(hints)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_untouched_notebook_is_not_attempted(assignment):
    """The stub that students get must run, and be recognised by both tests."""
    release = read_notebook(ROOT / "release" / assignment / f"{assignment}.ipynb")
    cells = {cell["id"]: "".join(cell["source"]) for cell in release["cells"]}
    for exercise in ASSIGNMENTS[assignment]:
        stub = exercise.compile(cells[exercise.id], "stub")
        with pytest.raises(CheckFailed) as failure:
            run_check(exercise, stub)
        assert failure.value.verdict == "not attempted", exercise.id
        with pytest.raises(CheckFailed) as failure:
            examine(exercise.id, stub, seed=1)
        assert failure.value.verdict == "not attempted", exercise.id


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_notebooks_own_solutions_pass(assignment):
    source = read_notebook(ROOT / "source" / assignment / f"{assignment}.ipynb")
    for exercise in ASSIGNMENTS[assignment]:
        text = solutions(source, (exercise,))[exercise.id]
        function = exercise.compile(text, "solution")
        run_check(exercise, function)
        for seed in SEEDS:
            examine(exercise.id, function, seed=seed)


def test_stored_answers_are_wrong_answers():
    """The hint table that students have must not hold one right answer."""
    for name, entry in load_hints().items():
        right = visible_check(name).expected
        for each in entry["misconceptions"]:
            stored = each["fingerprint"]
            if stored:
                assert not same({key: np.asarray(right[key]) for key in right}, stored)


def changeable(case):
    """Yield the arrays and lists among the arguments, or in dictionaries among them."""
    for value in case.values():
        if isinstance(value, np.ndarray | list):
            yield value
        elif isinstance(value, dict):
            yield from changeable(value)


@ALL
def test_cases_stand_in_the_references_order(exercise):
    """Hidden tests call by position, so that a student may name the parameters as they like."""
    reference = exercise.reference
    if isinstance(reference, JointFunction):
        names = list(inspect.signature(reference.glue).parameters)[len(reference.functions) :]
    else:
        names = list(inspect.signature(reference).parameters)
    for case in (exercise.inputs(np.random.default_rng(1)), exercise.visible()):
        assert list(case) == names[: len(case)]


@ALL
def test_parameters_may_have_any_names(exercise):
    functions = functions_of(exercise.reference)
    examine(exercise.id, *(lambda *given, f=each: f(*given) for each in functions), seed=1)


@ALL
def test_changing_an_argument_is_told(exercise):
    def made_greedy(function):
        def greedy(*given):
            result = function(*copy.deepcopy(given))
            for value in changeable(dict(enumerate(given))):
                value += [1] if isinstance(value, list) else np.ones((), value.dtype)
            return result

        return greedy

    if not any(True for _ in changeable(exercise.inputs(np.random.default_rng(1)))):
        pytest.skip("plain numbers and functions cannot be changed")
    with pytest.raises(CheckFailed, match="is changed by the call"):
        examine(exercise.id, *map(made_greedy, functions_of(exercise.reference)), seed=1)


@ALL
@pytest.mark.parametrize("answer", [1, "text", [], {}, (1, 2, 3), (None, None), float("nan")])
def test_answers_of_another_form_are_told_kindly(exercise, answer):
    with pytest.raises(CheckFailed) as failure:
        examine(exercise.id, lambda *case: answer, seed=1)
    assert "Traceback" not in str(failure.value)


def test_the_same_seed_gives_the_same_verdict():
    messages = set()
    for _ in range(2):
        exercise = EXERCISES["l2-backward"]
        with pytest.raises(CheckFailed) as failure:
            examine(exercise.id, exercise.wrong_functions["GRAD-HALF"], seed=7)
        messages.add(str(failure.value))
    assert len(messages) == 1


def test_texts_of_implementations_take_another_name():
    exercise = EXERCISES["l2-cost"]
    text = source_text(exercise.alternatives[0], exercise.function_name)
    assert text.startswith("def compute_cost_with_regularization(")


def test_what_a_check_cell_prints_is_not_printed_where_tables_are_built(capsys):
    visible_check.__wrapped__("dictionary-to-vector")  # past its cache
    assert capsys.readouterr().out == ""

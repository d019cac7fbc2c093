"""What a check says of a wrong number: the simplest statement that is true, or nothing."""

import numpy as np
import pytest

from exercises import EXERCISES
from exercises.examination import examine
from exercises.exercise import edited, source_text
from exercises.visible import given_functions, visible_check
from utils.attempt import digest, line_digest
from utils.check import CheckFailed, load_hints
from utils.compare import difference
from utils.facts import Landmark, right_parts, statements

RIGHT = np.array([[1.234567, -2.3456, 0], [0.777, 3.21, 0.1]])
PENALTY = np.array([[0.1, 0.2, 0.3], [0.4, -0.5, 0.6]])
MARKS = [Landmark("the penalty", {"dW": PENALTY}, True), Landmark("the slope", {"dW": PENALTY**2})]
CONSTANTS = {"m": 5.0, "1/m": 0.2, "keep_prob": 0.7, "1/keep_prob": 1 / 0.7}


def test_one_number_in_place_of_an_array():
    marks = [Landmark("the penalty", {"dW": np.full((2, 3), 1.7)})]
    assert said(1.7, marks=marks) == [
        "dW is the penalty, one number where an array (2, 3) is wanted."
    ]


def said(value, right=RIGHT, marks=MARKS):
    return statements({"dW": value}, {"dW": right}, marks, CONSTANTS)


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (-RIGHT, "right but for the sign"),
        (2 * RIGHT, "2 times what is right"),
        (RIGHT / 5, "1/m times what is right"),
        (7.77 * RIGHT, "7.77 times what is right"),
        (RIGHT + 0.3, "what is right plus 0.3, in every entry"),
        (RIGHT - 0.3, "what is right less 0.3, in every entry"),
        (np.round(RIGHT, 2), "right but rounded to 2 decimal places"),
        (RIGHT * (1 + 1.8e-6), "nearly right: only the last digits differ"),
        (RIGHT > 0, "True or False, the answer of a comparison"),
        (RIGHT.T, "lying on its side: the right numbers, transposed"),
        (RIGHT - PENALTY, "right but for the penalty, which is missing"),
        (RIGHT + PENALTY, "right but for the penalty: it is in there 2 times"),
        (PENALTY, "the penalty, no more and no less"),
        (PENALTY + 3 * PENALTY**2, "the penalty and 3 times the slope"),
        (np.where(RIGHT == 0, np.inf, RIGHT), "right elsewhere, but infinite at [0, 2], as a div"),
        (np.where(RIGHT == 0, np.nan, 1), "nan at [0, 2], as a division by 0 or log(0) makes it"),
        (5 * PENALTY, "m times the penalty"),
        (RIGHT + PENALTY**2, "what is right and the slope"),
        (PENALTY**2, "the slope."),
        (PENALTY**2 + 3, "the slope plus 3, in every entry"),
        (np.zeros((2, 3)), "0 throughout"),
        (np.full((2, 3), np.nan), "nan throughout"),
        (np.where(RIGHT == 0, 4, RIGHT), "right where it should not be 0, but not 0 where it"),
        (None, "None still: is its line filled in?"),
        (RIGHT - 0.37 * PENALTY, "right but for the penalty: it is in there 0.63 times"),
        (RIGHT.ravel()[:4], "right as far as it goes: the last 2 numbers are missing"),
        (RIGHT.ravel()[1:], "right but for its beginning: the first number is missing"),
        (RIGHT.ravel()[[0, 1, 3, 4, 5]], "made of right numbers in the right order, but one"),
        (np.zeros((2, 0)), "empty: nothing is stored in it"),
        (3, "one number, where an array is wanted"),
        ((2, 3), "its shape, where its numbers are wanted"),
        ((RIGHT[0],), "a tuple of 1, where one array is wanted"),
        ([[1, 2, 3]], "a list: np.array(...) makes an array of it"),
    ],
)
def test_a_wrong_array_is_described(value, what):
    (line,) = said(value)
    assert line.startswith(f"dW is {what}")


def test_the_shape_of_another_part_is_told():
    right = {"dW": RIGHT, "db": PENALTY[:, :1]}
    (line,) = statements({"dW": np.zeros((2, 1))}, right)
    assert line == "dW is of the shape that db should have."


@pytest.mark.parametrize(
    ("pair", "what"),
    [
        ([0.09, 2.4], "the square of what is right"),
        ([0.6, 2.4], "2 times what is right"),
        ([0.3, 1.4], "1 less than what is right"),
        ([0.3, -1.4], "1 less what is right"),
    ],
)
def test_the_wrong_one_of_a_pair_is_described(pair, what):
    (line,) = statements({"dW1": np.array(pair)}, {"dW1": np.array([0.3, 2.4])})
    place = "second" if pair[1] == 2.4 else "first"
    assert line == f"dW1 is right in the {place} number, and the other is {what}."


def test_sums_that_are_left_out_and_rows_too_many_are_told():
    rows = np.array([[1.5, 2.5, 0.3], [0.2, 7.0, 0.9]])
    (line,) = statements({"db": rows}, {"db": rows.mean(1, keepdims=True)})
    assert line == "db is an array whose mean along axis 1 is right."
    (line,) = statements({"W1": np.ones((20, 3))}, {"W1": RIGHT})
    assert line == "W1 is an array with 10 times as many rows as it should have."


DATA = np.array([[0.3], [1.7], [0.0], [4.2]])
PIECES = {
    f"the penalty of w[{n}]": np.full((4, 1), x) for n, x in enumerate((0.2137, 1.4091, 0.0733), 1)
}
COST = DATA + sum(PIECES.values())


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (DATA + 0.2137, "the data's part and the penalty of w[1]"),
        (DATA + 0.2137 + 1.4091, "right but for the penalty of w[3], which is missing"),
        (
            DATA + 2 * (0.2137 + 1.4091),
            "the data's part and 2 times the penalty of w[1] and the pen",
        ),
        (DATA + 0.9, "the data's part plus 0.9, in every entry"),
        (2 * COST - DATA, "right but for the penalty: it is in there 2 times"),
    ],
)
def test_the_simplest_of_several_true_facts_is_told(value, what):
    marks = [
        Landmark("the data's part", {"J": DATA}, True),
        Landmark("the penalty", {"J": COST - DATA}, True),
        *(Landmark(words, {"J": piece}, True) for words, piece in PIECES.items()),
    ]
    (line,) = statements({"J": value}, {"J": COST}, marks, CONSTANTS)
    assert line.startswith(f"J is {what}")


def test_a_simple_number_is_not_said_to_be_another_part():
    right = {"half": 0.3332, "opposite": 1.0, "odd": 0.61234}
    assert statements({"half": 1.0}, right) == []
    (line,) = statements({"half": 0.61234}, right)
    assert line == "half is what odd should be."


def test_what_is_right_is_told_apart_from_what_is_known():
    right = {"J": 1.5, "dW": RIGHT, "db": PENALTY}
    assert right_parts({**right, "J": 2.0}, right) == ["dW and db are right."]
    assert right_parts(right, right) == []


def test_nothing_is_said_where_nothing_is_known_or_two_things_are():
    assert said(RIGHT + np.sin(np.arange(6)).reshape(2, 3)) == []
    twins = [Landmark("this", {"dW": PENALTY}), Landmark("that", {"dW": PENALTY})]
    assert said(PENALTY, marks=twins) == []


@pytest.mark.long
def test_random_numbers_are_no_multiple_of_anything():
    rng = np.random.default_rng(5)
    marks = [Landmark("a part", {"dW": 0.377}), Landmark("the rest", {"dW": 1.41}, True)]
    told = sum(bool(said(float(v), 1.787, marks)) for v in rng.uniform(0.1, 10, 2000))
    assert told <= 20


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_the_hint_table_answers_nothing(exercise):
    entry = load_hints()[exercise.id]
    expected = visible_check(exercise.id).expected
    for mark in entry["landmarks"]:
        for name, value in mark["parts"].items():
            assert difference(name, np.array(value), expected[name])
    texts = [str(value) for key, value in entry.items() if key != "misconceptions"]
    assert not any("def " in text or "return " in text for text in texts)
    given = given_functions(exercise)
    assert entry["given"] == {name: digest(text) for name, text in given.items()}
    for text in given.values():
        first, last = text.split("\n")[0], text.rstrip("\n").split("\n")[-1]
        assert {line_digest(first), line_digest(last)} <= {*entry["given_lines"]}


@pytest.mark.parametrize(
    ("exercise", "edits", "fact"),
    [
        (
            "dropout-backward",
            (("    dA2 = dA2 * D2\n", ""), ("    dA1 = dA1 / keep_prob\n", "")),
            "dA2 is what comes out where dA2 is not masked.",
        ),
        (
            "dropout-forward",
            (("    A2 = A2 * D2\n", ""), ("    A1 = A1 / keep_prob\n", "")),
            "what comes out where A1 is not scaled and A2 is not masked.",
        ),
        (
            "init-he",
            (("* np.sqrt(2 / n_in)", "+ 3"),),
            "are each the numbers as they are drawn plus 3, in every entry.",
        ),
        (
            "backward-reg",
            (("beta * vw", "0.9 * vw"), ("beta * vb", "0.9 * vb"), ("(1 - beta)", "0.1")),
            "your function never uses its parameter beta.",
        ),
        (
            "backward-drop",
            (("a[3] - target", "(a[3] - target) / m"),),
            "are each what comes of a delta divided by m at the start.",
        ),
    ],
)
def test_a_hidden_test_says_what_is_true_of_combined_mistakes(exercise, edits, fact):
    asked = EXERCISES[exercise]
    function = asked.compile(edited(source_text(asked.reference), edits), "combined")
    with pytest.raises(CheckFailed) as failure:
        examine(asked, function, seed=7)
    assert fact in str(failure.value)

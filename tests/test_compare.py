"""The comparator: what counts as equal, and what it says when it is not."""

import re

import numpy as np
import pytest

from utils.compare import difference, same


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (1.0, 1.0),
        (np.float64(0.25), 0.25),
        (np.array(0.25), 0.25),
        (1, 1.0),
        (np.float32(0.5), 0.5),
        (np.array([[1.0, 2.0]]), [[1, 2]]),
        (np.array([[True, False]]), [[1, 0]]),
        (np.array([np.nan, 1.0]), [np.nan, 1.0]),
        (np.array([np.inf]), [np.inf]),
        (np.array([1 + 2j]), [1 + 2j]),
    ],
)
def test_equal_values_agree(got, expected):
    assert difference("x", got, expected) is None
    assert same(got, expected)


@pytest.mark.parametrize(
    ("got", "expected", "words"),
    [
        (None, 1.0, "expected a single number, got None"),
        ("1.0", 1.0, "got a str"),
        (True, 1.0, "True/False"),
        ([1.0], [1.0], "expected a NumPy array, got a list"),
        (np.array([[1.0]]), 1.0, r"expected a single number, got shape \(1, 1\)"),
        (np.array([1.0, 2.0]), [[1.0], [2.0]], r"expected shape \(2, 1\), got shape \(2,\)"),
        (np.ma.array([1.0]), [1.0], "got a MaskedArray"),
        (np.rec.array([(1.0,)]), [1.0], "got a recarray"),
        (np.array([1.0], dtype=object), [1.0], "object"),
        (np.array(["1"]), [1.0], "text"),
        (np.array([1 + 0j]), [1.0], "complex"),
        (np.array([]), np.array([]), "empty"),
        (float("nan"), 1.0, "not a finite number"),
        (np.array([np.inf, 1.0]), [1.0, 1.0], "1 of 2 entries is not a finite number"),
        (
            np.array([1.0, 2.0, 4.0]),
            [1.0, 2.0, 3.0],
            r"1 of 3 entries is wrong; at \[2\] expected 3, got 4",
        ),
        (1.1, 1.0, "expected 1, got 1.1"),
        (1e308, -1e308, "got 1e\\+308"),
        (np.float16(1.5), 1.0, "got 1.5"),
        (np.array([np.nan]), [np.inf], "wrong|expected"),
    ],
)
def test_differences_are_named(got, expected, words):
    line = difference("x", got, expected)
    assert line is not None and line.startswith("x: ")

    assert re.search(words.replace("\\\\", "\\"), line), line
    assert not same(got, expected)


def test_the_expected_value_stays_hidden_on_request():
    assert "3" not in difference("x", np.array([1.0, 4.0]), [1.0, 3.0], reveal=False)
    assert "7" not in difference("x", 4.0, 7.0, reveal=False)


def test_tolerance_is_that_of_eight_printed_decimals():
    assert same(0.123456784, 0.12345678)
    assert not same(0.123458, 0.12345678)
    assert same(4e-9, 0.0)
    assert not same(1e-7, 0.0)

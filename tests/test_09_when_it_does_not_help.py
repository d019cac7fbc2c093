"""``09_when_it_does_not_help``: random features, and what the lesson states of them."""

import contextlib
import io

import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest
from lesson_kit import LESSONS, assert_stated

from utils.random_features import (
    LAMBDAS,
    WIDTHS,
    Task,
    all_that_fit,
    costs_over_width,
    descend,
    draw_task,
    fit,
)

NAME = "lesson_9_when_it_does_not_help"


@pytest.fixture(scope="module")
def task():
    return draw_task(np.random.default_rng(3)).narrowed(100)


def test_the_fit_has_the_least_cost(task):
    for lam in (0.01, 1.0):
        w = fit(task, lam)
        slope = task.A.T @ (task.A @ w - task.y) / 40 + lam / 40 * w
        np.testing.assert_allclose(slope, 0, atol=1e-9)


def test_without_a_penalty_the_shortest_exact_fit_comes_back(task):
    w = fit(task, 0.0)
    assert task.costs(w)[0] < 1e-20
    across = all_that_fit(task, np.random.default_rng(0).standard_normal(100))
    assert task.costs(across)[0] < 1e-20
    assert np.linalg.norm(across) > np.linalg.norm(w)
    np.testing.assert_allclose(all_that_fit(task, np.zeros(100)), w)


def test_a_descent_ends_at_the_fit_that_is_nearest_to_its_start():
    rng = np.random.default_rng(0)
    A = rng.standard_normal((4, 9))
    small = Task(A, rng.standard_normal(4), A, np.zeros(4))
    for start in (np.zeros(9), rng.standard_normal(9)):
        for size in (2, 4):
            w = descend(small, start, 3000, size, rng)
            np.testing.assert_allclose(w, all_that_fit(small, start), atol=1e-6)


def test_a_narrow_layer_is_the_first_units():
    whole = draw_task(np.random.default_rng(0))
    np.testing.assert_allclose(whole.narrowed(7).A * np.sqrt(7), whole.A[:, :7])


def test_double_descent_holds_over_other_draws():
    train, fresh = costs_over_width(range(100, 115), (0.0, 0.1))
    peak = WIDTHS == 40
    assert np.median(train[:, WIDTHS >= 43, 0]) < 1e-20
    assert np.median(fresh[:, peak, 0]) > 5 * np.median(fresh[:, -1, 0])
    assert np.sum(fresh[:, -1, 0] < fresh[:, WIDTHS < 40, 0].min(axis=1)) >= 12
    assert np.diff(np.median(fresh[:, :, 1], axis=0)).max() < 0.03
    assert np.all(fresh[:, -1, 1] < fresh[:, -1, 0])


def said_by_cells():
    """Run the lesson's cells but the long ones; return what they print and say."""
    names = {"__name__": "notebook", "surprises": lambda: None}
    shown = []

    def reveal(*question):
        return lambda draw: shown.append(draw())

    names["reveal"] = reveal
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        for cell in nbformat.read(LESSONS / f"{NAME}.ipynb", as_version=4).cells:
            if cell.cell_type == "code":
                code = cell.source.replace("from utils.predict import reveal, surprises\n", "")
                exec(code, names)
                plt.close("all")
    return printed.getvalue(), shown


@pytest.mark.long
def test_the_cells_print_what_the_text_says():
    text, shown = said_by_cells()
    assert_stated(NAME, "is 0.54, at the peak 12.48, and with 800 units 0.29")
    for line in (
        "5 units: fresh 0.54",
        "40 units: fresh 12.48",
        "800 units: fresh 0.29",
        "below 40 in 19 of 20",
        "with 40, 0.22 with 800;\n    the largest step up is 0.008",
        "the best λ at each width: 1 1 0.1 0.1",
        "after  4,000 steps from 0: 0.49",
        "started at 0 times normal weights: fresh cost 0.29",
        "started at 3 times normal weights: fresh cost 0.47",
        "started at 10 times normal weights: fresh cost 2.58",
        "medians: 0.23 with batches of 5, 0.23 with all 40",
        "batches of 5 in 9 of 20;\n    the largest difference is 0.012",
        "noise    0: λ = 0.1 is lower in  1 of 20",
        "0.556 without, 0.184 with it; the best λ is 0.3",
    ):
        assert line in text, line
    assert_stated(NAME, "0.27 in place of 12.48", "down to 0.22", "the largest step up is 0.008")
    assert_stated(NAME, "still 0.49 of the way off", "0.29 from 0, 0.47 from", "2.58 from ten")
    assert_stated(NAME, "Both medians are 0.23", "9 of 20 draws", "more than 0.012")
    assert_stated(NAME, "from 0.556 down to 0.184", "lower in 1 draw of 20")
    slider, _ = next(each for each in shown if isinstance(each, tuple))
    assert slider.knobs == {"λ": [f"{each:g}" for each in LAMBDAS]}
    assert "fresh cost 0.27 with 40 units, 0.22 with 800" in slider.draw(0.1)
    plt.close("all")


def test_the_right_letters_are_spread():
    cells = nbformat.read(LESSONS / f"{NAME}.ipynb", as_version=4).cells
    right = [
        cell.source.split('", "')[1].split('"')[0] for cell in cells if "@reveal" in cell.source
    ]
    assert sorted(right) == ["a", "b", "c", "c", "d"]

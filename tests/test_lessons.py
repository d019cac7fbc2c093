"""Every lesson runs top to bottom in a real kernel, and what it states is what the gallery says."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from utils.check import check
from utils.compare import difference
from utils.data import make_field
from utils.gallery import load_sweep

ROOT = Path(__file__).resolve().parent.parent
LESSONS = ROOT / "notebooks"
SECONDS = 120
"""For a whole lesson, the kernel's start included, on a busy machine; alone it takes about 10."""


def run(name: str) -> nbformat.NotebookNode:
    notebook = nbformat.read(LESSONS / f"{name}.ipynb", as_version=4)
    began = time.monotonic()
    NotebookClient(notebook, timeout=SECONDS, resources={"metadata": {"path": LESSONS}}).execute()
    assert time.monotonic() - began < SECONDS
    return notebook


def outputs(notebook: nbformat.NotebookNode, kind: str) -> list[nbformat.NotebookNode]:
    cells = (cell for cell in notebook.cells if cell.cell_type == "code")
    return [output for cell in cells for output in cell.outputs if output.output_type == kind]


def assert_silent(notebook: nbformat.NotebookNode) -> None:
    assert [out.text for out in outputs(notebook, "stream") if out.name == "stderr"] == []


def printed(notebook: nbformat.NotebookNode) -> str:
    return "".join(out.text for out in outputs(notebook, "stream"))


def prose(name: str) -> str:
    """Return a lesson's markdown in one line, so that a statement is found across line ends."""
    notebook = nbformat.read(LESSONS / f"{name}.ipynb", as_version=4)
    text = " ".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return re.sub(r"\s+", " ", text)


def test_the_first_page_runs_to_its_unsolved_check():
    notebook = run("00_start_here")
    assert_silent(notebook)
    (error,) = outputs(notebook, "error")
    assert error.ename == "CheckFailed"
    assert error.traceback == [error.evalue]
    assert "constant-guess: not attempted yet." in error.evalue
    assert "The notebooks can run here." in printed(notebook)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("np.mean(Y == guess)", "constant-guess: correct."),
        ("np.mean(Y)", "always 0: expected 0.4, got 0.6"),
        ("np.sum(Y == guess)", "always 0: expected 0.4, got 2"),
    ],
)
def test_the_first_exercise_answers(line, said, capsys):
    Y = np.array([[1, 1, 0, 1, 0]])
    got = {f"always {guess}": eval(line, {"np": np, "Y": Y, "guess": guess}) for guess in (0, 1)}
    expected = {"always 0": 0.4, "always 1": 0.6}
    if said.endswith("correct."):
        check("constant-guess", got, expected)
        assert capsys.readouterr().out.strip() == said
    else:
        assert difference("always 0", got["always 0"], 0.4) == said


def test_the_lesson_runs_without_error():
    notebook = run("02_regularization")
    assert_silent(notebook)
    assert outputs(notebook, "error") == []
    shown = outputs(notebook, "execute_result") + outputs(notebook, "display_data")
    assert sum("image/png" in out.data for out in shown) >= 8
    (slider,) = (out for out in shown if "application/vnd.jupyter.widget-view+json" in out.data)
    assert "image/png" in slider.data


@pytest.mark.parametrize("name", ["00_start_here", "02_regularization"])
def test_a_lesson_holds_no_solution(name):
    text = (LESSONS / f"{name}.py").read_text(encoding="utf-8")
    for answer in ("/ keep_prob", "< keep_prob", "lambd /", "lambd *", "np.square", "Y == guess)"):
        assert answer not in text


@pytest.mark.parametrize("name", ["00_start_here", "02_regularization"])
def test_every_picture_is_followed_by_words(name):
    cells = nbformat.read(LESSONS / f"{name}.ipynb", as_version=4).cells
    for cell, following in pairwise(cells):
        if "plt.show()" in cell.source or "show_sweep(" in cell.source:
            assert following.cell_type == "markdown"
            assert "**What you saw.**" in following.source


def stated(*phrases: str) -> None:
    text = prose("02_regularization")
    for phrase in phrases:
        assert phrase in text, f"the lesson no longer says {phrase!r}"


def median(sweep: str, label: str, measure: str) -> float:
    found = load_sweep(sweep)
    return float(np.median(found.repetitions[measure][found.index(label)]))


def one_answer(sweep: str, label: str) -> int:
    """Count the repetitions whose network gives the same answer for the whole field."""
    found = load_sweep(sweep)
    maps = found.repetitions["map"][found.index(label)] > 127
    return sum(len(np.unique(one)) == 1 for one in maps)


def test_the_validation_curve_is_as_read_aloud():
    stated("score 0.929 on the training", "score 0.925", "rises to 0.95", "four networks")
    assert median("lambda", "0", "train_accuracy") == pytest.approx(0.929, abs=5e-4)
    assert median("lambda", "0", "validation_accuracy") == pytest.approx(0.925, abs=5e-4)
    for label in ("0", "0.01", "0.03"):
        assert median("lambda", label, "train_accuracy") > 0.919
        assert median("lambda", label, "validation_accuracy") < 0.931
    for label in ("0.1", "0.3", "0.7", "1.5", "3"):
        assert median("lambda", label, "train_accuracy") < 0.919
        assert 0.9399 < median("lambda", label, "validation_accuracy") <= 0.9501
    # The network that died counts everywhere.
    assert [one_answer("lambda", label) for label in ("0", "3", "10", "30")] == [1, 1, 5, 30]
    assert one_answer("methods", "fresh masks") == one_answer("methods", "one fixed mask") == 0


def test_a_perfect_map_is_as_good_as_stated():
    stated("17 of the 211", "6 of the 200")
    X, Y, test_X, test_Y = make_field()
    for x, y, share, flukes in ((X, Y, 0.919, 17), (test_X, test_Y, 0.97, 6)):
        rule = (x[1] - 0.23 - 0.05 * np.sin(6 * x[1])) / 2 > x[0]
        assert np.sum(rule != y[0]) == flukes
        assert np.mean(rule == y[0]) == pytest.approx(share, abs=5e-4)


def test_choosing_on_the_validation_kicks_flatters_the_choice():
    stated(
        "score 0.944 on the kicks that chose them, and 0.937 on the test kicks", "reported 0.943"
    )
    sweep = load_sweep("lambda").repetitions
    chosen = sweep["validation_accuracy"].argmax(axis=0), np.arange(30)
    assert sweep["validation_accuracy"][chosen].mean() == pytest.approx(0.944, abs=5e-4)
    assert sweep["test_accuracy"][chosen].mean() == pytest.approx(0.937, abs=5e-4)
    assert sweep["test_accuracy"].max(axis=0).mean() == pytest.approx(0.943, abs=5e-4)


def test_the_weights_fade_as_stated():
    stated(
        "the largest goes from 8.4 to 2.9", "squares from 914 to 26", "64 % of the weights at 0.7"
    )
    sweep = load_sweep("lambda")
    weights = np.abs(sweep.showcase["weights"][[sweep.index("0"), sweep.index("0.7")]])
    squares = sweep.showcase["sum_of_squares"][[sweep.index("0"), sweep.index("0.7")]]
    np.testing.assert_allclose(weights.max(axis=1), [8.4, 2.9], atol=0.05)
    np.testing.assert_allclose(squares, [914, 26], atol=0.5)
    np.testing.assert_allclose((weights < 0.05).mean(axis=1), [0.01, 0.64], atol=0.005)


def test_a_fixed_mask_lowers_the_wrong_cost():
    stated("0.23 against 0.29", "sees 0.10", "costs 1.32")
    sweep = load_sweep("methods")
    for name, seen, whole in (("fresh masks", 0.29, 0.23), ("one fixed mask", 0.10, 1.32)):
        i = sweep.index(name)
        last = [np.median(sweep.repetitions[f"curve_{c}"][i, :, -1]) for c in ("seen", "train")]
        np.testing.assert_allclose(last, [seen, whole], atol=0.005)


def test_l2_and_dropout_beat_the_plain_network():
    stated("Fresh masks 0.952 and L2 0.945", "0.933", "0.925", "25 of the 30", "2.4 points")
    sweep = load_sweep("methods")
    test = dict(zip(sweep.labels, sweep.repetitions["test_accuracy"], strict=True))
    found = [np.median(values) for values in test.values()]
    np.testing.assert_allclose(found, [0.925, 0.945, 0.9325, 0.9525], atol=1e-6)
    for name in ("L2", "fresh masks"):
        gain = test[name] - test["plain"]
        assert gain.mean() > 2 * gain.std() / np.sqrt(gain.size)
        assert np.sum(gain > 0) == 25
        assert np.sum(gain < 0) == 4
    gain = 100 * (test["L2"] - test["plain"])
    limits = [gain.mean(), 1.96 * gain.std(ddof=1) / np.sqrt(30), gain.min(), gain.max()]
    np.testing.assert_allclose(limits, [2.4, 0.9, -2, 8], atol=0.05)
    assert np.median(sweep.line_accuracy[1:, 1]) == pytest.approx(0.94)


def test_dropout_has_a_wide_plateau():
    stated("from 0.925 to 0.945", "between 0.945 and 0.955", "at 0.3 the median cost")
    for label in ("0.95", "0.86", "0.7", "0.5", "0.3"):
        assert 0.9449 < median("keep_prob", label, "validation_accuracy") < 0.9551
    assert median("keep_prob", "0.3", "test_cost") == pytest.approx(0.39, abs=5e-3)
    assert median("keep_prob", "0.7", "test_cost") == pytest.approx(0.23, abs=5e-3)

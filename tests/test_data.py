"""Data sets, pictures and progress bars: what is loaded, and what is said when it cannot be."""

import io
import sys

import matplotlib.pyplot as plt
import numpy as np
import pytest
from scipy.io import savemat

from utils import plots
from utils.data import load_2D_dataset, make_field
from utils.progress import steps


@pytest.fixture
def no_folder(monkeypatch):
    monkeypatch.delenv("COURSE_DATA_DIR", raising=False)


def test_the_built_in_field_is_the_same_everywhere(no_folder, capsys):
    X, Y, X_test, Y_test = load_2D_dataset()
    assert "built-in" in capsys.readouterr().out
    assert (X.shape, Y.shape, X_test.shape, Y_test.shape) == (
        (2, 211),
        (1, 211),
        (2, 200),
        (1, 200),
    )
    assert X[:, 0].tolist() == pytest.approx(make_field()[0][:, 0].tolist())
    assert set(np.unique(Y)) == {0, 1} and Y.dtype == np.int64
    # A fingerprint of all numbers, so that the same seed is the same field on every machine.
    assert float(X.sum()) == pytest.approx(make_field(20)[0].sum(), abs=0)
    assert abs(float(X.mean()) + 0.0715) < 0.02
    assert not np.array_equal(make_field(21)[0], X)


def test_the_original_file_is_found_through_the_environment(original_data, capsys):
    X, Y, X_test, _ = load_2D_dataset()
    assert str(original_data) in capsys.readouterr().out
    assert (X.shape, X_test.shape) == ((2, 211), (2, 200))
    assert Y.dtype == np.int64 and (Y - 1).min() == -1


def test_a_file_with_unsigned_labels_is_read_as_numbers(tmp_path, no_folder):
    y = np.array([[0], [1], [1]], dtype=np.uint8)
    savemat(
        tmp_path / "data.mat", {"X": np.ones((3, 2)), "y": y, "Xval": np.ones((3, 2)), "yval": y}
    )
    _, Y, _, _ = load_2D_dataset(tmp_path)
    assert (Y - 1).tolist() == [[-1, 0, 0]]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"X": np.ones((3, 2))}, r"lacks the key\(s\) y, Xval, yval"),
        ({"X": np.ones((3, 4)), "y": np.ones((3, 1))}, r"X must be \(m, 2\)"),
        ({"X": np.ones((3, 2)), "y": np.full((3, 1), 2)}, "labels in y must be 0 or 1"),
        ({"X": np.ones((3, 2)), "y": np.full((3, 1), 0.7)}, "labels in y must be 0 or 1"),
        ({"X": np.ones((3, 2)), "y": np.full((3, 1), [{}], object)}, "y must hold real numbers"),
        ({"X": np.full((3, 2), 1j), "y": np.ones((3, 1))}, "X and y must hold real numbers"),
    ],
)
def test_other_files_are_refused_with_the_reason(tmp_path, content, words):
    if len(content) == 2:
        content |= {"Xval": content["X"], "yval": content["y"]}
    savemat(tmp_path / "data.mat", content)
    with pytest.raises(ValueError, match=words):
        load_2D_dataset(tmp_path / "data.mat")


def test_what_is_no_file_is_told(tmp_path):
    with pytest.raises(FileNotFoundError, match="makes the built-in field"):
        load_2D_dataset(tmp_path / "nothing.mat")
    (tmp_path / "text.mat").write_text("no data")
    with pytest.raises(ValueError, match="cannot be read as a MATLAB file"):
        load_2D_dataset(tmp_path / "text.mat")


def test_pictures_return_their_axes_and_ask_for_many_predictions_at_once():
    X, Y, _, _ = make_field()
    asked = []

    def predict(grid):
        asked.append(grid.shape)
        return grid[:1] > 0

    _, ax = plt.subplots()
    assert plots.plot_decision_boundary(predict, X, Y, ax, title="t") is ax
    assert asked == [(2, 2000)] * 45
    assert plots.plot_costs({"a": [3, 2], "b": [2, 1]}).get_ylabel()
    six = plots.plot_costs({name: [2, 1] for name in "abcdef"})
    assert len(six.get_lines()) == 6  # more than there are colours
    network = {"W1": np.ones((2, 2)), "b1": np.full((2, 1), 99.0)}
    text = plots.plot_weights({"one": network}).get_legend().get_texts()[0].get_text()
    assert text == "one: sum of squares 4"
    constant = plots.plot_decision_boundary(lambda grid: np.zeros(grid.shape[1]), X, Y)
    assert constant.get_title() == ""
    plt.close("all")


def test_a_progress_bar_stays_out_of_the_errors(capsys, monkeypatch):
    # Another test may have brought this in; it is the sign of a notebook.
    monkeypatch.delitem(sys.modules, "ipykernel", raising=False)
    assert list(steps(3)) == [0, 1, 2]
    captured = capsys.readouterr()
    assert captured.err == "" and captured.out == ""

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    assert list(steps(3, "plain")) == [0, 1, 2]
    assert "plain" in terminal.getvalue()
    assert capsys.readouterr().err == ""

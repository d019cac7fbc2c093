"""What is said of an exception in a student's line."""

import linecache

import numpy as np
import pytest

from utils.circumstances import circumstances

WORLD = {
    "w": {1: np.ones((2, 3)), 2: np.ones((3, 1))},
    "parameters": {"W1": np.ones((3, 2)), "b1": np.ones((3, 1))},
    "layers": [1, 2],
}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("sum(w[l].sum() for l in range(2))", "w has no entry 0; it holds 1, 2."),
        ("sum(w[l].sum() for l in (1, 2, 3))", "w has no entry 3; it holds 1, 2."),
        ("parameters['W' + str(2)]", "parameters has no entry 'W2'; it holds 'W1', 'b1'."),
        ("lambd * 2", "Nothing is called lambd here; the arguments are w, parameters, layers."),
        ("later + 1\n    later = 2", "later has no value yet when this line runs."),
        ("empty * 2", "empty is None here: is the line that makes it filled in?"),
        ("made[3] + 1", "made[3] is None here: is the line that makes it filled in?"),
        ("np.dot(w[2], w[1].T)", "Shapes here: w[2] (3, 1), w[1] (2, 3)."),
        ("layers[2]", "layers has 2 entries, counted from 0."),
        ("np.square(w)", "w is a dictionary of 2; numbers are wanted here."),
        ("1 / 0", None),
    ],
)
def test_the_line_says_more_than_the_error(line: str, said: str | None) -> None:
    text = (
        "def function(w, parameters, layers):\n"
        "    empty = None\n"
        "    made = {3: None}\n"
        f"    answer = {line}\n"
        "    return answer\n"
    )
    linecache.cache["<cell>"] = (len(text), None, text.splitlines(True), "<cell>")
    names: dict = {"np": np}
    exec(compile(text, "<cell>", "exec"), names)
    with pytest.raises(Exception) as raised:
        names["function"](**WORLD)
    assert circumstances(raised.value, (names["function"],)) == ([said] if said else [])

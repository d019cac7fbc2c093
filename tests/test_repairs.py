"""Finding the line: general rules on plain functions that are no exercise of the course."""

import linecache
import os
import signal
import textwrap
import time

import numpy as np
import pytest
from pace import patient

from autograder.course.settings import Settings
from autograder.examiner.functions import StudentFunction
from autograder.examiner.student_side import StudentSide
from autograder.limits import Limits
from autograder.sandbox.detection import detect_isolation
from autograder.sandbox.process import StudentProcess
from autograder.sandbox.server import StudentServer
from utils.attempt import line_digest
from utils.compare import difference
from utils.repairs import KINDS, locate, search
from utils.repairs.apart import apart
from utils.repairs.programs import function_text, workshop
from utils.repairs.search import edits_of
from utils.repairs.text import FunctionText

LIMITS = patient(Limits(cell_timeout=20, call_timeout=10, total_timeout=100, memory_mb=512))


def written(text, name=None, **given):
    """Define functions as a notebook's cell does."""
    text = textwrap.dedent(text)
    filename = f"<cell {abs(hash(text))}>"
    linecache.cache[filename] = (len(text), None, text.splitlines(True), filename)
    namespace = {"np": np, **given}
    exec(compile(text, filename, "exec"), namespace)
    return namespace[name] if name else namespace


def located(function, expected, answer, **options):
    def judge(number, parts):
        return frozenset(
            name
            for name, value in expected.items()
            if name in parts and not difference(name, parts[name], value)
        )

    return locate(function, [answer], judge, goal=frozenset(expected), **options)


T = np.array([12.1, 15.4, 9.3, 20.2])
RIGHT = {"mean": T.mean(), "spread": np.sqrt(((T - T.mean()) ** 2).sum() / 3)}
SPREAD = """
def spread(t):
    n = len(t)
    mean = np.sum(t) / n
    squares = np.sum((t - mean) ** 2)
    return mean, np.sqrt(squares / (n - 1))
"""
MISTAKES = [
    ("np.sum(t) / n", "np.sum(t) * n", 4, "factor"),
    ("np.sum(t) / n", "np.sum(t)", 4, "function"),
    ("(t - mean) ** 2", "(t + mean) ** 2", 5, "sign"),
    ("(t - mean) ** 2", "(t - mean)", 5, "function"),
    ("(t - mean) ** 2", "t - mean ** 2", 5, "parentheses"),
    ("np.sum((", "np.mean((", 5, "function"),
    ("(n - 1)", "(n - 2)", 6, "number"),
    ("(n - 1)", "n - 1", 6, "parentheses"),
    ("np.sqrt(squares / (n - 1))", "squares / (n - 1)", 6, "function"),
    ("np.sqrt(squares / (n - 1))", "np.sqrt(mean / (n - 1))", 6, "name"),
    ("mean, np.sqrt", "-mean, np.sqrt", 6, "sign"),
]


def spread_answer(spread):
    mean, value = spread(T)
    return {"mean": mean, "spread": value}


@pytest.mark.parametrize(("right", "wrong", "line", "kind"), MISTAKES)
def test_one_change(right, wrong, line, kind):
    text = SPREAD.replace(right, wrong)
    found = located(written(text, "spread"), RIGHT, spread_answer)
    assert [number for number, _ in found.lines] == [line]
    assert found.lines[0][1] == text.split("\n")[line - 1].strip()
    assert found.kind == kind
    assert found.sentence.startswith(f"One change in line {line} makes ")
    assert all(len(row) <= 60 for row in found.sentence.split("\n"))


def test_the_change_is_never_said():
    found = located(written(SPREAD.replace("(n - 1)", "(n - 2)"), "spread"), RIGHT, spread_answer)
    assert "n - 1" not in found.sentence


def test_a_line_that_stands_as_it_was_given_is_not_doubted():
    text = SPREAD.replace("(n - 1)", "(n - 2)")
    line = text.split("\n")[5]
    found = located(
        written(text, "spread"), RIGHT, spread_answer, given=frozenset({line_digest(line)})
    )
    assert found is None


def test_a_factor_that_stands_twice_is_doubted_first():
    text = "def f(x, k):\n    y = np.tanh(x)\n    y = y / k / k\n    return y\n"
    x = np.array([0.2, 0.9])
    found = located(written(text, "f"), {"y": np.tanh(x) / 0.7}, lambda f: {"y": f(x, 0.7)})
    assert [number for number, _ in found.lines] == [3]


def test_a_loop_over_a_tuple_is_turned_round():
    text = "def f(x):\n    for n in (1, 2, 3):\n        x = np.tanh(n * x)\n    return x\n"
    x = np.array([0.2, 0.9])
    right = np.tanh(np.tanh(2 * np.tanh(3 * x)))
    found = located(written(text, "f"), {"y": right}, lambda f: {"y": f(x)})
    assert found.lines[0][0] == 2
    assert found.kind == "order"


def test_one_more_right_value_is_enough():
    text = SPREAD.replace("np.sum(t) / n", "np.sum(t) * n").replace("(n - 1)", "7")
    found = located(written(text, "spread"), RIGHT, spread_answer)
    assert found.lines[0][0] == 4
    assert "makes mean right" in found.sentence


def test_nothing_is_said_of_a_right_answer_or_a_hopeless_one():
    assert located(written(SPREAD, "spread"), RIGHT, spread_answer) is None
    lost = written("def spread(t):\n    return len(t), 0.25\n", "spread")
    assert located(lost, RIGHT, spread_answer) is None


LAYERS = """
def layers(x, w1, w2, w3):
    a1 = np.tanh(w1 * x)
    a2 = np.tanh(w2 * a1)
    a3 = np.tanh(w3 * a2)
    return {"a1": a1, "a2": a2, "a3": a3}
"""


def layers_answer(layers):
    return layers(np.array([0.3, -0.4]), 1.1, -0.7, 2.3)


def layers_right():
    return layers_answer(written(LAYERS, "layers"))


def test_the_same_change_in_all_places_alike():
    text = LAYERS.replace("w2 * ", "w2 + ").replace("w3 * ", "w3 + ").replace("w1 *", "w1 +")
    found = located(written(text, "layers"), layers_right(), layers_answer)
    assert [number for number, _ in found.lines] == [3, 4, 5]
    assert found.sentence.startswith("The same change in lines 3, 4 and 5 makes the answer right:")


SLOPE = """
def slope(f, x, h):
    ahead = x + h
    behind = x - h
    rise = f(ahead) - f(behind)
    return rise / (2 * h)
"""


def slope_answer(slope):
    return {"cubic": slope(lambda x: x**3, 2.0, 0.1), "root": slope(np.sqrt, 2.0, 0.1)}


def test_the_same_change_in_two_lines_that_differ_in_a_sign():
    right = slope_answer(written(SLOPE, "slope"))
    text = SLOPE.replace("x + h", "x * (1 + h)").replace("x - h", "x * (1 - h)")
    found = located(written(text, "slope"), right, slope_answer)
    assert [number for number, _ in found.lines] == [3, 4]


def test_another_function_than_the_given_one():
    right = slope_answer(written(SLOPE, "slope"))
    namespace = written("def cubic(x):\n    return x**3\n" + SLOPE.replace("f(a", "cubic(a"))
    found = located(namespace["slope"], right, slope_answer)
    assert found.lines == ((7, "rise = cubic(ahead) - f(behind)"),)


PIECES = """
def pieces(t, shapes):
    found, start = [], 0
    for rows, columns in shapes:
        size = rows * columns
        found.append(t[start : start + size].reshape(rows, columns))
        start += size
    return {str(n): piece for n, piece in enumerate(found)}
"""


def pieces_answer(pieces):
    return pieces(T, [(1, 1), (1, 3)])


def test_a_slice_that_ends_at_its_length():
    right = pieces_answer(written(PIECES, "pieces"))
    text = PIECES.replace("start : start + size", "start : size")
    found = located(written(text, "pieces"), right, pieces_answer)
    assert found.lines[0][0] == 6


def test_a_change_that_only_lets_an_error_pass_tells_nothing():
    right = pieces_answer(written(PIECES, "pieces"))
    text = PIECES.replace("start : start + size", "start : 2 * size").replace("+= size", "+= 3")
    assert located(written(text, "pieces"), right, pieces_answer) is None


def test_a_wrong_layers_name():
    found = located(
        written(LAYERS.replace("w3 * a2", "w3 * a1"), "layers"), layers_right(), layers_answer
    )
    assert [number for number, _ in found.lines] == [5]
    assert "makes a3 right" in found.sentence


@pytest.mark.parametrize(
    ("text", "line", "kind"),
    [
        ("def f(x):\n    y = np.tanh(x)\n    y * 2\n    return y\n", 3, "stored result"),
        ("def f(x):\n    y = np.tanh(x) * 2\n", 2, "return"),
        (
            "def f(x):\n    y = 0.0 * x\n    for n in range(2):\n        y = y + np.tanh(x)\n"
            "        return y\n",
            5,
            "return",
        ),
        (
            "def f(x):\n    y = 0.0 * x\n    for n in range(3):\n        y = y + np.tanh(x)\n"
            "    return y\n",
            3,
            "range",
        ),
        (
            "def f(x):\n    y = 0.0 * x\n    for n in range(2):\n        z = np.tanh(x)\n"
            "    y = y + z\n    return y\n",
            5,
            "indentation",
        ),
    ],
)
def test_statements(text, line, kind):
    x = np.array([0.2, 0.9])
    found = located(written(text, "f"), {"y": 2 * np.tanh(x)}, lambda f: {"y": f(x)})
    assert (found.lines[0][0], found.kind) == (line, kind)


def test_a_helper_in_another_cell():
    helper = written("def half(x):\n    return x / 3\n", "half")
    names = written("def f(x):\n    return np.exp(half(x))\n")
    names["half"] = helper
    # As in a notebook, both see the same names.
    cell = "<cell of half>"
    text = "def half(x):\n    return x / 3\n"
    linecache.cache[cell] = (len(text), None, text.splitlines(True), cell)
    exec(compile(text, cell, "exec"), names)
    found = located(names["f"], {"y": np.exp(0.85)}, lambda f: {"y": f(1.7)})
    assert found.function == "half"
    assert "of half makes" in found.sentence


def test_several_functions_of_a_cell_and_the_cells_own_line_numbers():
    names = written(
        """
        scale = 3

        def up(x):
            return x * scale

        def down(y):
            return y * scale
        """
    )
    found = located(
        (names["up"], names["down"]),
        {"up": 3.6, "back": 1.2},
        lambda up, down: {"up": up(1.2), "back": down(up(1.2))},
    )
    assert found.lines == ((8, "return y * scale"),)


def test_given_lines_are_the_last_to_be_doubted():
    text = """
    def f(x, n):
        total = np.sum(x)
        ### START CODE HERE ###
        share = total / n / n
        ### END CODE HERE ###
        return share
    """
    found = located(
        written(text, "f"), {"share": 2.5}, lambda f: {"share": f(np.array([4.0, 6.0]), 4)}
    )
    assert [number for number, _ in found.lines] == [5]


def test_changed_code_leaves_nothing_behind(capsys):
    kept = {"calls": [], "array": np.ones(2)}
    text = """
    def f(x):
        calls.append(x)
        array[:] = array * 2
        print("seen", x)
        np.random.seed(3)
        x += 1
        return np.sum(x) * array[0] * 3
    """
    function = written(text, "f", **kept)
    x = np.array([1.0, 2.0])
    state = np.random.get_state()[1].copy()
    found = located(function, {"y": 5.0}, lambda f: {"y": f(x)})
    assert found is not None
    assert kept["calls"] == []
    assert kept["array"].tolist() == [1, 1]
    assert x.tolist() == [1, 2]
    assert (np.random.get_state()[1] == state).all()
    assert capsys.readouterr() == ("", "")


def test_changed_loops_end():
    text = """
    def f(n):
        total, i = 0.5, 0
        while i < n:
            total = total + i * i
            i = i + 1
        return total * 2
    """
    begun = time.process_time()
    found = located(written(text, "f"), {"y": 14.5}, lambda f: {"y": f(4)})
    assert [number for number, _ in found.lines] == [7]
    assert time.process_time() - begun < 6


def test_a_long_training_is_not_repeated():
    calls = []

    def tick():
        calls.append(1)
        np.linalg.eigvals(np.random.default_rng(1).random((60, 60)))

    text = """
    def f(x):
        for step in range(100000):
            tick()
        return x * 2
    """
    begun = time.process_time()
    assert located(written(text, "f", tick=tick), {"y": 3.0}, lambda f: {"y": f(1.0)}) is None
    assert time.process_time() - begun < 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the search has no process of its own here")
def test_an_interrupt_is_passed_on():
    def stop():
        os.kill(os.getppid(), signal.SIGINT)
        time.sleep(20)

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            apart(stop, 2.0)
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the search has no process of its own here")
def test_work_that_never_ends_or_swells_finds_nothing():
    swollen = []
    swollen.extend([swollen] * 6)  # NumPy looks for numbers in it, and in it, and in it
    for work in (lambda: np.concatenate(swollen), lambda: any(iter(int, 1)), lambda: os._exit(3)):
        assert apart(work, 0.5) is None
    assert apart(lambda: 7, 0.5) == 7


def test_what_cannot_be_read_is_left_alone():
    namespace = {"np": np}
    exec("def f(x):\n    return x * 2", namespace)
    assert workshop((namespace["f"],)) is None
    assert workshop((np.sum,)) is None

    def closure(x):
        return x * len(RIGHT) * namespace["np"].pi

    assert located(closure, {"y": 1.0}, lambda f: {"y": f(1.0)}) is None


def test_every_edit_is_of_a_known_kind_and_most_can_be_compiled():
    edits = 0
    broken = 0
    for text in (SPREAD, LAYERS):
        function = function_text(written(text, text.split("(")[0].split()[-1]))
        for edit in edits_of(function):
            assert edit.kind in KINDS
            edits += 1
            try:
                compile(function.edited(edit.splices), "<edit>", "exec")
            except SyntaxError:
                broken += 1
    assert edits > 500
    assert broken < edits / 50


def test_places_in_texts_with_other_letters():
    text = FunctionText("f", 'def f(x):\n    λ = "ü"; y = x * λ\n    return y\n')
    assert any("x / λ" in text.edited(edit.splices) for edit in edits_of(text))


CELL = """
def half(x):
    return x / 3

def f(x, seen):
    seen.append(1)
    print("called")
    return np.exp(half(x))
"""


@pytest.fixture(scope="module")
def side():
    level = "sandbox" if detect_isolation().level == "sandbox" else "process"
    with StudentServer(Settings(LIMITS, level)) as server, StudentProcess(server, "s") as process:
        side = StudentSide(process, LIMITS)
        for cell in ("import numpy as np\nkept = [0]", CELL):
            assert side.run_cell(cell).ok
        yield side


def test_functions_of_another_process_are_changed_there_and_judged_here(side):
    found = located(StudentFunction(side, "f"), {"y": np.exp(0.85)}, lambda f: {"y": f(1.7, [])})
    assert (found.function, found.lines) == ("half", ((3, "return x / 3"),))
    assert side.failure is None
    assert StudentFunction(side, "f")(1.7, []) == pytest.approx(np.exp(1.7 / 3))


def test_what_was_found_is_told_again_only_where_the_same_cells_have_run(side):
    def found():
        return located(StudentFunction(side, "f"), {"y": np.exp(0.85)}, lambda f: {"y": f(1.7, [])})

    assert found().function == "half"
    for known in filter(None, side.found_lines.values()):
        known[2] = "forged"
    assert found().sentence == "forged"
    assert side.run_cell("another = 1").ok  # it could answer for the function
    assert found().function == "half" and found().sentence != "forged"


def test_changed_functions_leave_the_notebook_as_it_was(side):
    assert side.run_cell("def g(x):\n    kept.append(x)\n    return x * len(kept) / 7").ok
    found = located(StudentFunction(side, "g"), {"y": 3.5}, lambda g: {"y": g(1.75)})
    assert found.kind in KINDS
    assert side.get("kept") == [0]


def test_an_answer_that_cannot_be_used_at_first_is_repaired_elsewhere_too(side):
    assert side.run_cell("def k(x):\n    y = x * 5").ok
    found = located(StudentFunction(side, "k"), {"y": 11.0}, lambda k: {"y": k(2.0) + 1})
    assert found.kind == "return"


def test_a_death_ends_the_search_and_not_the_test(side):
    text = "import os\ndef h(x):\n    if x > 2:\n        os._exit(1)\n    return x * 5"
    assert side.run_cell(text).ok
    calls = []

    def answer(h):
        calls.append(1)
        return {"y": h(2.0)}

    assert located(StudentFunction(side, "h"), {"y": 123.25}, answer) is None
    assert side.failure is None
    assert StudentFunction(side, "h")(2.0) == 10.0
    assert side.search_seconds <= 8


def test_a_search_that_has_no_time_for_any_change_finds_none(monkeypatch):
    monkeypatch.setattr(search, "CANDIDATES", 1)
    shop = workshop((written("def f(x):\n    return x * 2\n", "f"),))
    answers = [lambda f: {"a": f(1.5)}]
    looked = search.Search(shop, answers, lambda number, parts: frozenset(), frozenset("a"), 60.0)
    assert looked.run() == [] and looked.over


def test_what_keeps_an_error_away_is_no_repair_unless_all_is_right():
    text = "def f(x):\n    a = x * 2\n    b = np.dot(x, x[:1])\n    return a, b\n"
    right = {"a": np.array([2.0, 4.0]), "b": 7.31}

    def answer(f):
        a, b = f(np.array([1.0, 2.0]))
        return {"a": a, "b": b}

    assert located(written(text, "f"), right, answer) is None


def test_a_value_that_is_right_by_chance_does_not_count():
    text = "def f(x):\n    a = x * 0.37\n    b = x - 3.3\n    return a, b\n"
    right = {"a": 5.17, "b": 0.0}

    def answer(f):
        a, b = f(3.3 * 2)
        return {"a": a, "b": b}

    assert located(written(text, "f"), right, answer) is not None
    assert located(written(text, "f"), right, answer, telling=frozenset("a")) is None

"""Questions are answered before their picture exists, and nothing gives the answer away."""

import ast
import re
from collections import Counter
from types import SimpleNamespace

import IPython.display
import matplotlib.pyplot as plt
import nbformat
import pytest
from conftest import ROOT

from utils import predict

LESSONS = sorted((ROOT / "notebooks").glob("lesson_*.ipynb"))
GRADED = sorted((ROOT / "release").glob("*/*.ipynb"))
EACH = pytest.mark.parametrize(
    "file", [*LESSONS, *GRADED], ids=lambda file: "-".join(file.parts[-2:])
)
SEEN_BEFORE = ("line-up-picture",)
"""Pictures between a question and its answer that are the evidence, and not the answer."""


def cells_of(file):
    return nbformat.read(file, as_version=4).cells


def questions(cells):
    """Return place, number, letters and right letter of every answer."""
    found = []
    for place, cell in enumerate(cells):
        if match := re.search(r'^@reveal\("?([\d.]+)"?, "(\w+)", "(\w)"\)$', cell.source, re.M):
            found.append((place, *match.groups()))
        else:
            assert "@reveal(" not in cell.source
    return found


def asked_in(cells, place, graded):
    """Return where the question to an answer is, the nearest one above it."""
    words = "**Predict.**" if graded else "#### Predict "
    return max(i for i in range(place) if words in cells[i].source)


@EACH
def test_every_question_has_its_choices_its_buttons_and_its_answer(file):
    cells, graded = cells_of(file), file in GRADED
    found = questions(cells)
    sources = [cell.source for cell in cells if cell.cell_type == "markdown"]
    assert len(found) == sum(s.count("**Predict.**") + s.count("#### Predict ") for s in sources)
    assert len(found) >= 4
    for count, (place, number, letters, right) in enumerate(found, start=1):
        question = cells[asked_in(cells, place, graded)].source
        assert re.findall(r"^- \((\w)\) ", question, re.M) == list(letters)
        assert right in letters
        if graded:
            assert number == f"{int(file.stem[:2])}.{count}"
            buttons = cells[asked_in(cells, place, graded) + 1].source
            assert buttons == f'ask("{number}", "{letters}")'
        else:
            assert number == str(count) and f"#### Predict {number}\n" in question


@EACH
def test_nothing_gives_an_answer_away(file):
    cells, graded = cells_of(file), file in GRADED
    for place, *_ in questions(cells):
        cell = cells[place]
        assert cell.metadata["jupyter"] == {"source_hidden": True}
        # A folded cell still shows its first line.
        assert cell.source.startswith("# Your choice opens this.\n")
        assert "show()" not in cell.source
        tree = ast.parse(cell.source)
        titles = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
            if len(node.value) > 24 and "**What you saw.**" not in node.value
        ]
        asked = asked_in(cells, place, graded)
        for before in cells[:place]:
            if not before.metadata.get("jupyter"):
                assert not [title for title in titles if title in before.source]
        for between in cells[asked + 1 : place]:
            drawn = "show()" in between.source or "**What you saw.**" in between.source
            assert not drawn or between.id in SEEN_BEFORE


def test_the_right_letters_are_spread_evenly():
    right = Counter(q[3] for file in (*LESSONS, *GRADED) for q in questions(cells_of(file)))
    assert set(right) == set("abcd")
    for letter, count in right.items():
        assert 0.2 < count / right.total() < 0.3, f"({letter}) is right in {count}"


# --- what a choice does


@pytest.fixture
def page(monkeypatch):
    """Let a reader be there; return what the page shows, output by output."""
    shown = []

    def display(*content, raw=False, display_id=False):
        place = len(shown)
        shown.extend(content)
        return SimpleNamespace(update=lambda new, raw=False: shown.__setitem__(place, new))

    monkeypatch.setattr(IPython.display, "display", display)
    monkeypatch.setattr(predict, "is_live", lambda: True)
    monkeypatch.setattr(predict, "_questions", {})
    monkeypatch.setattr(predict, "_summaries", [])
    return shown


def press(page, letter):
    """Press the first button with this letter."""
    rows = (shown for shown in page if hasattr(shown, "children"))
    button = next(b for row in rows for b in row.children if b.description == f"({letter})")
    button.click()


def texts(page):
    texts = [shown.data for shown in page if hasattr(shown, "data")]
    return [text for text in texts if text != predict.WAITING]


def drawing(drawn):
    def draw():
        drawn.append(1)
        plt.figure(figsize=(2, 1)).gca().set_title("A title")
        print("a number: 7")
        return """
        **What you saw.** Seven.
        """

    return draw


def test_only_a_choice_draws_and_a_surprise_is_remembered(page):
    drawn = []
    predict.reveal(1, "abc", "b")(drawing(drawn))
    predict.surprises()
    assert not drawn
    assert texts(page) == ["Waiting for your answer: [1](#Predict-1)."]
    press(page, "a")
    assert len(drawn) == 1
    assert not any(getattr(shown, "data", "") == predict.WAITING for shown in page)
    answer, summary = texts(page)
    assert answer.startswith("**You said (a). It is (b): a surprise.**")
    assert '<img alt="A title"' in answer and "a number: 7" in answer
    assert answer.endswith("**What you saw.** Seven.")
    assert summary == "Surprises: 1 of 1 answers. Look again at [1](#Predict-1)."


def test_a_right_guess_is_no_surprise(page):
    predict.reveal(1, "abc", "b")(drawing([]))
    predict.surprises()
    press(page, "b")
    answer, summary = texts(page)
    assert answer.startswith("**You said (b), and so it is.**")
    assert summary == "Surprises: 0 of 1 answers."


def test_a_choice_below_the_question_opens_the_answer_that_waits(page):
    drawn = []
    predict.ask("2.1", "abcd")
    press(page, "c")
    assert texts(page) == ["You said (c). The answer comes further down."]
    predict.reveal("2.1", "abcd", "c")(drawing(drawn))
    assert len(drawn) == 1 and "and so it is" in texts(page)[-1]


def test_a_cell_that_is_run_again_draws_once(page):
    drawn = []
    for _ in range(3):
        predict.reveal(1, "abc", "b")(drawing(drawn))
    press(page, "a")
    assert len(drawn) == 1


def test_an_error_in_the_readers_function_is_one_line(page):
    def draw():
        raise TypeError("unsupported operand\nmore")

    predict.reveal(1, "ab", "b")(draw)
    press(page, "b")
    (answer,) = texts(page)
    assert "TypeError: unsupported operand</pre>" in answer and "Traceback" not in answer
    assert answer.endswith("Correct this, and run this cell again.")


@pytest.mark.parametrize("live", [True, False])
def test_an_error_in_a_folded_answer_is_one_line_to_a_reader_only(page, monkeypatch, live):
    """In a page that is made without a reader it is an error of the page."""

    def draw():
        plt.figure()
        raise TypeError("unsupported operand\nmore")

    monkeypatch.setattr(predict, "is_live", lambda: live)
    monkeypatch.setattr(predict, "_widgets", lambda: None)
    if live:
        predict.reveal(1, "ab", "b")(draw)
        (answer,) = texts(page)
        assert "TypeError: unsupported operand</pre>" in answer and "(b)" not in answer
    else:
        with pytest.raises(TypeError):
            predict.reveal(1, "ab", "b")(draw)
    assert plt.get_fignums() == []


def test_where_nobody_can_choose_the_answer_stands_folded(page, monkeypatch):
    monkeypatch.setattr(predict, "is_live", lambda: False)
    predict.ask(1, "abc")
    predict.reveal(1, "abc", "b")(drawing([]))
    predict.surprises()
    answer, summary = texts(page)
    closed, _, opened = answer.partition("</summary>")
    assert closed.startswith("<details><summary>") and "(b)" not in closed
    assert "It is (b)." in opened and "data:image/png;base64," in opened and "Seven." in opened
    assert summary == "The answers stand folded below their questions."


def test_without_widgets_the_answer_stands_folded_too(page, monkeypatch):
    monkeypatch.setattr(predict, "_widgets", lambda: None)
    predict.reveal(1, "abc", "b")(drawing([]))
    assert texts(page)[0].startswith("<details>")

"""Which answers of two students are alike, and that the class's usual answer is never held so."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest
from answer_kit import ANSWERS, read
from cell_kit import cell, notebook
from conftest import ROOT, read_notebook
from course_kit import RIGHT, WRONG, make_course, submit
from shared import register
from test_report import FAKE
from test_uploads import call

from autograder.batch.options import Options
from autograder.batch.run import grade_assignment
from autograder.cells import grade_id_of, role_of
from autograder.course.folders import load_course
from autograder.pages.class_report import ClassReport
from autograder.pages.collected import ADDED, Collected, solutions_in
from autograder.pages.forms import forms_of, words_in
from autograder.pages.side_by_side import AlikePair, alike_pairs

SOLUTION = '''def norm(values):
    """Scale values."""
    ### BEGIN SOLUTION
    return (values - values.mean()) / values.std()
    ### END SOLUTION'''
SOURCE = notebook(
    cell("markdown", "# Task 1: scale", "title"),
    cell("code", SOLUTION, "norm", solution=True),
    cell("code", "assert norm", "norm-check", points=2, grade=True, locked=True),
)
OWN = '''def norm(values):
    """Scale values."""
    centre = sum(values) / len(values)
    spread = 0.0
    for value in values:
        spread += abs(value - centre) ** 2
    spread = (spread / (len(values) - 1e-12)) ** 0.5
    scaled = [(value - centre) / max(spread, 1e-9) for value in values]
    return np.asarray(scaled, dtype=float).reshape(-1)
'''
COPY = """# I found this out myself!
def norm( values ):
    m = sum(values)/len(values)   # mean
    print("here")
    s = 0.0
    for v in values:
        # squares
        s += abs(v - m)**2
    s = (s / (len(values) - 1e-12))**0.5
    r = [ (v - m) / max(s, 1e-9)
          for v in values ]
    return np.asarray(r, dtype=float).reshape(-1)
"""
LOOP = """def norm(values):
    result, total, squares = [], 0, 0
    for i in range(0, len(values), 1):
        total = total + float(values[i]) * 1.0
    for i in range(0, len(values), 1):
        squares = squares + np.power(values[i] - total / len(values), 2)
    while len(result) < len(values):
        result.append((values[len(result)] - total / len(values)) / np.sqrt(squares / len(values)))
    return np.array(result).astype(float).flatten()
"""
USUAL = [
    "def norm(values):\n    return (values - values.mean()) / values.std()\n",
    "def norm(values):\n    mu = np.mean(values)\n    return (values - mu) / np.std(values)\n",
    "def norm(values):\n    return values / values.max()\n",
]


def collected(texts: dict[str, str], **added: str) -> Collected:
    """Return a class whose students wrote these texts."""
    found = Collected("a1", {"a1": SOURCE})
    for student, text in texts.items():
        found.texts[student, "a1"] = {"norm": text}
    for student, text in added.items():
        found.texts[student, "a1"] = {**found.texts[student, "a1"], ADDED: text}
    return found


def class_of(size: int) -> dict[str, str]:
    """Return a class that writes what most write."""
    return {f"s{n}": USUAL[n % len(USUAL)] for n in range(size)}


def pair_among_thirty() -> Collected:
    """Return a class of which two wrote the same, each in her own way."""
    return collected({**class_of(30), "ann": OWN, "bo": COPY})


def names(pairs: list[AlikePair]) -> list[tuple[str, str]]:
    return [(pair.first, pair.second) for pair in pairs]


def test_other_names_comments_and_layout_hide_nothing() -> None:
    pairs = alike_pairs(pair_among_thirty())
    assert names(pairs) == [("ann", "bo")]
    (beside,) = pairs[0].cells
    assert beside.title == "1 Scale" and pairs[0].statements == 7
    assert "spread" in beside.first and "I found this out" in beside.second
    marked = re.findall(r'class="hll">(.*?)\n', beside.second)
    assert len(marked) == 7 and not any("print" in line for line in marked)


def test_what_most_write_is_never_alike_however_few_they_are() -> None:
    for size in (2, 3, 10, 60):
        assert alike_pairs(collected(class_of(size))) == []
    # One rare line that two share tells too little.
    odd = "def norm(values):\n    return scipy.stats.zscore(values, ddof=0, axis=None)\n"
    assert alike_pairs(collected({**class_of(60), "ann": odd, "bo": odd})) == []


def test_a_group_that_shares_its_answer_is_shown_pair_by_pair() -> None:
    pairs = alike_pairs(collected({**class_of(60), "ann": OWN, "bo": COPY, "cy": OWN}))
    assert names(pairs) == [("ann", "bo"), ("ann", "cy"), ("bo", "cy")]


@pytest.mark.parametrize(("size", "many"), [(30, 4), (79, 4), (300, 16)])
def test_one_answer_that_many_have_copied_is_one_answer(size: int, many: int) -> None:
    ring = {f"r{n:02}": COPY if n % 2 else OWN for n in range(many)}
    people = {**class_of(size - many), **ring, "ann": LOOP, "bo": LOOP}
    pairs = names(alike_pairs(collected(people)))
    assert len(pairs) == many * (many - 1) / 2 + 1
    assert {who for pair in pairs[:many] for who in pair} == {"ann", "bo", *ring}


def test_an_obvious_answer_is_not_alike_though_many_have_the_very_same() -> None:
    obvious = (
        "def norm(values):\n    centre = np.sum(values, axis=0) / len(values)\n"
        "    spread = np.sqrt(np.sum((values - centre) ** 2, axis=0) / len(values))\n"
        "    return (values - centre) / spread\n"
    )
    for many in (4, 10, 30):
        people = {**class_of(60), **{f"o{n}": obvious for n in range(many)}}
        assert alike_pairs(collected(people)) == []


def test_code_that_a_person_grades_is_compared_and_text_is_not() -> None:
    by_hand = cell("code", SOLUTION, "norm", solution=True, grade=True, points=2)
    found = pair_among_thirty()
    found.sources = {"a1": notebook(by_hand)}
    assert names(alike_pairs(found)) == [("ann", "bo")]
    essay = cell("markdown", "Why?", "why", solution=True, grade=True, points=2)
    assert solutions_in(notebook(by_hand, essay)) == {"norm": SOLUTION}


def test_cells_of_their_own_count_and_what_is_no_python_does_not() -> None:
    helper = OWN.replace("norm", "helper")
    people = {**class_of(30), "ann": USUAL[0], "bo": USUAL[1], "cy": "def norm(", "di": "def norm("}
    pairs = alike_pairs(collected(people, ann=helper, bo=COPY.replace("norm", "scale")))
    assert names(pairs) == [("ann", "bo")]
    assert [beside.title for beside in pairs[0].cells] == ["Cells of their own"]


def test_the_same_idea_written_for_each_layer_is_one_statement() -> None:
    given = words_in("dW1 dW2 dW3 X A1 A2")
    code = "dW3 = dZ3 @ A2.T + lambd * W3\ndW2 = dZ2 @ A1.T + lambd * W2\n"
    assert len(forms_of(code, given)) == 1
    assert forms_of("a = b[0] @ c[1] * d", given) == forms_of("a = b[5] @ c[2] * d", given)
    assert forms_of("a = b * 2 + c", given) != forms_of("a = b * 3 + c", given)


def test_the_page_shows_both_texts_in_neutral_words(tmp_path: Path) -> None:
    texts = {**class_of(30), "ann": OWN + "# <script>alert(1)</script>\n", "b&o": COPY}
    page = ClassReport.of(collected(texts), similar=True).html(tmp_path / "p.html")
    section = page[page.index('<section id="alike">') : page.index('<section id="students">')]
    assert section.count("<pre") == 2 and "b&amp;o" in section
    assert "<script>" not in section and "alert(1)" in section
    assert not re.search("cheat|plagiar|copied|suspic", section, re.IGNORECASE)
    assert 'id="alike"' not in ClassReport.of(collected(texts)).html(tmp_path / "p.html")
    alone = ClassReport.of(collected(class_of(30)), similar=True).html(tmp_path / "p.html")
    assert "beyond what is usual in this class" in alone


def test_the_report_asks_for_it_and_changes_no_score(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_course(tmp_path / "course")
    register(tmp_path_factory, root, "a1")
    for n in range(4):
        submit(root, f"s{n}", RIGHT if n else WRONG)
    grade_assignment(load_course(root), "a1", Options(FAKE))
    monkeypatch.chdir(root)
    before = (root / "gradebook.db").read_bytes()
    code, said = call("report", "a1", "--similar", "--json", "r.json")
    assert code == 0 and "0 pairs of students have answers alike" in said
    assert (root / "gradebook.db").read_bytes() == before
    assert '"alike": []' in Path("r.json").read_text()


@pytest.mark.parametrize(
    ("notebooks", "shown"),
    [
        ("01_*", [("course-no-rng", "course-body")]),
        pytest.param(
            "*",
            [("course-no-rng", "course-body"), ("course-pasted", "course")],
            marks=pytest.mark.slow,
        ),
    ],
)
def test_answers_of_different_people_are_hardly_ever_alike(
    notebooks: str, shown: list[tuple[str, str]]
) -> None:
    """Take each exercise's invented answers as a class; two pairs are one known text, pasted."""
    found = []
    for path in sorted((ROOT / "source").glob(f"{notebooks}/*.ipynb")):
        source = read_notebook(path)
        for each in source["cells"]:
            name = grade_id_of(each)
            if role_of(each) == "solution" and (ANSWERS / f"{name}.py").exists():
                people = Collected("a1", {"a1": {"cells": [each]}})
                for answer in read(ANSWERS / f"{name}.py"):
                    people.texts[answer.slug, "a1"] = {str(name): answer.text}
                assert len(people.texts) > 20
                found += names(alike_pairs(people))
    assert found == shown


@pytest.mark.slow
def test_a_thousand_students_take_seconds() -> None:
    rng = random.Random(1)
    lines = [f"a{n} = b{n} * {n} + np.dot(c, d) - {n % 7}" for n in range(400)]
    people = {}
    for n in range(1000):
        own = [f"z = q + {rng.random()} * np.dot(c, {k})" for k in range(10)]
        people[f"s{n}"] = "def norm(values):\n    " + "\n    ".join(rng.sample(lines, 20) + own)
    found = collected(people)
    start = time.process_time()
    assert alike_pairs(found) == []
    assert time.process_time() - start < 30

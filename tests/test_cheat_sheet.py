"""The cheat sheet says what the notebooks say, and fits on two pages."""

import re

import pytest
from conftest import ROOT, read_notebook
from lesson_kit import LESSONS, TEXTS, prose

SHEET = TEXTS / "cheat_sheet.py"


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("said", "notebook", "there"),
    [
        ("0.7 on the football field", "source/02_regularization.py", "lambd=0.7"),
        ("10 on the cats", "source/06_other_regularizers.py", "L2 penalty at λ = 10"),
        ("| keep_prob | 0.86 |", "source/02_regularization.py", "keep_prob=0.86"),
        ("| momentum β | 0.9 |", "source/04_minibatch_training.py", "beta=0.9"),
        ("| patience | 20 epochs |", "source/06_other_regularizers.py", "with a patience\n# of 20"),
        ("| label smoothing ε | 0.1 |", "source/06_other_regularizers.py", "ε = 0.1"),
        (
            "| 1e-5, double precision |",
            "lessons/lesson_3_gradient_checking.py",
            "ε near 1e-5 is best",
        ),
        (
            "ratio below 1e-7: right; above 1e-2: wrong",
            "source/03_gradient_checking.py",
            "| below 1e-7 |",
        ),
    ],
)
def test_its_numbers_are_the_notebooks(said, notebook, there):
    assert said in text_of("lessons/cheat_sheet.py")
    assert there in text_of(notebook)


def test_its_pytorch_is_that_of_the_lesson():
    names = set(re.findall(r"`(?:\w+\.)?(\w+)\(?", SHEET.read_text(encoding="utf-8")))
    lesson = prose("lesson_7_in_pytorch")
    assert {"Dropout", "SGD", "AdamW", "kaiming_normal_", "BCEWithLogitsLoss"} <= names
    assert [name for name in names if name not in lesson] == []


def test_it_is_one_cell_that_the_first_page_links_to():
    cells = read_notebook(LESSONS / "cheat_sheet.ipynb")["cells"]
    assert [cell["cell_type"] for cell in cells] == ["markdown"]
    assert "(cheat_sheet.ipynb)" in text_of("lessons/00_start_here.py")

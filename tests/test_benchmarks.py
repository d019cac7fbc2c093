"""The benchmark proves equal scores and prints its table; speed itself is never asserted."""

import doctest
import json
import os
import subprocess
import sys

import pytest
from conftest import ROOT

from benchmarks import gradient_checks
from benchmarks.classes import differences, enlarged, sign
from benchmarks.measure import Noise, Usage
from benchmarks.otter import doctest_of, runnable
from benchmarks.races import DOCUMENTS, OURS, Contender, Race, differing
from benchmarks.rows import STOCK, TWO, Row, compare, table_of
from exercises.simulated_class import SimulatedStudent


def students(count):
    return [SimulatedStudent(f"s{number}", {}) for number in range(count)]


def test_a_class_of_any_size_has_distinct_students():
    for size in (1, 5, 7, 10, 31):
        names = [student.name for student in enlarged(students(7), size)]
        assert len(names) == len(set(names)) == size


def test_no_two_submissions_have_a_text_in_common():
    notebook = {"cells": [{"id": "l2-cost", "source": "x = 1"}, {"id": "other", "source": "y"}]}
    sign(notebook, "s1", "02_regularization")
    assert notebook["cells"][0]["source"] == "x = 1\n# s1"
    assert notebook["cells"][1]["source"] == "y"


def test_scores_that_differ_are_named():
    good, bad = {"a": {"x": 1.0, "y": 2.0}}, {"a": {"x": 1.0}, "b": {"x": 3.0}}
    assert differences(good, good) == []
    assert differences(good, bad) == ["a, y: 2.0 and None"]
    usage = Usage(2.0, 1.0, 10.0)
    rows = [Row(STOCK, 1, 1, usage, [usage], good), Row(TWO, 1, 1, usage, [usage], bad)]
    assert compare(rows) == ["stock nbgrader autograde and grade --workers 2: a, y: None and 2.0"]
    assert table_of(rows, 1).row_count == 2


@pytest.mark.parametrize(
    ("code", "failures"),
    [("print('said')\nx = [1,\n     2]\nx", 0), ("assert 1 == 2", 1), ("s = '''a\n\nb'''", 0)],
)
def test_a_test_cell_as_doctest_fails_where_it_raises(code, failures):
    test = doctest.DocTestParser().get_doctest(doctest_of(code), {}, "cell", None, 0)
    assert doctest.DocTestRunner(verbose=False).run(test, out=lambda text: None)[0] == failures


def test_otter_gets_no_test_cells():
    mark = {"grade": True, "solution": False, "grade_id": "t", "points": 1, "schema_version": 3}
    cells = [
        {"cell_type": "code", "metadata": {}, "source": "1"},
        {"cell_type": "code", "metadata": {"nbgrader": mark}, "source": "2"},
        {"cell_type": "code", "metadata": {"tags": ["skip-execution"]}, "source": "3"},
    ]
    assert [cell["source"] for cell in runnable({"cells": cells})["cells"]] == ["1"]


def test_noise_is_said():
    noise = Noise()
    noise.look()
    assert "fixed piece of work" in str(noise)


def test_a_race_compares_round_by_round_and_names_who_differs():
    race = Race("r", [Contender(DOCUMENTS, lambda: 1.0), Contender(OURS, lambda: 1.0)], {})
    race.run(2, Noise())
    assert [len(each.seconds) for each in race.contenders] == [2, 2]
    assert differing(race) == []
    race.contenders[0].seconds, race.contenders[1].seconds = [2.0, 6.0], [1.0, 2.0]
    assert race.ratios(OURS) == [2.0, 3.0]
    race.bars = {DOCUMENTS: 2.6, "PyTorch": 1.0}
    assert list(race.verdicts()) == [(DOCUMENTS, 2.6, 2.5)]
    race.contenders[0].result = 1.1
    assert differing(race) == [f"r: {DOCUMENTS} ends with 1.1, {OURS} with 1.0"]


@pytest.mark.long
def test_the_training_benchmark_does_equal_work(tmp_path):
    report = tmp_path / "numbers.json"
    script = ROOT / "benchmarks" / "training.py"
    options = ["--iterations", "5", "--repeat", "1", "--resolution", "10", "--json", report]
    done = subprocess.run(
        [sys.executable, script, *options],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert "Equal costs from all that do the same arithmetic." in done.stdout
    races = json.loads(report.read_text())["races"]
    assert len(races) == 6
    for race in races:
        assert {DOCUMENTS, OURS} <= race["seconds"].keys()
        assert race["bars"] == [] or race["bars"][0]["reached"] > 0


@pytest.mark.long
def test_all_ways_to_check_gradients_agree_and_are_timed(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(gradient_checks, "TURN", 0)
    report = tmp_path / "numbers.json"
    gradient_checks.main(rounds=1, json_path=report)
    rows = json.loads(report.read_text())["rows"]
    pairs = {(row["case"], row["name"]) for row in rows}
    assert pairs == {(c, w) for c in gradient_checks.CASES for w in gradient_checks.CONTENDERS}
    assert all(row["gap"] < 1e-7 and row["milliseconds"] > 0 for row in rows)
    assert "This machine" in capsys.readouterr().out


def test_a_check_that_is_wrong_is_not_timed(monkeypatch):
    wrong = {
        "off": lambda *problem: {
            k: v + 1 for k, v in gradient_checks.gradients_of(*problem).items()
        }
    }
    monkeypatch.setattr(gradient_checks, "CONTENDERS", wrong)
    with pytest.raises(ArithmeticError, match="off differs from the backward pass"):
        next(gradient_checks.measure(rounds=1))


@pytest.mark.slow
def test_the_benchmark_proves_equal_scores(tmp_path):
    report = tmp_path / "numbers.json"
    script = ROOT / "benchmarks" / "autograde.py"
    options = ["--class-size", "2", "--repeat", "1", "--skip", "otter", "--sizes", "2", "--json"]
    done = subprocess.run(
        [sys.executable, script, *options, report],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "160"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The same scores from all: 48 compared" in done.stdout
    for part in (STOCK, TWO, "peak MB", "against class size", "This machine"):
        assert part in done.stdout
    numbers = json.loads(report.read_text())
    assert numbers["differences"] == []
    assert len(numbers["contenders"]) == 4 and len(numbers["sizes"]) == 1

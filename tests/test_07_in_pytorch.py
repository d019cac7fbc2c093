"""Lesson 7: what was recorded of PyTorch agrees with NumPy, and can be recorded anew."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO

import jupytext
import numpy as np
import pytest
from conftest import ROOT
from lesson_kit import TEXTS, assert_stated

from utils import torch_bridge

NAME = "lesson_7_in_pytorch"
TORCH = "torch==2.13.0"
DRAWN = ("dropout", "initialization")
"""What depends on PyTorch's random numbers, which need not be the same in every version."""


@pytest.fixture(scope="module")
def said() -> str:
    """Run the lesson without PyTorch, and return all that its cells and answers print."""
    answers = []
    names = {}
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()) as printed:
        patch.setattr(torch_bridge, "_torch", lambda: None)
        for cell in jupytext.read(TEXTS / f"{NAME}.py").cells:
            if cell.cell_type == "code":
                exec(cell.source.replace("surprises()", ""), names)
                names["reveal"] = lambda *_: answers.append
        for answer in answers:
            answer()
    assert len(answers) == 6
    return printed.getvalue()


def test_what_was_recorded_agrees_with_numpy_to_eight_digits(said):
    costs = re.search(r"cost: ([\d.]+) in NumPy,\s+([\d.]+) in PyTorch", said)
    assert costs[1] == costs[2]
    agreeing = re.findall(
        r"(?:difference in dW1:|weight_decay = 0\.2 +|lr=0\.05: at most|from NumPy) (\S+?),?\s",
        said,
    )
    assert len(agreeing) == 5
    assert max(map(float, agreeing)) < 1e-8


def test_other_arguments_do_not_agree(said):
    others = re.findall(
        r"(?:weight_decay = (?:0\.[136] |0\.2, biases too)|lr=0\.5:).*? (\de[+-]\d+)", said
    )
    assert len(others) == 5
    assert min(map(float, others)) > 0.01


def test_the_lesson_says_what_was_recorded(said):
    assert_stated(
        NAME,
        "keeps eight of ten units",
        "at 0 before the loud ones have lost half",
        "keeps about two fifths of the spread, the first ones a third",
        "After two layers a ninth is left, after three a twenty-fifth",
        "twenty layers leave a hundred-millionth",
        "In single precision even the right one fails",
    )
    assert "Dropout(0.2): 0.80" in said or "Dropout(0.2): 0.79" in said
    values = json.loads(torch_bridge.RECORDING.read_text(encoding="utf-8"))["values"]
    loud, quiet = np.array(values["adam"]["Adam"])
    assert loud[np.abs(quiet) < 0.01][0] > 0.5
    spread = np.array(values["initialization"]["as Linear draws"])
    assert abs((spread[-1] / spread[0]) ** (1 / 20) - 0.4) < 0.02
    assert 0.3e-8 < spread[-1] < 3e-8
    np.testing.assert_allclose(spread[0] / spread[1:4], (3, 9, 25), rtol=0.03)
    kept = re.findall(r"(right|without).*?(double|single).*?(passes|fails)", said)
    assert [verdict for *_, verdict in kept] == ["passes", "fails", "fails"]


def test_without_a_recording_the_remedy_is_named(monkeypatch):
    monkeypatch.setattr(torch_bridge, "_torch", lambda: None)

    def never_recorded(torch):
        return {}

    with pytest.raises(KeyError, match="pip install torch"):
        torch_bridge.in_torch(never_recorded)


@pytest.mark.slow
def test_pytorch_gives_what_was_recorded(tmp_path):
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "env"], check=True)
    python = tmp_path / "env" / "bin" / "python"
    install = [python, "-m", "pip", "install", "-q", TORCH, "numpy", "scipy", "matplotlib", "h5py"]
    found = subprocess.run(
        [*install, "ipython", "jupytext", "tqdm"], capture_output=True, text=True, check=False
    )
    if found.returncode:
        pytest.skip(f"{TORCH} cannot be installed here: {found.stderr.strip()[-200:]}")
    code = (
        "from pathlib import Path; from exercises.recordings import record; "
        f"record(Path('lessons/{NAME}.py'), Path({str(tmp_path / 'anew.json')!r}))"
    )
    subprocess.run([python, "-c", code], cwd=ROOT, check=True)
    anew = json.loads((tmp_path / "anew.json").read_text(encoding="utf-8"))["values"]
    recorded = json.loads(torch_bridge.RECORDING.read_text(encoding="utf-8"))["values"]
    assert anew.keys() == recorded.keys()
    for name, values in recorded.items():
        for key, value in values.items():
            if isinstance(value, str):
                assert anew[name][key] == value
            else:
                tolerance = {"rtol": 0.3, "atol": 0.01} if name in DRAWN else {"rtol": 1e-8}
                np.testing.assert_allclose(anew[name][key], value, **tolerance)

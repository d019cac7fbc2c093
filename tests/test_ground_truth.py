"""The documents' figures, and whether the story that is told with them is true."""

import json

import numpy as np
import pytest
from conftest import ROOT, code_of, read_notebook

from autograder.classroom import solutions
from autograder.exercises import ASSIGNMENTS, EXERCISES
from autograder.exercises.base import call
from autograder.gallery import Regularization, Settings, Start, train
from utils.data import load_2D_dataset
from utils.networks import predict_dec

PRINTED = {
    "l2-cost": {"cost": 1.7864859451590758},
    "l2-backward": {
        "dW1": [[-0.25604646, 0.12298827, -0.28297129], [-0.17706303, 0.34536094, -0.4410571]],
        "dW2": [[0.79276486, 0.85133918], [-0.0957219, -0.01720463], [-0.13100772, -0.03750433]],
        "dW3": [[-1.77691347, -0.11832879, -0.09397446]],
    },
    "dropout-forward": {"A3": [[0.36974721, 0.00305176, 0.04565099, 0.49683389, 0.36974721]]},
    "dropout-backward": {
        "dA1": [[0.36544439, 0, -0.00188233, 0, -0.17408748], [0.65515713, 0, -0.00337459, 0, 0]],
        "dA2": [
            [0.58180856, 0, -0.00299679, 0, -0.27715731],
            [0, 0.53159854, 0, 0.53159854, -0.34089673],
            [0, 0, -0.00292733, 0, 0],
        ],
    },
}


@pytest.mark.parametrize("name", PRINTED)
def test_the_examples_give_what_the_documents_print(name):
    exercise = EXERCISES[name]
    outputs = exercise.outputs(call(exercise.reference, exercise.visible()))
    for part, printed in PRINTED[name].items():
        decimals = 8 if np.ndim(printed) else 14
        np.testing.assert_allclose(outputs[part], printed, atol=0.51 * 10.0**-decimals, rtol=0)


@pytest.mark.parametrize("name", PRINTED)
def test_the_notebooks_hold_the_documents_figures_as_literals(name):
    notebook = read_notebook(ROOT / "release/02_regularization/02_regularization.ipynb")
    cell = code_of(notebook)[f"{name}-check"]
    numbers = np.ravel([number for part in PRINTED[name].values() for number in np.ravel(part)])
    for number in numbers:
        assert repr(float(number)).removesuffix(".0") in cell


def test_full_precision_inputs_and_outputs(original_data):
    stored = json.loads((original_data / "testcases.json").read_text())
    names = {"cost": "l2-cost", "backward_l2": "l2-backward"}
    names |= {"forward_dropout": "dropout-forward", "backward_dropout": "dropout-backward"}
    for key, name in names.items():
        case = EXERCISES[name].visible()
        inputs = stored[key]["inputs"]
        for argument in ("X", "Y", "A3"):
            if argument in case:
                np.testing.assert_allclose(case[argument], inputs[argument], rtol=1e-13)
        for parameter, values in case.get("parameters", {}).items():
            np.testing.assert_allclose(values, inputs["parameters"][parameter], rtol=1e-13)


def test_regularization_helps_on_average_over_many_fields():
    """The story is true for other fields, weights and masks than those of the notebook."""
    settings, starts = Settings(), [Start(seed, seed, seed) for seed in range(12)]
    kinds = {
        "plain": Regularization(),
        "L2": Regularization(lambd=settings.lambd),
        "dropout": Regularization(keep_prob=settings.keep_prob),
    }
    accuracy = {
        name: train(kind, starts, settings)["test_accuracy"] for name, kind in kinds.items()
    }
    for name in ("L2", "dropout"):
        gains = accuracy[name] - accuracy["plain"]
        # One plain training may go astray: the mean alone could be luck, the median is not.
        assert gains.mean() > 0 and np.median(gains) > 0, (name, gains)
        assert (gains > 0).sum() >= 2 * (gains < 0).sum(), (name, gains)


def notebook_namespace():
    """Return the names of the instructor's notebook: given functions and solutions."""
    notebook = read_notebook(ROOT / "source/02_regularization/02_regularization.ipynb")
    code = code_of(notebook)
    namespace = {}
    for cell in ("imports", "model", "model-choices"):
        exec(code[cell], namespace)
    for text in solutions(notebook, ASSIGNMENTS["02_regularization"]).values():
        exec(text, namespace)
    return namespace


RUNS = {
    "none": ({}, 1e-9),
    "l2": ({"lambd": 0.7}, 1e-12),
    "dropout": ({"keep_prob": 0.86, "fixed_mask": True}, 1e-12),
}


@pytest.mark.parametrize("run", RUNS)
def test_the_documents_trainings_are_reproduced(run, original_data):
    """The documents' dropout draws the same masks at every step; ours can be told to."""
    figures = json.loads((original_data / "reference_figures.json").read_text())["models"][run]
    X, Y, X_test, Y_test = load_2D_dataset(original_data)
    options, rtol = RUNS[run]
    parameters, costs = notebook_namespace()["model"](X, Y, **options)
    printed = list(figures["costs_every_1000"].values())
    np.testing.assert_allclose(costs, printed, rtol=rtol)
    assert np.mean(predict_dec(parameters, X) == Y) == pytest.approx(figures["train"], abs=1e-12)
    assert np.mean(predict_dec(parameters, X_test) == Y_test) == pytest.approx(
        figures["test"], abs=1e-12
    )

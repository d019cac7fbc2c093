"""The given network: against numerical derivatives, on bad input, and at the edges of the cost."""

import numpy as np
import pytest

from utils.networks import (
    backward_propagation,
    compute_cost,
    forward_propagation,
    initialize_parameters,
    logit_losses,
    predict,
    predict_dec,
    relu,
    sigmoid,
    update_parameters,
)


@pytest.fixture
def example():
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((3, 7)), rng.integers(0, 2, (1, 7))
    parameters = initialize_parameters([3, 5, 4, 1], rng)
    return X, Y, {name: W + 0.1 * rng.standard_normal(W.shape) for name, W in parameters.items()}


def test_gradients_are_the_slopes_of_the_cost(example):
    X, Y, parameters = example
    _, cache = forward_propagation(X, parameters)
    grads = backward_propagation(X, Y, cache)
    for name, values in parameters.items():
        for index in np.ndindex(values.shape):
            ends = []
            for step in (1e-6, -1e-6):
                moved = values.copy()
                moved[index] += step
                ends.append(compute_cost(forward_propagation(X, {**parameters, name: moved})[0], Y))
            assert grads[f"d{name}"][index] == pytest.approx((ends[0] - ends[1]) / 2e-6, abs=1e-8)


def test_the_cost_does_not_overflow_and_does_not_hide():
    assert compute_cost(np.array([[1.0, 0.0]]), np.array([[1, 0]])) == 0
    assert compute_cost(np.array([[1.0]]), np.array([[0]])) == np.inf
    assert np.isnan(compute_cost(np.array([[np.nan]]), np.array([[1]])))
    assert compute_cost(np.array([[0.5]]), np.array([[1]], dtype=np.uint8)) == pytest.approx(
        np.log(2)
    )
    assert compute_cost(np.array([[0.25]]), np.array([[0]], dtype=np.uint8)) == pytest.approx(
        -np.log(0.75)
    )


def test_the_cost_from_logits_keeps_its_digits_however_sure_the_answer():
    logits, labels = np.array([36.0, -36.0, 800.0, np.inf, 3.0]), np.array([1, 0, 1, 1, 0])
    expected = [np.exp(-36), np.exp(-36), 0, 0, 3 + np.log1p(np.exp(-3))]
    for kind in (float, np.uint8, bool):
        assert logit_losses(logits, labels.astype(kind)) == pytest.approx(expected, rel=1e-12)
    stepped = logit_losses(logits[:2] + 1e-20j, labels[:2])
    assert stepped.real == pytest.approx(expected[:2], rel=1e-12)
    assert stepped.imag / 1e-20 == pytest.approx([-np.exp(-36), np.exp(-36)], rel=1e-12)


def test_sigmoid_and_relu_at_the_edges():
    assert sigmoid(np.array([-1e4, 0.0, 1e4])).tolist() == [0.0, 0.5, 1.0]
    assert relu(np.array([-2.0, 0.0, 3.0])).tolist() == [0.0, 0.0, 3.0]


def test_initial_weights_have_the_stated_spread():
    parameters = initialize_parameters([400, 300, 1], np.random.default_rng(1))
    assert parameters["W1"].shape == (300, 400)
    assert parameters["W1"].std() == pytest.approx(1 / 20, rel=0.02)
    assert not parameters["b1"].any()
    again = initialize_parameters([400, 300, 1])
    assert not np.array_equal(parameters["W1"], again["W1"])


def test_a_step_leaves_the_old_parameters(example):
    X, Y, parameters = example
    before = {name: values.copy() for name, values in parameters.items()}
    _, cache = forward_propagation(X, parameters)
    new = update_parameters(parameters, backward_propagation(X, Y, cache), 0.1)
    assert all(np.array_equal(parameters[name], before[name]) for name in before)
    assert not np.array_equal(new["W1"], parameters["W1"])


def test_predictions_and_accuracy(example, capsys):
    X, _, parameters = example
    labels = predict_dec(parameters, X)
    assert predict(X, labels.astype(int), parameters, "train") == 1
    assert capsys.readouterr().out == "train accuracy: 1.0000 (7 examples)\n"


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda X, Y, p: forward_propagation(X.T, p), r"takes 3 features: X must be \(3, m\)"),
        (lambda X, Y, p: forward_propagation(X[0], p), "one example per column"),
        (lambda X, Y, p: forward_propagation(X, {"W1": p["W1"]}), "lacks b1, W2, b2, W3, b3"),
        (
            lambda X, Y, p: compute_cost(np.full((1, 7), 0.5), Y.T),
            r"\(1, 7\) is needed, one label per example",
        ),
        (lambda X, Y, p: compute_cost(np.full((1, 7), 0.5), Y + 1), "labels must be 0 or 1"),
        (lambda X, Y, p: predict(X, Y[:, :3], p), "labels have shape"),
        (lambda X, Y, p: initialize_parameters([3]), "at least two layers"),
        (lambda X, Y, p: initialize_parameters([3, 0, 1]), "each 1 or more"),
    ],
)
def test_bad_input_is_told_with_the_remedy(example, call, words):
    with pytest.raises((ValueError, KeyError), match=words):
        call(*example)

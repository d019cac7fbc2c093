"""Networks of any depth: gradients against numerical ones, and against the three-layer network."""

import numpy as np
import pytest

from utils import deep_networks as deep
from utils.networks import (
    backward_propagation,
    compute_cost,
    compute_cost_from_logits,
    forward_propagation,
    initialize_parameters,
)


def example(layers_dims, seed=0, m=7):
    rng = np.random.default_rng(seed)
    X = rng.standard_normal((layers_dims[0], m))
    Y = rng.permutation(np.arange(m) % 2)[np.newaxis]
    parameters = initialize_parameters(layers_dims, rng)
    # Biases of 0 above a layer that is silent would sit on ReLU's kink.
    return X, Y, {name: W + 0.1 * rng.standard_normal(W.shape) for name, W in parameters.items()}


@pytest.mark.parametrize("layers_dims", [[3, 1], [2, 4, 1], [4, 5, 3, 3, 1]])
def test_gradients_are_the_slopes_of_the_cost(layers_dims):
    X, Y, parameters = example(layers_dims)
    AL, caches = deep.L_model_forward(X, parameters)
    grads = deep.L_model_backward(AL, Y, caches)

    def cost(changed):
        return compute_cost_from_logits(deep.L_model_forward(X, changed)[1][-1][1], Y)

    for name, values in parameters.items():
        for place in np.ndindex(values.shape):
            step = np.zeros(values.shape)
            step[place] = 1e-6
            ahead, behind = ({**parameters, name: values + sign * step} for sign in (1, -1))
            slope = (cost(ahead) - cost(behind)) / 2e-6
            assert grads[f"d{name}"][place] == pytest.approx(slope, abs=1e-8)


def test_three_layers_are_the_three_layer_network():
    X, Y, parameters = example([3, 5, 4, 1])
    A3, cache = forward_propagation(X, parameters)
    AL, caches = deep.L_model_forward(X, parameters)
    np.testing.assert_array_equal(A3, AL)
    ours, theirs = deep.L_model_backward(AL, Y, caches), backward_propagation(X, Y, cache)
    for name in parameters:
        np.testing.assert_allclose(ours[f"d{name}"], theirs[f"d{name}"], rtol=1e-13)


def test_the_sigmoid_layer_agrees_with_the_short_cut():
    X, Y, parameters = example([3, 4, 1])
    AL, caches = deep.L_model_forward(X, parameters)
    dAL = (AL - Y) / (AL * (1 - AL))
    whole = deep.linear_activation_backward(dAL, caches[-1], "sigmoid")
    grads = deep.L_model_backward(AL, Y, caches)
    for got, name in zip(whole, ("dA1", "dW2", "db2"), strict=True):
        np.testing.assert_allclose(got, grads[name], rtol=1e-12)


def test_a_saturated_output_still_has_a_gradient_and_a_finite_cost():
    X, Y, parameters = example([2, 3, 1])
    parameters["b2"] += 800.0
    AL, caches = deep.L_model_forward(X, parameters)
    assert (AL == 1).all()
    grads = deep.L_model_backward(AL, Y, caches)
    assert np.isfinite(grads["dW2"]).all() and np.abs(grads["db2"]).max() > 0.1
    assert 300 < compute_cost_from_logits(caches[-1][1], Y) < 500
    assert np.isinf(compute_cost(AL, Y))


def test_the_costs_agree_where_nothing_saturates():
    X, Y, parameters = example([2, 3, 1])
    AL, caches = deep.L_model_forward(X, parameters)
    assert compute_cost_from_logits(caches[-1][1], Y) == pytest.approx(compute_cost(AL, Y))


def test_what_is_wrong_is_said():
    X, Y, parameters = example([2, 3, 1])
    assert deep.accuracy(parameters, X, Y) == np.mean(deep.predict_labels(parameters, X) == Y)
    with pytest.raises(KeyError, match="lacks b2"):
        deep.L_model_forward(X, {k: v for k, v in parameters.items() if k != "b2"})
    with pytest.raises(KeyError, match="lacks W1"):
        deep.depth({})
    with pytest.raises(ValueError, match="takes 2 features"):
        deep.L_model_forward(X.T, parameters)
    with pytest.raises(ValueError, match="'relu' or 'sigmoid'"):
        deep.linear_activation_forward(X, parameters["W1"], parameters["b1"], "tanh")
    _, caches = deep.L_model_forward(X, parameters)
    with pytest.raises(ValueError, match="'relu' or 'sigmoid'"):
        deep.linear_activation_backward(X, caches[0], "tanh")
    with pytest.raises(ValueError, match="labels must be 0 or 1"):
        deep.L_model_backward(Y * 1.0, Y + 1, caches)
    with pytest.raises(ValueError, match="labels must be 0 or 1"):
        compute_cost_from_logits(Y * 1.0, Y + 1)

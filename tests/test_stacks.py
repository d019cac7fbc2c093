"""Circles, stacks of networks and their pictures: what they are, and what they refuse."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from utils import deep_networks, stacks
from utils.data import load_circles, make_circles
from utils.networks import compute_cost_from_logits, initialize_parameters, update_parameters
from utils.plots import plot_bands
from utils.plots.basics import in_chunks
from utils.plots.initialization import plot_maps

DIMS = [2, 10, 5, 1]


@pytest.fixture(scope="module")
def circles():
    return load_circles()


def draw(dims, seed):
    """Draw a network whose biases are not all 0."""
    rng = np.random.RandomState(seed)
    start = initialize_parameters(dims, rng)
    return {
        name: 1.4 * value + 0.01 * rng.standard_normal(value.shape) for name, value in start.items()
    }


@pytest.mark.parametrize("bad", [{"n": 1}, {"noise": -0.1}, {"factor": 1.2}, {"factor": -1}])
def test_circles_that_cannot_be_are_refused(bad):
    with pytest.raises(ValueError, match="circles need n of 2 or more"):
        make_circles(**{"n": 10, "rng": np.random.default_rng(0), **bad})


def test_circles_without_noise_lie_on_two_radii():
    X, Y = make_circles(41, np.random.default_rng(0), noise=0, factor=0.5)
    np.testing.assert_allclose(np.hypot(*X), np.where(Y[0] == 1, 0.5, 1))
    assert (Y == 1).sum() == 21


def test_networks_in_a_stack_are_trained_as_if_alone(circles):
    X, Y, test_X, test_Y = circles
    networks = [draw(DIMS, seed) for seed in range(3)]
    together, costs = stacks.train_together(networks, X, Y, 0.1, 60, every=20)
    assert costs.shape == (3, 3)
    found = stacks.accuracies(together, test_X, test_Y)
    for number, parameters in enumerate(networks):
        for i in range(60):
            AL, caches = deep_networks.L_model_forward(X, parameters)
            if i % 20 == 0:
                cost = compute_cost_from_logits(caches[-1][1], Y)
                assert costs[number, i // 20] == pytest.approx(cost, rel=1e-10)
            grads = deep_networks.L_model_backward(AL, Y, caches)
            parameters = update_parameters(parameters, grads, 0.1)
        for name, value in parameters.items():
            np.testing.assert_allclose(together[name][number], value, atol=1e-10)
        assert found[number] == deep_networks.accuracy(parameters, test_X, test_Y)


def test_signals_and_errors_are_those_of_the_backward_pass(circles):
    X, Y, *_ = circles
    parameters = draw([2, 6, 5, 4, 1], 0)
    AL, caches = deep_networks.L_model_forward(X, parameters)
    grads = deep_networks.L_model_backward(AL, Y, caches)
    up, down = stacks.signal_sizes(parameters, X, Y)
    for layer in (1, 2, 3):
        A, Z = caches[layer][0][0], caches[layer - 1][1]
        assert up[layer - 1] == pytest.approx(np.sqrt(np.mean(A**2)))
        dZ = grads[f"dA{layer}"] * (Z > 0)
        assert down[layer - 1] == pytest.approx(np.sqrt(np.mean(dZ**2)))
    both = stacks.signal_sizes(stacks.stack([parameters, parameters]), X, Y)
    np.testing.assert_allclose(both, np.stack([[up, up], [down, down]]))


def test_silent_units_are_found(circles):
    X, *_ = circles
    parameters = draw(DIMS, 0)
    parameters["b1"][3] = -100
    parameters["b2"][:] = -100
    first, second = stacks.silent_units(parameters, X)
    assert np.flatnonzero(first).tolist() == [3] and second.all()


def test_what_cannot_be_stacked_or_drawn_is_told(circles):
    X, Y, *_ = circles
    one, other = (
        initialize_parameters(dims, np.random.RandomState(0)) for dims in (DIMS, [2, 3, 1])
    )
    with pytest.raises(ValueError, match="all with layers of the same sizes"):
        stacks.stack([one, other])
    with pytest.raises(ValueError, match="one network or more"):
        stacks.stack([])
    with pytest.raises(ValueError, match="labels must be 0 or 1"):
        stacks.train_together([one], X, Y + 1, num_iterations=1)
    with pytest.raises(ValueError, match="labels have shape"):
        stacks.accuracies(one, X, Y[:, 1:])
    with pytest.raises(ValueError, match="'a' have 3 values, x has 2"):
        plot_bands({"a": [[1, 2, 3]]}, [1, 2], labels=("x", "y"))
    plt.close("all")


def test_pictures_show_what_they_are_given(circles):
    X, Y, *_ = circles
    ax = plot_bands({"a": [[1, 2], [3, 8], [2, 3]]}, [0, 1], labels=("x", "y"), title="T")
    assert ax.lines[0].get_ydata().tolist() == [2, 3]
    assert ax.get_yscale() == "log" and ax.get_title() == "T" and len(ax.collections) == 1
    axes = plot_maps({"up": lambda grid: grid[1] > 0, "all": lambda grid: grid[0] > -9}, X, Y)
    assert [each.get_title() for each in axes] == ["up", "all"]
    plt.close("all")


@pytest.mark.parametrize("size", [1, 7, 100, 1000])
def test_chunks_put_together_are_the_whole(size):
    grid = np.random.default_rng(0).standard_normal((2, 100))
    whole = in_chunks(lambda part: part[:1] > part[1:], grid, size)
    np.testing.assert_array_equal(whole, grid[0] > grid[1])

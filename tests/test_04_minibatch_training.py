"""``04_minibatch_training``: the documents' figures, given parts, notebook and lesson."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from lesson_kit import TEXTS, assert_stated, pictures, printed, sound_lesson

from exercises import EXERCISES
from exercises.minibatch_training.backward_drop import backward_drop
from exercises.minibatch_training.backward_reg import backward_reg
from exercises.minibatch_training.djreg_dy import dJreg_dy
from exercises.minibatch_training.forward_drop import forward_drop
from exercises.minibatch_training.jreg import Jreg
from exercises.minibatch_training.make_mask import make_mask
from exercises.minibatch_training.networks import logits_through
from utils.data import make_clusters
from utils.minibatch_descent import (
    START,
    bottom,
    descend,
    descend_together,
    excess,
    make_plane,
    plane_cost,
    plane_gradient,
)
from utils.minibatch_networks import (
    SIZES,
    J,
    accuracy,
    at_rest,
    backward,
    batches,
    forward,
    initialize,
    logits,
    mean_cost,
    momentum_step,
    predict,
)
from utils.minibatch_training import learning_rate, train
from utils.networks import sigmoid
from utils.penalized_planes import with_l1, with_l2
from utils.plots import minibatch_training as plots
from utils.plots import penalties
from utils.testcases import minibatch_training as testcases

NAME = "04_minibatch_training"
LESSON = "lesson_4_minibatch_training"
P = (1, 0.5, 0.5, 1)


# --- the documents' figures


def test_the_costs_are_those_that_the_documents_print():
    y, target, w = testcases.Jreg_test_case()
    np.testing.assert_allclose(
        J(y, target).ravel(), [18.421, 1.386, 0.693, 0.288, 0], atol=5.1e-4, rtol=0
    )
    assert np.signbit(J(y, target)[-1, 0])
    np.testing.assert_allclose(
        Jreg(y, target, w, 0.01).ravel(),
        [25.096, 12.667, 11.974, 11.568, 11.280],
        atol=5.1e-4,
        rtol=0,
    )
    squares = sum(np.sum(values**2) for values in w.values())
    assert squares == pytest.approx(2256.07, abs=5e-3)
    assert 0.005 * squares == pytest.approx(11.280, abs=5e-4)


def test_the_two_ways_of_counting_lambda_agree():
    assert_stated(NAME, "λ = 0.003 here is λ = 0.3 there, at 100 points")
    y, target, w = testcases.Jreg_test_case()
    squares = sum(np.sum(values**2) for values in w.values())
    here = Jreg(y, target, w, 0.003) - J(y, target, 1e-6)
    np.testing.assert_allclose(here, 0.3 / (2 * 100) * squares)


@pytest.mark.parametrize("seed", range(4))
def test_gradients_without_the_masks_are_half_as_large_or_point_elsewhere(seed):
    """The documents' mistake: off by a factor, or in direction if the slope knows no mask."""
    assert_stated(NAME, "half of the right one, and that of layer 1 a quarter")
    assert_stated(NAME, "units that were off receive a gradient, and neither keeps its direction")
    x, target, _, _ = make_clusters(n_test=4)
    w, b = initialize(SIZES, np.random.RandomState(1234))
    masks = make_mask(x, SIZES, P, np.random.RandomState(seed))
    y, a = forward_drop(x, w, b, masks)
    right, _ = backward_drop(a, target, w, masks)
    unmasked, _ = EXERCISES["backward-drop"].wrong_functions["BDROP-UNSCALED"](a, target, w, masks)
    for layer, factor in ((3, 1), (2, 0.5), (1, 0.25)):
        np.testing.assert_allclose(unmasked[layer], factor * right[layer], atol=1e-12)
    # ReLU's slope taken before the mask: units that were off receive a gradient.
    delta2 = (y - target) @ w[3].T * (a[1] @ w[2] + b[2].T > 0)
    delta1 = delta2 @ w[2].T * (x @ w[1] + b[1].T > 0)
    for layer, elsewhere in ((2, a[1].T @ delta2), (1, x.T @ delta1)):
        sizes = np.linalg.norm(elsewhere) * np.linalg.norm(right[layer])
        assert np.sum(elsewhere * right[layer]) / sizes < 0.9


@pytest.mark.parametrize("seed", range(3))
def test_gradients_through_fixed_masks_are_the_slopes_of_the_cost(seed):
    x, target, _, _ = make_clusters(n_test=4)
    w, b = initialize(SIZES, np.random.RandomState(seed))
    masks = make_mask(x, SIZES, P, np.random.RandomState(seed))
    _, a = forward_drop(x, w, b, masks)
    dw, _ = backward_drop(a, target, w, masks)
    rng, step = np.random.default_rng(seed), 1e-6

    def cost(layer, change):
        z = logits_through(x, {**w, layer: w[layer] + change}, b, masks)
        return np.mean(np.logaddexp(0, z) - target * z)

    for layer in (1, 2, 3):
        # A few entries: the sum over all of 8,192 crosses kinks.
        for _ in range(3):
            entry = tuple(int(rng.integers(n)) for n in w[layer].shape)
            change = np.zeros(w[layer].shape)
            change[entry] = step
            slope = (cost(layer, change) - cost(layer, -change)) / (2 * step)
            assert dw[layer][entry] == pytest.approx(slope, abs=1e-8)


def test_a_map_in_chunks_is_the_map_in_one_call():
    w, b = initialize(SIZES, np.random.RandomState(1234))
    grid = np.random.default_rng(0).uniform(-1, 1, (2500, 2))
    whole, _ = forward(grid, w, b)
    for chunk in (1, 999, 1024, 5000):
        if chunk == 1:
            np.testing.assert_allclose(predict(grid[:50], w, b, chunk), whole[:50], rtol=1e-9)
        else:
            np.testing.assert_allclose(predict(grid, w, b, chunk), whole, rtol=1e-9)


# --- the test cases


def test_the_written_pass_is_that_of_the_forward_pass():
    y, a = forward_drop(*testcases.forward_drop_test_case())
    written, target, _, _ = testcases.backward_drop_test_case()
    for layer in range(4):
        np.testing.assert_allclose(written[layer], a[layer], atol=5.1e-9)
    assert y[-1, 0] == 1 and target[-1, 0] == 0


def test_sure_and_wrong_answers_stop_teaching_with_eps():
    assert_stated(NAME, "From about $z = -18$ down")
    z = np.array([[-30.0], [-18.4], [-10.0]])
    y, ones = sigmoid(z), np.ones_like(z)
    push = -(dJreg_dy(y, ones, {}, 0) * y * (1 - y)).ravel()
    assert push[0] < 1e-4
    assert push[1] == pytest.approx(0.5, abs=0.01)
    assert push[2] > 0.999


# --- the given parts


def test_networks_are_drawn_as_told():
    w, b = initialize(SIZES, np.random.RandomState(1234))
    assert [w[n].shape for n in (1, 2, 3)] == [(2, 64), (64, 128), (128, 1)]
    assert [b[n].shape for n in (1, 2, 3)] == [(64,), (128,), (1,)]
    assert sum(v.size for v in (*w.values(), *b.values())) == 8641
    assert np.std(w[2]) == pytest.approx(0.5, abs=0.01)
    again, _ = initialize(SIZES, np.random.RandomState(1234))
    np.testing.assert_array_equal(w[2], again[2])
    assert_stated(NAME, "from 2,092 to 75")
    assert sum(np.sum(v**2) for v in w.values()) == pytest.approx(2092, abs=0.5)
    assert_stated(LESSON, "8,641 weights and biases")


def test_batches_are_cut_in_order():
    x, target, _, _ = make_clusters(n_test=4)
    parts = list(batches(x, target, 16))
    assert [len(part) for part, _ in parts] == [16] * 6 + [4]
    np.testing.assert_array_equal(np.vstack([part for part, _ in parts]), x)
    np.testing.assert_array_equal(np.vstack([labels for _, labels in parts]), target)


def test_rows_give_what_columns_give():
    """The network of notebook 2's kind, transposed, is the same network."""
    from utils import networks

    rng = np.random.RandomState(0)
    w, b = initialize((2, 5, 4, 1), rng)
    x, target = rng.normal(size=(7, 2)), (rng.random((7, 1)) < 0.5) * 1.0
    columns = {f"W{n}": w[n].T for n in w} | {f"b{n}": b[n][:, np.newaxis] for n in b}
    A3, cache = networks.forward_propagation(x.T, columns)
    y, a = forward(x, w, b)
    np.testing.assert_allclose(y, A3.T)
    grads = networks.backward_propagation(x.T, target.T, cache)
    dw, db = backward(a, target, w)
    for n in (1, 2, 3):
        np.testing.assert_allclose(dw[n], grads[f"dW{n}"].T, atol=1e-14)
        np.testing.assert_allclose(db[n], grads[f"db{n}"].ravel(), atol=1e-14)
    assert mean_cost(x, target, w, b) == pytest.approx(networks.compute_cost(A3, target.T))
    np.testing.assert_allclose(sigmoid(logits(x, w, b)), y)
    assert accuracy(x, target, w, b) == np.mean((y > 0.5) == (target == 1))


def test_momentum_averages_and_leaves_its_arguments():
    w, g = {1: np.ones((2, 2))}, {1: np.full((2, 2), 3.0)}
    v = at_rest(w)
    for _ in range(200):
        new, v = momentum_step(w, v, g, alpha=0.1, beta=0.9)
    np.testing.assert_allclose(v[1], 3)
    np.testing.assert_allclose(new[1], 1 - 0.3)
    assert (w[1] == 1).all()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: initialize((2,), np.random), "at least two layers"),
        (lambda: initialize((2, 0, 1), np.random), "each 1 or more"),
        (lambda: list(batches(np.ones((4, 2)), np.ones((4, 1)), 0)), "at least 1 example"),
        (lambda: list(batches(np.ones((4, 2)), np.ones((3, 1)), 2)), "one label per example"),
        (lambda: forward(np.ones((2, 4)), *initialize(SIZES, np.random)), "one example per row"),
        (lambda: predict(np.ones((4, 2)), *initialize(SIZES, np.random), chunk=0), "at least 1"),
        (lambda: J(np.ones((2, 1)), np.full((2, 1), 2)), r"must be 0 or 1; these hold \[2\]"),
        (lambda: J(np.ones((2, 1)), np.ones((1, 2))), "labels have shape"),
        (lambda: make_clusters(n=99), "n must be a positive multiple of 4; got 99"),
        (lambda: make_clusters(n_test=0), "n_test must be"),
        (lambda: make_plane(1), "at least 2 examples"),
        (
            lambda: descend(*make_plane(), np.random, size=65, alpha=1, epochs=1),
            "1 to 64 examples; got 65",
        ),
    ],
)
def test_bad_input_is_told_kindly(wrong, words):
    with pytest.raises(ValueError, match=words):
        wrong()


@pytest.mark.parametrize(
    "result", [None, ({}, {}, {}), ({1: None},) * 4, ({1: 1, 2: 2, 3: None},) * 4]
)
def test_a_step_that_is_not_done_yet_is_told(result):
    split = make_clusters(n_test=4)
    with pytest.raises(ValueError, match="is an exercise above still to be done"):
        train(lambda *state: result, split, epochs=1)


def test_the_points_are_those_of_the_documents_and_of_the_kind_that_is_told():
    x, target, test_x, test_target = make_clusters()
    np.testing.assert_allclose(
        x[:2], [[-0.19555663, 0.88854685], [0.05310194, -0.08024097]], atol=5e-9, rtol=0
    )
    assert target[:2, 0].tolist() == [1, 0]
    # Scaled by the training points' ends, which the documents give.
    low, high = np.array([-2.80394656, -3.44956661]), np.array([4.06120724, 4.36576863])
    bar = ((x + 1) / 2 * (high - low) + low)[target[:, 0] == 0]
    first = np.random.RandomState(1234).normal([0, 0], [2, 0.5], (50, 2))
    np.testing.assert_allclose(sorted(bar.tolist()), sorted(first.tolist()), atol=1e-7)
    assert (x.shape, target.shape, test_x.shape) == ((100, 2), (100, 1), (20_000, 2))
    assert (x.min(axis=0), x.max(axis=0)) == (pytest.approx([-1, -1]), pytest.approx([1, 1]))
    assert target.sum() == 50 and test_target.mean() == 0.5
    np.testing.assert_array_equal(x, make_clusters(n_test=4)[0])
    assert not np.array_equal(x, make_clusters(seed=1)[0])
    # A bar between two clouds: class 1 reaches further along x2, class 0 along x1.
    for axis, wide in ((0, 0), (1, 1)):
        spread = [test_x[test_target[:, 0] == label, axis].std() for label in (0, 1)]
        assert spread[wide] > 2 * spread[1 - wide]


def test_the_rate_decays_once_an_epoch():
    assert learning_rate(0, 0.1, 0.0005) == 0.1
    assert_stated(NAME, "37 % of the rate is left")
    assert learning_rate(2000, 0.1, 0.0005) == pytest.approx(0.037, abs=5e-4)
    rates = []

    def step(x, target, w, b, vw, vb, rate):
        rates.append(rate)
        return w, b, vw, vb

    trained = train(step, make_clusters(n_test=4), epochs=3, every=2)
    # Cost and accuracy at the end are of the same weights, also between two measurements.
    assert trained.epochs.tolist() == [0, 2, 3] and len(repr(trained)) < 100
    assert rates == sorted(rates, reverse=True)
    assert [rates.count(rate) for rate in sorted(set(rates), reverse=True)] == [7, 7, 7]


def test_pictures_return_their_axes():
    x, target, _, _ = make_clusters(n_test=4)
    w, b = initialize((2, 3, 2, 1), np.random.RandomState(0))
    _, ax = plt.subplots()
    assert plots.plot_map(w, b, x, target, ax, title="t") is ax
    assert plots.plot_lines([0, 1], {"a": [1, 2]}).get_xlabel() == "epoch"
    assert plots.plot_lines([0, 1], {"a": np.ones((5, 2))}).get_ylabel()
    path = np.array([[0, 0], [1, 1]])
    ax = plots.plot_paths(lambda w: (w**2).sum(axis=1), {"a": path}, around=((-1, 1), (-1, 1)))
    assert ax.get_xlim() == (-1, 1)
    plt.close("all")


# --- what the notebook states


def plain_step(x, target, w, b, vw, vb, rate):
    _, a = forward(x, w, b)
    dw, db = backward(a, target, w)
    w, vw = momentum_step(w, vw, dw, rate, 0.9)
    b, vb = momentum_step(b, vb, db, rate, 0.9)
    return w, b, vw, vb


def l2_step(x, target, w, b, vw, vb, rate):
    _, a = forward(x, w, b)
    return backward_reg(a, target, w, b, vw, vb, rate, 0.9, 0.003)


def decoupled_step(x, target, w, b, vw, vb, rate):
    new_w, b, vw, vb = plain_step(x, target, w, b, vw, vb, rate)
    return {n: new_w[n] - rate * 0.003 * w[n] for n in w}, b, vw, vb


def dropout_step(rng):
    def step(x, target, w, b, vw, vb, rate):
        masks = make_mask(x, SIZES, P, rng)
        _, a = forward_drop(x, w, b, masks)
        dw, db = backward_drop(a, target, w, masks)
        w, vw = momentum_step(w, vw, dw, rate, 0.9)
        b, vb = momentum_step(b, vb, db, rate, 0.9)
        return w, b, vw, vb

    return step


def overwriting_step(x, target, w, b, vw, vb, rate):
    overwrites = EXERCISES["backward-reg"].wrong_functions["BREG-UPDATED-FIRST"]
    return overwrites(forward(x, w, b)[1], target, w, b, vw, vb, rate, 0.9, 0.003)


class Runs(dict):
    """The notebook's four trainings, and one with a mistake in its steps: each when asked for."""

    def __missing__(self, name):
        dropout = name == "dropout"
        steps = {"plain": plain_step, "L2": l2_step, "decoupled": decoupled_step}
        steps["overwriting"] = overwriting_step
        step = dropout_step(np.random.RandomState(1234)) if dropout else steps[name]
        self[name] = train(step, make_clusters(), every=20 if dropout else 50)
        return self[name]


@pytest.fixture(scope="module")
def runs():
    return Runs()


# Fourteen thousand steps amplify the last digits of a machine's products; hence the tolerances.


def documents_step(lam=0.0, rng=None):
    """Return the documents' own step, with its mistakes.

    Its slope at the output has an eps, w is moved before delta is formed below it, and delta does
    not go through the masks.
    """

    def step(x, target, w, b, vw, vb, rate):
        w, b, vw, vb = dict(w), dict(b), dict(vw), dict(vb)
        masks = {layer: 1.0 for layer in range(4)} if rng is None else make_mask(x, SIZES, P, rng)
        y, a = forward_drop(x, w, b, masks)
        delta = ((1 - target) / (1 - y + 1e-8) - target / (y + 1e-8)) * y * (1 - y)
        for n in (3, 2, 1):
            vw[n] = 0.9 * vw[n] + 0.1 * (a[n - 1].T @ delta / len(target) + lam * w[n])
            vb[n] = 0.9 * vb[n] + 0.1 * delta.mean(axis=0)
            w[n] = w[n] - rate * vw[n]
            b[n] = b[n] - rate * vb[n]
            delta = delta @ w[n].T * (a[n - 1] > 0)
        return w, b, vw, vb

    return step


@pytest.mark.parametrize(
    ("lam", "training", "squares", "fresh", "cost"),
    [
        pytest.param(0.0, 0.97, 2256.0749, 0.881, 0.569, marks=pytest.mark.slow),
        (0.003, 0.91, 75.249, 0.899, 0.254),
    ],
)
@pytest.mark.long
def test_the_documents_trainings_come_out_to_the_digit(lam, training, squares, fresh, cost):
    """All digits agree on the machine of the figures; elsewhere sums come in another order."""
    run = train(documents_step(lam), make_clusters())
    assert run.accuracies[0] == pytest.approx(training, abs=0.0101 if lam == 0 else 1e-9)
    assert run.squares[-1] == pytest.approx(squares, rel=1e-3)
    # The documents' 20,000 fresh points are others of the same kind.
    assert run.accuracies[1] == pytest.approx(fresh, abs=0.006)
    assert run.test_cost[-1] == pytest.approx(cost, abs=0.03)


@pytest.mark.slow
def test_the_documents_dropout_is_one_sample_of_a_noisy_series():
    """They report 91 %; the stream that their masks came from is not seeded."""
    for seed in range(3):
        run = train(documents_step(0, np.random.RandomState(seed)), make_clusters(), every=10)
        late = run.train_accuracy[-100:]
        assert 0.87 <= late.min() < 0.91 <= late.max() <= 0.95
        assert run.squares[-1] == pytest.approx(2142, rel=0.02)
        assert run.accuracies[1] == pytest.approx(0.880, abs=0.03)


@pytest.mark.long
def test_the_accuracies_are_those_of_the_documents(runs):
    """With our steps, which make none of their mistakes."""
    assert_stated(NAME, "right on 97 of its 100", "right on 88 % of these points")
    assert runs["plain"].accuracies == pytest.approx((0.97, 0.88), abs=0.0101)
    assert runs["L2"].accuracies == pytest.approx((0.91, 0.90), abs=0.0101)
    assert runs["plain"].squares[-1] == pytest.approx(2256, rel=0.02)
    assert runs["L2"].squares[-1] == pytest.approx(75.25, rel=0.02)


@pytest.mark.long
def test_dropouts_accuracy_is_noise_as_stated(runs):
    assert_stated(
        NAME, "Do not take the 89 % of the fresh points for a result", "between 88 and 93 %"
    )
    late = runs["dropout"].train_accuracy[-50:]
    assert late.min() == pytest.approx(0.88, abs=0.0151)
    assert late.max() == pytest.approx(0.93, abs=0.0151)
    assert late.min() < 0.91 < late.max()
    assert_stated(NAME, "On fresh points the network costs about 0.25")
    assert runs["dropout"].test_cost[-1] == pytest.approx(0.25, abs=0.03)
    assert runs["dropout"].accuracies[0] == pytest.approx(0.89, abs=0.0201)


@pytest.mark.long
def test_the_plain_network_overfits_as_stated(runs):
    assert_stated(NAME, "for about 50 epochs, to 0.25", "rises to nearly 0.7")
    plain = runs["plain"]
    assert plain.test_cost.min() == pytest.approx(0.25, abs=0.005)
    assert plain.epochs[plain.test_cost.argmin()] <= 100
    assert plain.test_cost[-1] == pytest.approx(0.68, abs=0.05)
    assert plain.train_cost[-1] < plain.train_cost[10]
    assert f"fresh points:    cost {plain.test_cost[-1]:.3f}" in plain.summary()
    assert_stated(NAME, "some fifty times as large as the cross-entropy")
    assert 0.0015 * plain.squares[-1] / plain.train_cost[-1] == pytest.approx(50, abs=4)


@pytest.mark.long
def test_weight_decay_does_what_is_stated(runs):
    assert_stated(
        NAME, "multiply to $e^{-2.66}$, so that 7 %", "from 2,092 to 75", "half a percent of its"
    )
    shares = [7 * learning_rate(e, 0.1, 0.0005) * 0.003 for e in range(2000)]
    assert sum(shares) == pytest.approx(2.66, abs=0.005)
    assert np.exp(-sum(shares)) == pytest.approx(0.07, abs=0.001)
    assert np.exp(-2 * sum(shares)) == pytest.approx(0.005, abs=1e-4)
    assert runs["L2"].test_cost[-1] < runs["plain"].test_cost[-1] - 0.1


@pytest.mark.slow
def test_overwritten_weights_do_not_show(runs):
    assert_stated(
        NAME, "off by 1 to 3 % in the first epoch, and it ends at the same 91 % and the same 75"
    )
    overwrites = EXERCISES["backward-reg"].wrong_functions["BREG-UPDATED-FIRST"]
    x, target, _, _ = make_clusters(n_test=4)
    w, b = initialize(SIZES, np.random.RandomState(1234))
    vw, vb = at_rest(w), at_rest(b)
    off = []
    for part, labels in batches(x, target, 16):
        _, a = forward(part, w, b)
        velocities = [f(a, labels, w, b, at_rest(w), at_rest(b), 0.1, 0.9, 0.003)[2][1]
                      for f in (backward_reg, overwrites)]  # fmt: skip
        off.append(np.linalg.norm(velocities[1] - velocities[0]) / np.linalg.norm(velocities[0]))
        w, b, vw, vb = backward_reg(a, labels, w, b, vw, vb, 0.1, 0.9, 0.003)
    assert 0.01 <= min(off) < max(off) <= 0.03
    assert runs["overwriting"].accuracies[0] == pytest.approx(0.91, abs=0.0101)
    assert runs["overwriting"].squares[-1] == pytest.approx(75, abs=1)
    assert runs["overwriting"].accuracies[1] == pytest.approx(runs["L2"].accuracies[1], abs=0.01)


@pytest.mark.slow
def test_l2_and_decoupled_decay_part_ways_as_stated(runs):
    assert_stated(NAME, "within 1 % of each other")
    ratio = runs["L2"].squares / runs["decoupled"].squares
    assert 0.001 < np.abs(ratio - 1).max() < 0.01


def test_a_large_lambda_swings_through_zero_as_stated():
    assert_stated(NAME, "in ten steps a weight loses 0.3 %", "λ = 0.26", "-0.15")

    def idle(lam, steps):
        w, b = {n: np.ones((1, 1)) for n in (1, 2, 3)}, {n: np.zeros(1) for n in (1, 2, 3)}
        vw, vb = at_rest(w), at_rest(b)
        a, path = {n: np.zeros((1, 1)) for n in range(4)}, [1.0]
        for _ in range(steps):
            w, b, vw, vb = backward_reg(a, np.zeros((1, 1)), w, b, vw, vb, 0.1, 0.9, lam)
            path.append(w[1].item())
        return np.array(path)

    steady = idle(0.003, 200)
    assert 1 - steady[-1] / steady[-11] == pytest.approx(0.003, abs=1e-4)
    assert idle(1.0, 60).min() == pytest.approx(-0.15, abs=0.005)
    limit = (1 - np.sqrt(0.9)) ** 2 / (0.1 * (1 - 0.9))
    assert limit == pytest.approx(0.26, abs=0.005)
    assert idle(0.9 * limit, 3000).min() >= 0 > idle(1.3 * limit, 3000).min()


@pytest.mark.long
def test_masks_and_outputs_are_as_stated(runs):
    assert_stated(NAME, "gives this point 0.97", "The mean, 0.68,")
    l2, point = runs["L2"], make_clusters(n_test=4)[0][10:11]
    whole, _ = forward(point, l2.w, l2.b)
    many = np.repeat(point, 4000, axis=0)
    y, _ = forward_drop(many, l2.w, l2.b, make_mask(many, SIZES, P, np.random.RandomState(5)))
    assert whole.item() == pytest.approx(0.97, abs=0.006)
    assert y.mean() == pytest.approx(0.68, abs=0.01)
    assert y.min() < 0.01 and y.max() > 0.99
    mask = make_mask(many[:16], SIZES, P, np.random.RandomState(7))[2]
    assert np.mean(mask == 0) == pytest.approx(0.5, abs=0.04) and set(np.unique(mask)) == {0, 2}


@pytest.mark.long
def test_dropout_does_not_shrink_the_weights(runs):
    assert_stated(NAME, "The sum of squares, 2,166, is near where it began")
    assert runs["dropout"].squares[-1] == pytest.approx(2166, rel=0.02)


@pytest.mark.slow
def test_training_survives_missing_masks():
    assert_stated(NAME, "it ends at 92 % of the training points and 90 % of the fresh ones")
    unmasked = EXERCISES["backward-drop"].wrong_functions["BDROP-UNSCALED"]
    rng = np.random.RandomState(1234)

    def step(x, target, w, b, vw, vb, rate):
        masks = make_mask(x, SIZES, P, rng)
        dw, db = unmasked(forward_drop(x, w, b, masks)[1], target, w, masks)
        w, vw = momentum_step(w, vw, dw, rate, 0.9)
        b, vb = momentum_step(b, vb, db, rate, 0.9)
        return w, b, vw, vb

    trained = train(step, make_clusters())
    assert trained.accuracies[0] == pytest.approx(0.92, abs=0.0201)
    assert trained.accuracies[1] == pytest.approx(0.90, abs=0.01)


def five(epochs, seeds):
    found = {"plain": [], "L2": [], "dropout": []}
    for seed in seeds:
        split = make_clusters(n_test=4000, seed=seed)
        steps = (plain_step, l2_step, dropout_step(np.random.RandomState(seed)))
        for name, step in zip(found, steps, strict=True):
            found[name].append(train(step, split, epochs=epochs, seed=seed))
    return found


@pytest.mark.slow
def test_the_story_holds_for_other_points_and_weights():
    assert_stated(
        NAME,
        "In each of the five repetitions the plain network ends with the highest cost",
        "L2 with the lowest, and dropout between the two",
        "by about one point at the median",
    )
    found = five(600, range(1, 6))
    ends = {name: np.array([r.test_cost[-1] for r in trained]) for name, trained in found.items()}
    assert (ends["L2"] < np.minimum(ends["plain"], ends["dropout"])).all()
    assert (ends["plain"] > ends["dropout"]).all()
    right = [np.median([r.accuracies[1] for r in trained]) for trained in found.values()]
    assert max(right) - min(right) == pytest.approx(0.011, abs=0.004)


# --- what the lesson states


def test_the_lesson_holds_no_solution():
    text = (TEXTS / f"{LESSON}.py").read_text(encoding="utf-8")
    for answer in ("lam *", "/ p[", "masks[", "a[layer", "np.square", "/ (y + eps)"):
        assert answer not in text


def assert_seven_pictures(lesson):
    assert len(pictures(lesson)) >= 7


@pytest.mark.long
def test_the_lesson_shows_its_pictures():
    """With fewer paths, which do not end where it says."""
    assert_seven_pictures(
        sound_lesson(LESSON, {"seeds=20": "seeds=2", "(0.03,), (0.3,), (1,)": "(0.3,)"})
    )


@pytest.mark.slow
def test_the_lesson_prints_what_it_says():
    notebook = sound_lesson(LESSON)
    assert_seven_pictures(notebook)
    for line in ("batches of 8   after 50 epochs: 0.0002", "β = 0.9: median length 4.0"):
        assert line in printed(notebook)


PLANE = make_plane()


def test_a_penalty_takes_the_flat_direction_first_as_stated():
    assert_stated(
        LESSON,
        "by $h = 1.09$, along it by $h = 0.093$",
        "At λ = 0.1 that is 48 % along the valley, and still 92 % across it",
        "here $w_2$, from λ = 0.16 on",
    )
    x, target = PLANE
    h, directions = np.linalg.eigh(x.T @ x / len(x))
    np.testing.assert_allclose(h, [0.093, 1.09], atol=5e-3)
    left = (directions.T @ with_l2(x, target, 0.1)) / (directions.T @ bottom(x, target))
    np.testing.assert_allclose(left, h / (h + 0.1))
    np.testing.assert_allclose(left, [0.48, 0.92], atol=5e-3)
    assert with_l1(x, target, 0.15)[1] > 0 == with_l1(x, target, 0.16)[1]


@pytest.mark.parametrize(("order", "solve"), [(2, with_l2), (1, with_l1)])
def test_the_fence_touches_the_contour(order, solve):
    """On the fence the cost is nowhere lower than at the weights that the penalty chooses."""
    x, target = PLANE
    w = solve(x, target, 0.3)
    path = np.array([solve(x, target, lam) for lam in (0, 0.3, 3)])
    ax = penalties.plot_fence(
        lambda w: plane_cost(w, x, target), path, w, plt.figure().gca(), order=order,
        around=((-1, 1), (-1, 1)), title="T",
    )  # fmt: skip
    (fence,) = (line for line in ax.get_lines() if line.get_label().startswith("equal"))
    corners = np.array(fence.get_data()).T
    share = np.linspace(0, 1, 50)[:, None, None]
    points = (corners[:-1] * share + corners[1:] * (1 - share)).reshape(-1, 2)
    assert plane_cost(points, x, target).min() >= plane_cost(w[None], x, target)[0] - 1e-4
    np.testing.assert_allclose(np.linalg.norm(corners, order, axis=1), np.linalg.norm(w, order))
    plt.close("all")


def test_shares_are_drawn_where_they_were_measured():
    ax = penalties.plot_shares({"a": 1.0, "b": 0.1}, {"a": 0.5, "b": 0.1}, 1.0, plt.figure().gca())
    dots = [tuple(map(float, line.get_xydata()[0])) for line in ax.get_lines()
            if line.get_marker() == "o"]  # fmt: skip
    assert dots == [(1.0, 0.5), (1.0, 0.1)] and ax.get_xlabel() == "λ"
    plt.close("all")


def descents(seeds=20, **knobs):
    return descend_together(*PLANE, list(map(np.random.RandomState, range(seeds))), **knobs)


def test_the_hill_is_as_told():
    assert_stated(LESSON, "curves twelve times as much", "The star is 2.7 away")
    x, target = PLANE
    low, high = np.linalg.eigvalsh(x.T @ x / len(x))
    assert high / low == pytest.approx(12, abs=0.5)
    way = bottom(x, target) - START
    assert np.linalg.norm(way) == pytest.approx(2.7, abs=0.05)
    downhill = -plane_gradient(START, x, target)
    cosine = downhill @ way / np.linalg.norm(downhill) / np.linalg.norm(way)
    assert cosine < 0.9
    step = np.array([1e-6, -2e-6])
    slope = np.diff(plane_cost(np.array([START - step, START + step]), x, target))[0] / 2
    assert slope == pytest.approx(-downhill @ step, rel=1e-6)
    single = [plane_gradient(START, x[i : i + 1], target[i : i + 1]) for i in range(len(x))]
    np.testing.assert_allclose(np.mean(single, axis=0), -downhill)


def test_descents_together_are_those_of_each_alone():
    knobs = {"size": 5, "alpha": 0.1, "epochs": 2, "beta": 0.5, "gamma": 0.1}
    for seed, path in enumerate(descents(3, **knobs)):
        alone = descend(*PLANE, np.random.RandomState(seed), **knobs)
        np.testing.assert_allclose(path, alone, rtol=1e-12)
        # The first step, worked out by hand.
        batch = np.random.RandomState(seed).permutation(64)[:5]
        step = 0.1 * 0.5 * plane_gradient(START, PLANE[0][batch], PLANE[1][batch])
        np.testing.assert_allclose(path[1], START - step)


def test_batch_sizes_do_what_is_stated():
    assert_stated(
        LESSON, "median of 0.005", "come to 0.0002 (b)", "on their way at 0.1", "800 epochs"
    )
    ends, curves = {}, {}
    for size in (64, 8, 1):
        runs = descents(size=size, alpha=0.1, epochs=50)
        assert runs.shape[1] == 50 * 64 // size + 1
        curves[size] = np.median([excess(p[:: 64 // size], *PLANE) for p in runs], axis=0)
        ends[size] = curves[size][-1]
    assert ends[1] == pytest.approx(0.005, abs=5e-4)
    assert ends[8] == pytest.approx(0.0002, abs=5e-5)
    assert ends[64] == pytest.approx(0.1, abs=5e-3)
    assert_stated(LESSON, "ahead for about twenty epochs")
    overtaken = np.flatnonzero(curves[8] < curves[1])[1:]
    assert 15 <= overtaken[overtaken > 5][0] <= 25
    long = {size: descents(5, size=size, alpha=0.1, epochs=800)[:, -1] for size in (64, 8)}
    assert np.median(excess(long[64], *PLANE)) < np.median(excess(long[8], *PLANE)) / 10


def test_momentum_does_what_is_stated():
    assert_stated(LESSON, "from 9.9 to 4.0", "the length is 3.8", "ends at 0.065")
    for beta, length, end in ((0, 9.9, 0.017), (0.9, 4.0, 0.013), (0.99, 3.8, 0.065)):
        runs = descents(size=2, alpha=0.1, beta=beta, epochs=5)
        lengths = np.linalg.norm(np.diff(runs, axis=1), axis=2).sum(axis=1)
        assert np.median(lengths) == pytest.approx(length, abs=0.051)
        assert np.median(excess(runs[:, -1], *PLANE)) == pytest.approx(end, abs=6e-4)
    assert_stated(LESSON, "rises from 1.8 to 35", "it rises from 1.8 to 3.5 only")
    high = np.linalg.eigvalsh(PLANE[0].T @ PLANE[0] / 64)[-1]
    for beta, limit, other in ((0, 1.8, 1.8), (0.9, 35, 3.5)):
        assert 2 * (1 + beta) / (1 - beta) / high == pytest.approx(limit, rel=0.03)
        assert 2 * (1 + beta) / high == pytest.approx(other, rel=0.03)
    ends = [excess(descents(1, size=64, alpha=2.5, beta=b, epochs=60)[0][-1:], *PLANE)[0]
            for b in (0, 0.9)]  # fmt: skip
    assert ends[0] > 1e20 and ends[1] < 0.01


@pytest.mark.long
def test_decay_does_what_is_stated():
    assert_stated(LESSON, "from 0.005 to 0.000002", "to 0.02 at 0.5", "down to 0.0003 already")
    ends = {g: excess(descents(size=1, alpha=0.1, gamma=g, epochs=50)[:, -1], *PLANE)
            for g in (0, 0.02, 0.1, 0.2, 0.3, 0.5)}  # fmt: skip
    medians = {g: np.median(values) for g, values in ends.items()}
    for gamma, median in ((0, 5e-3), (0.02, 3e-4), (0.1, 2.4e-6), (0.5, 0.023)):
        assert medians[gamma] == pytest.approx(median, rel=0.1)
    assert medians[0.1] < medians[0.2] < medians[0.3] < medians[0.5]
    widths = {g: values.max() / values.min() for g, values in ends.items()}
    assert widths[0] > widths[0.1] > widths[0.2] > widths[0.3] > widths[0.5]
    assert learning_rate(50, 1, 0.02) == pytest.approx(learning_rate(2000, 1, 0.0005), abs=0.005)
    last = {g: descents(1, size=1, alpha=0.1, gamma=g, epochs=50)[0][-640:] for g in (0, 0.1, 0.5)}
    spreads = {g: np.linalg.norm(np.ptp(path, axis=0)) for g, path in last.items()}
    assert spreads[0] > 5 * max(spreads[0.1], spreads[0.5])
    assert np.linalg.norm(last[0.5][-1] - bottom(*PLANE)) > 0.5

"""``03_gradient_checking``: the documents' figures, the given parts, and what is stated."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from conftest import ROOT, code_of, read_notebook
from lesson_kit import TEXTS, assert_stated

from exercises import ASSIGNMENTS, EXERCISES
from exercises.exercise import call
from exercises.gradient_checking.every_parameter import gradient_check_n
from exercises.gradient_checking.naming import name_the_bug
from exercises.gradient_checking.one_dimension import gradient_check_1d
from exercises.gradient_checking.vectors import (
    dictionary_to_vector,
    vector_to_dictionary,
)
from utils.deep_networks import L_model_backward, L_model_forward
from utils.faulty_gradients import EXAMPLES, PRICE, STAYING, Program, draw_multipliers, line_up
from utils.gradient_checks import complex_step_gradient, stable_cost, stacked_gradient
from utils.networks import (
    backward_propagation,
    compute_cost,
    forward_propagation,
    initialize_parameters,
    relu,
    sigmoid,
    update_parameters,
)
from utils.plots.step_sizes import common_digits, plot_digits
from utils.step_sizes import slope_errors, two_costs
from utils.testcases.gradient_checking import (
    as_numbers,
    gradient_check_n_test_case,
    name_the_bug_test_case,
    small_network,
)

ASSIGNMENT = "03_gradient_checking"
LESSON = "lesson_3_gradient_checking"
STEPS = np.logspace(-15, 0, 61)
BLOCKS = ("dW1", "db1", "dW2", "db2", "dW3", "db3")


def activation_cost(parameters, X, Y):
    """Return the cost as the documents write it."""
    return compute_cost(forward_propagation(X, parameters)[0], Y)


def right_gradients(parameters, X, Y):
    return backward_propagation(X, Y, forward_propagation(X, parameters)[1])


def difference(ours, theirs):
    """Return the relative difference over all blocks of ``theirs``."""
    g, n = (np.concatenate([np.ravel(each[key]) for key in theirs]) for each in (ours, theirs))
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n))


# --- the documents' figures


def test_one_dimension_gives_what_the_documents_print():
    assert gradient_check_1d(2, 4) == pytest.approx(2.919335883291695e-10, rel=1e-9)
    # Pure round-off: with a step that is a power of two, nothing is rounded.
    assert gradient_check_1d(2, 4, 2.0**-23) == 0


def test_the_planted_pair_gives_what_the_documents_print():
    parameters, gradients, X, Y = gradient_check_n_test_case()
    assert activation_cost(parameters, X, Y) == pytest.approx(2.407833389834357, rel=1e-13)
    assert stable_cost(parameters, X, Y) == pytest.approx(2.407833389834357, rel=1e-13)
    right = right_gradients(parameters, X, Y)
    planted = {
        0.2850931567761623: gradients,
        0.17344: {**right, "dW2": 2 * right["dW2"]},
        0.25442: {**right, "db1": 4 * right["db1"]},
    }
    for printed, checked in planted.items():
        for cost in (activation_cost, stable_cost):
            found, _ = gradient_check_n(parameters, checked, X, Y, cost=cost)
            assert found == pytest.approx(printed, rel=3e-5 if printed < 0.28 else 1e-6)


def test_the_notebook_holds_the_documents_figures_as_literals():
    code = code_of(read_notebook(ROOT / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"))
    assert "2.919335883291695e-10" in code["gradient-check-1d-check"]
    assert "0.2850931567761623" in code["gradient-check-n-check"]


def test_the_right_gradients_are_as_far_off_as_the_documents_say():
    """The last digits are the BLAS's; one digit of the first figure holds anywhere."""
    parameters, _, X, Y = gradient_check_n_test_case()
    right = right_gradients(parameters, X, Y)
    for cost, epsilon, printed, factor in (
        (activation_cost, 1e-7, 1.19e-7, 1.2),
        (stable_cost, 1e-7, 1.13e-9, 5),
        (stable_cost, 1e-5, 1e-11, 5),
    ):
        found, _ = gradient_check_n(parameters, right, X, Y, epsilon, cost)
        assert printed / factor < found < printed * factor


@pytest.fixture(scope="module")
def alarms():
    """The differences of 300 right backward passes, from the activations and from the logits."""
    found = []
    for seed in range(300):
        parameters, X, Y = small_network(seed)
        right = right_gradients(parameters, X, Y)
        found.append(
            [gradient_check_n(parameters, right, X, Y, cost=cost)[0]
             for cost in (activation_cost, stable_cost)]
        )  # fmt: skip
    return np.array(found)


@pytest.mark.long
def test_300_right_networks_raise_no_false_alarm_with_the_stable_cost(alarms):
    assert_stated(LESSON, "the cost from the activation $A^{[3]}$ made false alarms")
    assert_stated(ASSIGNMENT, "about 18 raise an alarm", "with the cost from the logits, none does")
    assert (alarms[:, 1] > 1e-7).sum() == 0
    assert 15 <= (alarms[:, 0] > 1e-7).sum() <= 21
    assert_stated(ASSIGNMENT, "Here all 300 end below 2e-8")
    assert alarms[:, 1].max() < 2e-8
    assert alarms[1, 0] > 1e-7  # the documents' own network


def test_the_given_checks_raise_no_false_alarm_either():
    for seed in range(300):
        parameters, X, Y = small_network(seed)
        right = right_gradients(parameters, X, Y)
        assert difference(right, stacked_gradient(parameters, X, Y, 1e-7)) < 1e-7
        assert difference(right, complex_step_gradient(parameters, X, Y)) < 1e-13


@pytest.fixture(scope="module")
def circles():
    """The documents' network on two circles, after 1,500 epochs; with its gradients."""
    rng = np.random.RandomState(1)
    angles = np.linspace(0, 2 * np.pi, 150, endpoint=False)
    ring = np.stack([np.cos(angles), np.sin(angles)])
    X, Y = np.hstack([ring, 0.8 * ring]), np.repeat([[0, 1]], 150, axis=1)
    order = np.arange(300)
    rng.shuffle(order)
    X, Y = X[:, order] + rng.normal(scale=0.05, size=(300, 2)).T, Y[:, order]
    parameters = initialize_parameters([2, 10, 5, 1], np.random.RandomState(1))
    AL, caches = L_model_forward(X, parameters)
    assert compute_cost(AL, Y) == pytest.approx(0.6960659020466244, rel=1e-12)
    for _ in range(1500):
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), 0.1)
        AL, caches = L_model_forward(X, parameters)
    return parameters, X, Y, L_model_backward(AL, Y, caches)


def test_the_circles_network_gives_the_documents_difference(circles):
    parameters, X, Y, grads = circles
    found = {
        epsilon: difference(grads, stacked_gradient(parameters, X, Y, epsilon))
        for epsilon in (1e-3, 1e-5, 1e-6, 1e-7, 1e-9)
    }
    assert found[1e-7] == pytest.approx(1.06e-8, rel=0.3)
    assert found[1e-3] > 0.01  # it crosses kinks
    for epsilon, printed in ((1e-5, 1e-9), (1e-6, 1e-9), (1e-9, 1e-6)):
        assert printed / 4 < found[epsilon] < 4 * printed


def test_complex_steps_are_flat_and_see_a_millionth_in_a_small_entry(circles):
    parameters, X, Y, grads = circles
    for step in (1e-8, 1e-20, 1e-100):
        assert difference(grads, complex_step_gradient(parameters, X, Y, step)) < 2e-14
    block = grads["dW1"]
    small = np.unravel_index(np.argsort(np.abs(block), axis=None)[5], block.shape)
    spoilt = {**grads, "dW1": block.copy()}
    spoilt["dW1"][small] *= 1 + 1e-6
    centred = stacked_gradient(parameters, X, Y, 1e-7)
    assert difference(spoilt, centred) < 3 * difference(grads, centred)
    exact = complex_step_gradient(parameters, X, Y)
    assert difference(spoilt, exact) > 1000 * difference(grads, exact)


# --- the given parts


@pytest.mark.parametrize("sizes", [(3, 1), (2, 4, 1), (4, 5, 3, 1), (2, 6, 3, 5, 1)])
@pytest.mark.parametrize("m", [1, 5, 400])
def test_the_given_checks_agree_with_a_loop_and_with_each_other(sizes, m):
    rng = np.random.RandomState(len(sizes) + m)
    parameters = {name: values + 0.1 * rng.standard_normal(values.shape)
                  for name, values in initialize_parameters(sizes, rng).items()}  # fmt: skip
    X, Y = rng.standard_normal((sizes[0], m)), rng.randint(0, 2, (1, m))
    AL, caches = L_model_forward(X, parameters)
    backward = L_model_backward(AL, Y, caches)
    stacked, exact = (f(parameters, X, Y) for f in (stacked_gradient, complex_step_gradient))
    assert list(stacked) == list(exact) == [f"d{name}" for name in parameters]
    for name, values in parameters.items():
        assert stacked[f"d{name}"].shape == exact[f"d{name}"].shape == values.shape
        np.testing.assert_allclose(exact[f"d{name}"], backward[f"d{name}"], rtol=1e-9, atol=1e-15)
        index = tuple(rng.randint(0, n) for n in values.shape)
        costs = []
        for side in (1e-5, -1e-5):
            moved = values.copy()
            moved[index] += side
            _, pass_ = L_model_forward(X, {**parameters, name: moved})
            Z = pass_[-1][1]
            costs.append(np.mean(np.logaddexp(0, Z) - Y * Z))
        loop = (costs[0] - costs[1]) / 2e-5
        assert stacked[f"d{name}"][index] == pytest.approx(loop, abs=1e-10)


@pytest.mark.parametrize("function", [stacked_gradient, complex_step_gradient])
def test_the_given_checks_say_what_is_wrong(function):
    parameters, X, Y = small_network(1)
    with pytest.raises(ValueError, match="a step must be a positive number; got 0"):
        function(parameters, X, Y, 0)
    with pytest.raises(ValueError, match=r"labels have shape \(1, 2\)"):
        function(parameters, X, Y[:, :2])
    with pytest.raises(ValueError, match="labels must be 0 or 1"):
        function(parameters, X, Y + 1)
    with pytest.raises(KeyError, match="lacks b2"):
        function({name: v for name, v in parameters.items() if name != "b2"}, X, Y)


def test_the_given_checks_change_nothing():
    parameters, X, Y = small_network(2)
    before = {name: values.copy() for name, values in parameters.items()}
    stacked_gradient(parameters, X, Y)
    complex_step_gradient(parameters, X, Y)
    for name, values in before.items():
        np.testing.assert_array_equal(parameters[name], values)


def backward_by_hand(X, Y, parameters, multipliers, price, mistake=""):
    """Compute the gradients as a program with one mistake in its text would."""
    (W1, b1, W2, b2, W3, b3), (M1, M2), m = parameters.values(), multipliers, X.shape[1]
    A1 = relu(W1 @ X + b1) * M1
    A2 = relu(W2 @ A1 + b2) * M2
    dZ3 = sigmoid(W3 @ A2 + b3) - Y
    scales = [(M > 0) * 1.0 if mistake == "scale" else M for M in multipliers]
    dZ2 = W3.T @ dZ3 * scales[1] * (1 if mistake == "gate" else W2 @ A1 + b2 > 0)
    dZ1 = W2.T @ dZ2 * scales[0] * (W1 @ X + b1 > 0)
    return {
        "dW1": dZ1 @ X.T / m + (0 if mistake == "price" else 2 * price * W1),
        "db1": dZ1.sum(axis=1, keepdims=True) / m,
        "dW2": (2 if mistake == "double" else 1) * (dZ2 @ A1.T / m + 2 * price * W2),
        "db2": np.full(b2.shape, dZ2.sum() / m) if mistake == "all"
        else dZ2.sum(axis=1, keepdims=True) / m,
        "dW3": dZ3 @ A2.T / m + 2 * price * W3,
        "db3": dZ3.sum(axis=1, keepdims=True) / (1 if mistake == "m" else m),
    }  # fmt: skip


MISTAKES = {"a": "gate", "b": "m", "c": "scale", "d": "double", "e": "all", "f": "price"}
SUSPECTS = {"a": {"dW2", "db2"}, "b": {"db3"}, "c": {"dW2", "db2"}, "d": {"dW2"},
            "e": {"db2"}, "f": {"dW1"}}  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_programs_answer_as_backward_passes_with_these_mistakes(seed):
    X, Y, parameters, programs = line_up(np.random.RandomState(seed))
    assert list(programs) == list(MISTAKES)
    for letter, program in programs.items():
        arguments = (X, Y, parameters, program.multipliers, program.price)
        for found, mistake in ((program.backward, MISTAKES[letter]), (program.truth, "")):
            wanted = backward_by_hand(*arguments, mistake)
            got = found(parameters, X, Y)
            for name in BLOCKS:
                np.testing.assert_allclose(got[name], wanted[name], rtol=1e-9, atol=1e-14)


def test_every_planted_mistake_is_caught_and_every_right_pass_acquitted():
    """On many networks, with the slopes of the exercise's own loop."""
    for seed in range(20):
        X, Y, parameters, programs = line_up(np.random.RandomState(seed))
        for letter, program in programs.items():
            gradients = program.backward(parameters, X, Y)
            found, numerical = gradient_check_n(parameters, gradients, X, Y, 1e-6, program.cost)
            assert found > 1e-3
            suspects, _ = name_the_bug(gradients, numerical)
            assert set(suspects) == SUSPECTS[letter], (seed, letter)
            honest = Program(program.multipliers, program.price).backward(parameters, X, Y)
            suspects, _ = name_the_bug(honest, numerical)
            assert suspects == []
            assert difference(honest, numerical) < 1e-7


def test_the_programs_traces_are_as_read_aloud():
    assert_stated(
        ASSIGNMENT,
        "a factor, 7 and 2",
        "0.33 stands for 2 (or ½), 0.75 for 7 (or 1/7), 0.25 for 0.6",
        "with exactly the errors 0.25 and 0.35",
        "is 0.60, as in c, but the error is 0.61 and not 0.25",
        "a factor of 0.60 in layer 2 and of 0.48 = 0.8 · 0.6 in layer 1",
        "with `keep_prob` 0.8 and 0.6",
        "-0.1 times `W1`",
        "λ/m = 0.1",
    )
    assert STAYING == (0.8, 0.6) and EXAMPLES == 7 and pytest.approx(0.1) == 2 * PRICE
    X, Y, parameters, programs = line_up(np.random.RandomState(3))
    reports = {
        letter: name_the_bug(program.backward(parameters, X, Y), program.truth(parameters, X, Y))[1]
        for letter, program in programs.items()
    }
    assert reports["b"]["db3"] == pytest.approx((0.75, 7))
    assert reports["d"]["dW2"] == pytest.approx((1 / 3, 2))
    assert (
        reports["c"]["dW2"][0] == pytest.approx(0.25) and round(reports["c"]["dW1"][0], 2) == 0.35
    )
    assert reports["e"]["db2"] == pytest.approx((0.61, 0.60), abs=0.005)
    for name, factor in (("dW1", 0.48), ("db1", 0.48), ("dW2", 0.6), ("db2", 0.6)):
        assert reports["c"][name] == pytest.approx(((1 - factor) / (1 + factor), factor))
    program = programs["f"]
    left = program.backward(parameters, X, Y)["dW1"] - program.truth(parameters, X, Y)["dW1"]
    np.testing.assert_allclose(left, -0.1 * parameters["W1"], rtol=1e-9)
    # Programs without one factor: something is left of the block after the best fit.
    for letter, name in (("a", "dW2"), ("e", "db2"), ("f", "dW1")):
        gradients, truth = (f(parameters, X, Y) for f in
                            (programs[letter].backward, programs[letter].truth))  # fmt: skip
        rest = gradients[name] - reports[letter][name][1] * truth[name]
        assert np.linalg.norm(rest) > 0.1 * np.linalg.norm(gradients[name])


@pytest.mark.parametrize("k", [0.25, 0.6, 1.03, 2.0, 4.0, 7.0])
def test_the_error_of_a_factor_names_it(k):
    assert_stated(ASSIGNMENT, "its error is $|k - 1| / (k + 1)$", "One factor of 1.03")
    block = np.random.default_rng(0).standard_normal((3, 4))
    _, report = name_the_bug({"dW1": k * block}, {"dW1": block})
    assert report["dW1"] == pytest.approx((abs(k - 1) / (k + 1), k))
    assert report["dW1"][0] > 1e-2


def test_the_line_up_keeps_away_from_kinks():
    for seed in range(20):
        X, Y, parameters, programs = line_up(np.random.RandomState(seed))
        first = parameters["W1"] @ X + parameters["b1"]
        A1 = relu(first) * programs["a"].multipliers[0]
        second = parameters["W2"] @ A1 + parameters["b2"]
        assert min(np.abs(first).min(), np.abs(second).min()) > 0.01
        assert set(np.unique(Y)) == {0, 1}


def test_programs_say_what_is_wrong():
    X, Y, parameters, programs = line_up(np.random.RandomState(0))
    with pytest.raises(ValueError, match="X must be"):
        programs["a"].cost(parameters, X.T, Y)
    with pytest.raises(KeyError, match="lacks W3"):
        programs["a"].backward({k: v for k, v in parameters.items() if k != "W3"}, X, Y)


def test_multipliers_keep_the_mean():
    first, second = draw_multipliers(np.random.default_rng(0), (200, 200), 300)
    assert set(np.unique(first)) == {0, 1.25}
    for multiplier in (first, second):
        assert multiplier.mean() == pytest.approx(1, abs=0.02)


def test_dropout_is_checked_with_fixed_masks_and_fails_with_fresh_ones():
    assert_stated(
        ASSIGNMENT,
        "the relative difference is 1",
        "if all costs and the backward pass use the same masks",
    )
    rng = np.random.RandomState(1)
    for _ in range(20):
        X, Y, parameters, _ = line_up(rng)
        held = Program(draw_multipliers(rng))
        gradients = held.backward(parameters, X, Y)
        fixed, _ = gradient_check_n(parameters, gradients, X, Y, cost=held.cost)
        fresh, _ = gradient_check_n(
            parameters, gradients, X, Y,
            cost=lambda p, x, y: Program(draw_multipliers(rng)).cost(p, x, y),
        )  # fmt: skip
        assert fixed < 1e-7 and fresh > 0.999


@pytest.mark.parametrize(
    ("suspects", "report", "words"),
    [
        ("dW1", {"dW1": (0, 1)}, "expected a list of names, got str"),
        (["dW9"], {"dW1": (0, 1)}, "dW9 is no block of the report"),
        ([], {"dW1": 0.5}, "expected a pair, error and factor"),
        ([], {"dW1": ("x", 1)}, "expected two plain numbers"),
        ([], [1, 2], "expected a dictionary, got list"),
    ],
)
def test_reports_of_another_form_are_told(suspects, report, words):
    with pytest.raises(TypeError, match=words):
        as_numbers(suspects, report)


def test_reports_become_numbers():
    found = as_numbers(["dW1"], {"dW1": (0.5, 2), "db1": (None, None)})
    np.testing.assert_array_equal(found["suspects"], [1, 0])
    np.testing.assert_array_equal(found["dW1"], [0.5, 2])
    assert found["db1"] is None and as_numbers(None, None) == {"suspects": None}


def test_the_hand_made_case_is_as_the_documents_residuals():
    _, report = name_the_bug(*name_the_bug_test_case())
    assert report["dW2"] == pytest.approx((1 / 3, 2)) and report["db2"] == pytest.approx((0.6, 4))


# --- what the notebook states


def test_vectors_and_dictionaries_undo_each_other():
    for seed in range(5):
        case = EXERCISES["vector-to-dictionary"].inputs(np.random.default_rng(seed))
        blocks = vector_to_dictionary(**case)
        np.testing.assert_array_equal(dictionary_to_vector(blocks), case["theta"])


def test_the_numbers_of_the_first_exercises():
    assert_stated(
        ASSIGNMENT,
        "20 + 5 + 15 + 3 + 3 + 1 = 47", "an activation $a$ is 0.99887",
        "have the slopes 3.16 and 4.36; with ε = 0.1 the slopes are 3.01 and 3.31",
    )  # fmt: skip
    for e, centred, ahead in ((0.4, 3.16, 4.36), (0.1, 3.01, 3.31)):
        assert ((1 + e) ** 3 - (1 - e) ** 3) / (2 * e) == pytest.approx(centred)
        assert ((1 + e) ** 3 - 1) / e == pytest.approx(ahead)
    parameters, X, _ = small_network(1)
    assert [values.size for values in parameters.values()] == [20, 5, 15, 3, 3, 1]
    A3, _ = forward_propagation(X, parameters)
    assert np.round(A3.max(), 5) == 0.99887


def test_the_cost_from_the_activation_loses_three_digits():
    assert_stated(ASSIGNMENT, "three of the 16 digits", "known to 13 digits only")
    parameters, X, _ = small_network(1)
    Z = forward_propagation(X, parameters)[1][8].max()
    lost = abs((1 - sigmoid(Z)) / sigmoid(-Z) - 1)
    assert 1e-15 < lost < 1e-12


def test_right_derivatives_fail_only_near_the_kink():
    places = np.linspace(-0.3, 0.3, 601)
    found = np.array(
        [gradient_check_1d(1, t, 0.1, lambda x, t: max(0.0, t), lambda x, t: float(t > 0))
         for t in places]
    )  # fmt: skip
    assert (found[np.abs(places) > 0.1001] < 1e-10).all()
    assert (found[(places > -0.099) & (places < 0.09)] > 0.01).all()


def test_hidden_tests_are_more_than_the_printed_example():
    """A function that knows the visible inputs alone earns the visible points alone."""
    for exercise in ASSIGNMENTS[ASSIGNMENT]:
        shown = exercise.outputs(call(exercise.reference, exercise.visible()))
        for seed in range(3):
            fresh = exercise.outputs(
                call(exercise.reference, exercise.inputs(np.random.default_rng(seed)))
            )
            assert shown.keys() != fresh.keys() or any(
                np.shape(shown[name]) != np.shape(fresh[name])
                or not np.allclose(shown[name], fresh[name])
                for name in shown
            )


# --- what the lesson states


def at(errors, step):
    """Return the median error at a step."""
    return np.median(errors, axis=0)[np.argmin(np.abs(np.log10(STEPS / step)))]


@pytest.fixture(scope="module")
def centred():
    return slope_errors(STEPS)


def test_the_centred_error_is_a_u(centred):
    assert_stated(
        LESSON,
        "near ε = 5e-6, with an error of about 1e-11",
        "some thirty times larger",
        "only one digit of the slope is right",
    )
    median = np.median(centred, axis=0)
    assert 2e-6 < STEPS[median.argmin()] < 2e-5 and 4e-12 < median.min() < 3e-11
    assert 10 < at(centred, 1e-7) / median.min() < 90 and at(centred, 1e-7) < 1e-8
    assert 0.01 < at(centred, 1e-15) < 0.3
    for step in (1e-4, 1e-3):
        assert at(centred, 10 * step) / at(centred, step) == pytest.approx(100, rel=0.1)
    for step in (1e-14, 1e-12, 1e-10, 1e-8):
        assert 3 < at(centred, step / 10) / at(centred, step) < 30


def test_one_sided_and_complex_steps_are_as_stated(centred):
    assert_stated(
        LESSON,
        "near ε = 1e-8, at an error of 1e-8",
        "leaves only a factor of ten",
        "about a thousand times better",
        "from 1e-8 down to 1e-15 it gives all the digits there are",
    )
    one_sided = slope_errors(STEPS, "one-sided")
    median = np.median(one_sided, axis=0)
    assert 4e-9 < STEPS[median.argmin()] < 1e-7 and 4e-9 < median.min() < 3e-8
    assert 300 < median.min() / np.median(centred, axis=0).min() < 3000
    assert at(one_sided, 1e-3) / at(one_sided, 1e-4) == pytest.approx(10, rel=0.1)
    imaginary = slope_errors(STEPS, "complex")
    assert np.median(imaginary, axis=0)[STEPS <= 1e-8].max() < 2e-15
    assert at(imaginary, 1e-3) / at(imaginary, 1e-4) == pytest.approx(100, rel=0.1)


def test_single_precision_is_as_stated(centred):
    assert_stated(
        LESSON, "The best error is near 1e-5, at ε = 5e-3", "off by a quarter", "No ε comes near"
    )
    single = slope_errors(STEPS, dtype=np.float32)
    median = np.median(single, axis=0)
    assert 1e-3 < STEPS[median.argmin()] < 2e-2 and 3e-6 < median.min() < 3e-5
    assert median.min() > 10 * 1e-7
    assert 0.1 < at(single, 1e-7) < 0.6 and at(single, 1e-8) > 0.9
    assert at(single, 0.1) == pytest.approx(at(centred, 0.1), rel=0.05)
    assert np.float32(1) + np.float32(1e-8) == 1


def test_confident_networks_and_many_examples_are_as_stated(centred):
    assert_stated(
        LESSON,
        "not one of the 30 raises an alarm, from the activation about half",
        "from 16 alarms at 1e-8 to 10 at 1e-4, and a smaller one harms",
        "ten times as high as that for 3",
        "has 2,400 places",
    )
    place = np.argmin(np.abs(np.log10(STEPS / 1e-7)))
    logits = slope_errors(STEPS, weights=2)
    activation = slope_errors(STEPS, weights=2, from_logits=False)
    assert (logits[:, place] > 1e-7).sum() == 0
    assert 11 <= (activation[:, place] > 1e-7).sum() <= 19
    assert (activation.min(axis=1) > 0.5).sum() >= 3  # no step gives a slope
    exponents = np.arange(-9, -3)
    places = [np.argmin(np.abs(np.log10(STEPS) - exponent)) for exponent in exponents]
    alarms = (activation[:, places] > 1e-7).sum(axis=0)
    assert (np.diff(alarms) <= 1).all() and alarms[0] > alarms[1] > alarms[-1]
    np.testing.assert_allclose(alarms[[1, -1]], [16, 10], atol=2)
    many = slope_errors(STEPS, examples=300)
    assert 5 < at(many, 1e-2) / at(centred, 1e-2) < 30
    assert at(many, 1e-4) == pytest.approx(at(centred, 1e-4), rel=0.5)


def test_small_entries_hide_a_millionth_as_stated():
    assert_stated(
        LESSON, "Below 1e-3 the noise reaches a millionth", "seven factors of ten and more"
    )
    noise, exact, sizes = [], [], []
    for seed in range(30):
        parameters, X, Y = small_network(seed)
        right = right_gradients(parameters, X, Y)
        slopes = [f(parameters, X, Y, step) for f, step in
                  ((stacked_gradient, 1e-7), (complex_step_gradient, 1e-20))]  # fmt: skip
        g, n, c = (
            np.concatenate([each[f"d{name}"].ravel() for name in parameters])
            for each in (right, *slopes)
        )
        alive = g != 0
        sizes.append(np.abs(g[alive]))
        noise.append(np.abs(n - g)[alive] / sizes[-1])
        exact.append(np.abs(c - g)[alive] / sizes[-1])
    sizes, noise, exact = map(np.concatenate, (sizes, noise, exact))
    assert np.median(noise[sizes < 1e-3]) > 3e-7 and np.median(noise[sizes > 0.1]) < 1e-8
    assert exact.max() < 1e-6 / 1e6 and np.quantile(exact, 0.99) < 1e-13


def test_the_lesson_holds_no_solution():
    text = (TEXTS / f"{LESSON}.py").read_text(encoding="utf-8")
    for answer in ("2 * epsilon", "linalg.norm", "reshape(-1, 1)", "vdot"):
        assert answer not in text


@pytest.mark.parametrize("seed", [0, 3])
def test_two_costs_are_those_of_the_centred_step(seed):
    above, below, slope = two_costs(1e-5, seed)
    expected = slope_errors([1e-5], networks=seed + 1)[seed, 0]
    assert abs((above - below) / 2e-5 / slope - 1) == pytest.approx(expected, rel=1e-3)
    assert above > below


def test_the_digits_that_cancel_are_told():
    assert common_digits("4.0409", "4.0408") == 5
    assert common_digits("4.0", "3.0") == 0
    assert common_digits("4.0", "4.0") == 3
    ax = plot_digits(1.25, 1.125, 0.1, 0.625, plt.figure(figsize=(4, 2)).gca())
    rows = {}
    for text in ax.texts:
        rows.setdefault(text.get_position()[1], []).append(text)
    lines = ["".join(text.get_text() for text in row) for row in rows.values()]
    assert lines[0] == "J(θ + ε)1.2500000000000000" and lines[3] == "exact0.6250000000000000"
    grey = [text.get_text() for text in ax.texts if text.get_color() == "#767676"]
    assert "".join(grey) == "1." * 2
    plt.close("all")


def test_step_sizes_say_what_is_wrong():
    with pytest.raises(ValueError, match="method must be one of one-sided, centred, complex"):
        slope_errors([1e-5], "backward")
    for options in ({"dtype": np.float32}, {"from_logits": False}):
        with pytest.raises(ValueError, match="complex steps go with double precision"):
            slope_errors([1e-5], "complex", **options)

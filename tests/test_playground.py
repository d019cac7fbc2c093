"""The playground trains with the reader's own functions, and says what stops it."""

import gc
import json
import re
from pathlib import Path
from types import SimpleNamespace

import IPython.display
import numpy as np
import pytest

import utils.playground as package
from exercises import ASSIGNMENTS, EXERCISES
from utils import answers, minibatch_networks
from utils.check import CheckFailed, check
from utils.data import load_cat_dataset, make_field
from utils.deep_networks import L_model_backward, L_model_forward
from utils.networks import (
    backward_propagation,
    forward_propagation,
    initialize_parameters,
    update_parameters,
)
from utils.picture_training import columns, small
from utils.playground import Training, mistaken_pictures, playground
from utils.playground import training as training_module
from utils.playground.frames import GRID, frame
from utils.playground.locks import NUMBERS, TOPICS, Stopped, locks
from utils.playground.minibatches import MinibatchTraining
from utils.playground.mistaken_pictures import PictureTraining
from utils.playground.settings import LIMITS, SHAPES, Settings
from utils.playground.starts import STARTS, start_locks
from utils.playground.training import HISTORY
from utils.playground.widget import Playground


@pytest.fixture(autouse=True)
def nothing_solved(monkeypatch):
    monkeypatch.setattr(answers, "right", {})
    monkeypatch.setattr(answers, "wrong", {})


@pytest.fixture
def solved():
    """Solve all four exercises."""
    for exercise in NUMBERS:
        answers.right[exercise] = (EXERCISES[exercise].reference,)


def guess(Y, guess):
    return np.mean(guess == Y)


def test_a_check_keeps_what_passed_and_what_failed():
    def all_right(Y, guess):
        return 1.0

    def asked(function):
        Y = np.array([[1, 1, 0, 1, 0]])
        check("constant-guess", function, lambda f: {"always 0": f(Y, 0)}, {"always 0": 0.4})

    with pytest.raises(CheckFailed):
        asked(all_right)
    asked(guess)
    assert answers.right == {"constant-guess": (guess,)}
    assert answers.wrong == {"constant-guess": (all_right,)}


def test_what_stands_for_a_function_elsewhere_is_not_kept():
    answers.remember("l2-cost", (SimpleNamespace(),), passed=True)
    assert not answers.right


def test_exercises_have_the_numbers_of_their_headings():
    numbers = {
        exercise.id: f"{int(assignment[:2])}.{place}"
        for assignment, exercises in ASSIGNMENTS.items()
        for place, exercise in enumerate(exercises, start=1)
    }
    assert {name: numbers[name] for name in NUMBERS} == NUMBERS


def test_the_page_offers_what_python_takes():
    script = (Path(package.__file__).parent / "playground.js").read_text(encoding="utf-8")
    lists = dict(re.findall(r"const (LAMBDAS|RATES) = (\[.*\]);", script))
    offered = re.findall(r'{ name: "(\w+)", label: ".*", values: (.+) }', script)
    offered += re.findall(r'{ name: "(\w+)", label: ".*", low: (.+), high: (.+), step', script)
    choices = dict(re.findall(r'{ name: "(\w+)", label: ".*", options: (.+) }', script))
    options = {name: [value for value, _ in json.loads(text)] for name, text in choices.items()}
    assert (options["shape"], options["start"]) == ([*SHAPES], [*STARTS])
    for name, *ends in (*offered, ("spread", json.dumps(options["spread"]))):
        text = f"[{', '.join(ends)}]" if len(ends) == 2 else lists.get(ends[0], ends[0])
        low, high = LIMITS[name]
        assert all(low <= value <= high for value in json.loads(text)), name
    known = {name for name, *_ in offered} | options.keys()
    assert {name for topic in TOPICS.values() for name in topic.shown} == known


def test_a_slider_opens_when_its_exercises_are_solved():
    training = Training()
    assert locks(False) == {
        "lambd": "opens with exercises 2.1 and 2.2",
        "keep_prob": "opens with exercises 2.3 and 2.4",
    }
    with pytest.raises(Stopped, match=r"lambd opens with exercises 2\.1 and 2\.2"):
        training.turn("lambd", 0.7)
    answers.right["l2-cost"] = (EXERCISES["l2-cost"].reference,)
    assert locks(False)["lambd"] == "opens with exercise 2.2"
    answers.right["l2-backward"] = (EXERCISES["l2-backward"].reference,)
    training.turn("lambd", 0.7)
    assert training.settings.lambd == 0.7
    training.turn("keep_prob", 1)  # that is off


@pytest.mark.parametrize("lambd", [0.0, 0.7])
@pytest.mark.parametrize("keep_prob", [1.0, 0.8])
def test_it_trains_as_the_notebook_does(solved, lambd, keep_prob):
    training = Training()
    training.turn("lambd", lambd)
    training.turn("keep_prob", keep_prob)
    training.advance(steps=30)
    X, Y, _, _ = make_field()
    parameters, rng = initialize_parameters([2, 20, 3, 1], np.random.RandomState(3)), None
    rng = np.random.RandomState(1)
    for _ in range(30):
        if keep_prob < 1:
            _, cache = EXERCISES["dropout-forward"].reference(X, parameters, keep_prob, rng)
            grads = EXERCISES["dropout-backward"].reference(X, Y, cache, keep_prob)
        else:
            grads = backward_propagation(X, Y, forward_propagation(X, parameters)[1])
        for layer in "123":
            grads[f"dW{layer}"] = grads[f"dW{layer}"] + lambd / Y.size * parameters[f"W{layer}"]
        parameters = update_parameters(parameters, grads, 0.3)
    for name, values in parameters.items():
        np.testing.assert_allclose(training.parameters[name], values, atol=1e-10)


def test_a_mistake_of_ones_own_can_be_looked_at(solved):
    def halved(*arguments):
        grads = EXERCISES["l2-backward"].reference(*arguments)
        return {name: values / 2 for name, values in grads.items()}

    answers.wrong["l2-backward"] = (halved,)
    ends = []
    for mistaken in (False, True):
        training = Training()
        training.turn("lambd", 3)
        training.mistake(mistaken)
        training.advance(steps=50)
        assert frame(training)[0]["mistakes"] == ["2.2"]
        ends.append(training.history[-1][1])
    assert ends[1] > ends[0] + 0.01


def test_a_mistake_opens_a_slider_as_long_as_it_is_wanted():
    answers.right["l2-cost"] = (EXERCISES["l2-cost"].reference,)
    answers.wrong["l2-backward"] = (EXERCISES["l2-backward"].reference,)
    training = Training()
    training.mistake(True)
    training.turn("lambd", 3)
    assert frame(training)[0]["words"].startswith("Step 0, with my mistake: cost 0.")
    training.mistake(False)
    assert training.settings.lambd == 0


def nothing_finite(a, target, w, b, vw, vb, *knobs):
    return {layer: np.nan * values for layer, values in w.items()}, b, vw, vb


def raising(*arguments):
    raise ZeroDivisionError("division by zero\nand more")


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda *a: None, r"exercise 2\.2\) are no dictionary but NoneType"),
        (lambda *a: {}, r"exercise 2\.2\): dW1 has shape None, and W1 has \(20, 2\)"),
        (raising, r"^Your raising \(exercise 2\.2\): ZeroDivisionError: division by zero$"),
        (
            lambda *a: {f"d{n}{i}": np.ones(1) for n in "Wb" for i in "123"},
            r"dW1 has shape \(1,\), and W1 has \(20, 2\)",
        ),
        (
            lambda X, Y, cache, lambd: {
                name: values * np.nan for name, values in backward_propagation(X, Y, cache).items()
            },
            r"exercise 2\.2\): dW1 is not finite, it holds nan or infinity",
        ),
    ],
)
def test_a_function_that_fails_stops_the_training_with_its_message(solved, function, words):
    training = Training()
    training.turn("lambd", 0.7)
    answers.right["l2-backward"] = (function,)
    with pytest.raises(Stopped, match=words):
        training.advance(steps=2)
    message, _ = frame(training)
    assert message["iteration"] == 0 and "nan" not in message["words"]


def test_weights_that_grow_beyond_all_numbers_are_not_taken_over(solved):
    training = Training()
    training.turn("lambd", 0.7)
    large = {name: 1e200 * values for name, values in training.parameters.items()}
    training.parameters = large
    with pytest.raises(Stopped, match="grown beyond all numbers: try a smaller learning rate"):
        training.advance(steps=1)
    assert training.parameters is large


@pytest.mark.parametrize(
    "found", [None, np.ones(2), float("nan"), {}, "0.5", 1 + 2j, [[1], [1, 2]], raising]
)
def test_a_cost_that_fails_is_a_complaint_in_the_frame(solved, found):
    training = Training()
    training.turn("lambd", 0.7)
    answers.right["l2-cost"] = (found if found is raising else lambda *a: found,)
    message, _ = frame(training)
    assert "exercise 2.1" in message["complaint"] and message["words"] == ""


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("rate", -1, "rate can be from 0.001 to 3; not -1"),
        ("rate", float("nan"), "rate can be"),
        ("width", "many", "width can be from 1 to 20; not 'many'"),
        ("shape", "moons", "can be field, rings, bar and clouds; not 'moons'"),
        ("speed", 1, "no setting 'speed'"),
    ],
)
def test_bad_settings_are_named(name, value, words):
    with pytest.raises(Stopped, match=words):
        Training().turn(name, value)


@pytest.mark.parametrize("shape", ["field", "rings", "bar and clouds"])
def test_data_and_points_of_ones_own(shape):
    training = Training()
    for name, value in (("shape", shape), ("size", 57), ("noise", 0.3), ("width", 1)):
        training.turn(name, value)
    count = training.X.shape[1]
    assert count == (56 if shape == "bar and clouds" else 57)
    training.add_point(0.1, 0.2, 1)
    training.add_fluke()
    training.advance(steps=5)
    message, (shades, points, weights, masks, history) = frame(training)
    assert message["added"] == 2 and message["layers"] == [2, 1, 3, 1]
    sizes = [len(part) for part in (shades, points, weights, masks, history)]
    assert sizes == [4 * GRID**2, 12 * (count + 2), 4 * 8, 4, 12 * len(training.history)]
    with pytest.raises(Stopped, match="finite coordinates"):
        training.add_point(float("inf"), 0, 1)


def test_curves_stay_short_however_long_it_trains():
    training = Training()
    for _ in range(3 * HISTORY):
        training.advance(steps=1)
    assert len(training.history) <= HISTORY
    iterations = [point[0] for point in training.history]
    assert iterations[0] == 0 and iterations[-1] == 3 * HISTORY
    assert iterations == sorted(iterations)


def test_a_picture_asks_the_network_less_than_fifty_steps_do(monkeypatch):
    points = []

    def counted(X, parameters):
        points.append(X.shape[1])
        return forward_propagation(X, parameters)

    monkeypatch.setattr(training_module, "forward_propagation", counted)
    training = Training()
    points.clear()
    training.advance(steps=50)
    stepped = sum(points)
    points.clear()
    frame(training)
    assert 0 < sum(points) < stepped


def test_two_hundred_restarts_leave_nothing_behind(monkeypatch):
    widget = Playground(Training())
    sent = []
    monkeypatch.setattr(widget, "send", lambda message, buffers: sent.append(message["iteration"]))

    def play(times):
        for _ in range(times):
            widget._asked(widget, {"do": [{"what": "restart"}], "advance": True, "steps": 1}, [])
        gc.collect()
        return len(gc.get_objects())

    before = play(20)
    assert play(200) - before < 50
    assert sent == [1] * 220  # one answer to each question
    widget.close()


def test_a_page_that_is_gone_closes_its_widget():
    widget = Playground(Training())
    assert widget.comm is not None
    widget._asked(widget, {"gone": True}, [])
    assert widget.comm is None


def test_what_stops_the_training_reaches_the_page(monkeypatch):
    widget = Playground(Training())
    sent = []
    monkeypatch.setattr(widget, "send", lambda message, buffers: sent.append(message))
    turn = {"what": "turn", "name": "lambd", "value": 3}
    widget._asked(widget, {"do": [turn], "advance": True}, [])
    assert sent[0]["complaint"] == "lambd opens with exercises 2.1 and 2.2."
    assert sent[0]["iteration"] == 0 and sent[0]["settings"]["lambd"] == 0
    widget.close()


@pytest.mark.parametrize("live", [False, True])
def test_a_picture_stands_where_nothing_moves(live, monkeypatch):
    shown = []

    def display(content, display_id=False):
        shown.append(content)
        return SimpleNamespace(update=lambda new: shown.__setitem__(-1, new))

    monkeypatch.setattr(IPython.display, "display", display)
    monkeypatch.setattr(package, "is_live", lambda: live)
    playground()
    still = shown[-1].data
    assert 'class="playground-still"' in still and "data:image/png;base64," in still
    if live:
        widget, _ = shown
        monkeypatch.setattr(widget, "send", lambda message, buffers: None)
        widget._asked(widget, {"advance": True, "steps": 7, "rest": True}, [])
        assert "Step 7:" in shown[-1].data
        widget.close()
    else:
        assert len(shown) == 1 and "Step 1,500:" in still


def test_what_stops_a_training_that_nobody_watches_is_printed(monkeypatch, capsys):
    monkeypatch.setattr(IPython.display, "display", lambda *shown, **how: None)
    monkeypatch.setattr(package, "is_live", lambda: False)
    answers.right["backward-reg"] = (raising,)
    playground("mini-batches")
    said = "Your raising (exercise 4.3): ZeroDivisionError: division by zero\n"
    assert capsys.readouterr().out == said


# --- first weights


@pytest.fixture
def about_starts():
    return Training(Settings(**TOPICS["initialization"].settings), TOPICS["initialization"])


def test_a_start_opens_when_its_exercise_is_solved(about_starts):
    assert start_locks(False)["He"] == "opens with exercise 1.4"
    with pytest.raises(Stopped, match=r"^He opens with exercise 1\.4\.$"):
        about_starts.turn("start", "He")
    with pytest.raises(
        Stopped, match="Weights can start as 1/√n, zeros, times 10, He; not 'Xavier'"
    ):
        about_starts.turn("start", "Xavier")
    assert about_starts.settings.start == "1/√n"


@pytest.mark.parametrize("start", ["zeros", "times 10", "He"])
def test_the_readers_own_start_is_where_training_begins(solved, about_starts, start):
    about_starts.turn("start", start)
    reference = EXERCISES[STARTS[start]].reference
    given = () if start == "zeros" else (np.random.RandomState(3),)
    for name, values in reference([2, 10, 3, 1], *given).items():
        np.testing.assert_array_equal(about_starts.parameters[name], values)
    about_starts.advance(steps=20)
    moved = np.abs(about_starts.parameters["W1"] - reference([2, 10, 3, 1], *given)["W1"]).max()
    # From zeros nothing ever moves in the first layer.
    assert (moved == 0) == (start == "zeros")
    message, _ = frame(about_starts)
    assert message["shown"][0] == "start" and message["startLocks"] == {}


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (
            lambda dims: None,
            r"^Your first weights \(exercise 1\.1\) are no dictionary",
        ),
        (lambda dims: {}, r"W1 has shape None, and should have \(10, 2\)"),
        (lambda dims: {"W1": np.full((10, 2), "a")}, "W1 is not made of numbers"),
        (lambda dims, rng: {}, r"\(exercise 1\.1\): TypeError"),
    ],
)
def test_a_start_that_fails_leaves_the_training_as_it_was(about_starts, function, words):
    answers.right["init-zeros"] = (function,)
    about_starts.advance(steps=3)
    with pytest.raises(Stopped, match=words):
        about_starts.turn("start", "zeros")
    assert about_starts.settings.start == "1/√n" and about_starts.iteration == 3
    about_starts.advance(steps=1)
    answers.right["init-zeros"] = (lambda dims: EXERCISES["init-zeros"].reference(dims),)
    answers.wrong["init-zeros"] = (function,)
    about_starts.turn("start", "zeros")
    count = about_starts.X.shape[1]
    with pytest.raises(Stopped, match=words):
        about_starts.mistake(True)
    assert not about_starts.mistaken and about_starts.settings.start == "zeros"
    answers.right["init-zeros"] = (function,)
    with pytest.raises(Stopped, match=words):
        about_starts.turn("size", count - 50)
    assert about_starts.X.shape == (2, count) and about_starts.settings.size == count


def test_a_mistaken_start_is_used_as_long_as_it_is_wanted(about_starts):
    def ones(dims):
        return {
            name: values + 1 for name, values in EXERCISES["init-zeros"].reference(dims).items()
        }

    answers.wrong["init-zeros"] = (ones,)
    assert frame(about_starts)[0]["mistakes"] == ["1.1"]
    about_starts.mistake(True)
    about_starts.turn("start", "zeros")
    assert (about_starts.parameters["W1"] == 1).all()
    about_starts.mistake(False)
    assert about_starts.settings.start == "1/√n" and about_starts.parameters["W1"].std() > 0


# --- mini-batches


@pytest.fixture
def in_batches():
    return MinibatchTraining(Settings(**TOPICS["mini-batches"].settings), TOPICS["mini-batches"])


def test_momentum_opens_with_its_exercise_and_masks_with_three(in_batches):
    message, _ = frame(in_batches)
    assert message["locks"] == {
        "beta": "opens with exercise 4.3",
        "lam": "opens with exercise 4.3",
        "keep_prob": "opens with exercises 4.4, 4.5 and 4.6",
    }
    with pytest.raises(Stopped, match=r"beta opens with exercise 4\.3"):
        in_batches.turn("beta", 0.9)
    in_batches.turn("beta", 0)  # that is off


@pytest.mark.parametrize("knobs", [{}, {"beta": 0.9, "lam": 0.01}, {"beta": 0.5, "keep_prob": 0.8}])
def test_it_takes_the_steps_of_the_notebook(solved, in_batches, knobs):
    for name, value in ({"batch": 50} | knobs).items():
        in_batches.turn(name, value)
    rng, count = np.random.RandomState(1), in_batches.X.shape[1]
    w, b = in_batches._rows()
    vw, vb = minibatch_networks.at_rest(w), minibatch_networks.at_rest(b)
    in_batches.advance(steps=7)
    beta, lam = knobs.get("beta", 0), knobs.get("lam", 0)
    order = np.empty(0, dtype=int)
    for _ in range(7):
        order = order if order.size else rng.permutation(count)
        batch, order = order[:50], order[50:]
        x, target = in_batches.X.T[batch], in_batches.Y.T[batch]
        if "keep_prob" in knobs:
            p = (1, 0.8, 0.8, 1)
            masks = EXERCISES["make-mask"].reference(x, [2, 20, 3, 1], p, rng)
            _, a = EXERCISES["forward-drop"].reference(x, w, b, masks)
            dw, db = EXERCISES["backward-drop"].reference(a, target, w, masks)
        else:
            _, a = minibatch_networks.forward(x, w, b)
            dw, db = minibatch_networks.backward(a, target, w)
        dw = {layer: slope + lam * w[layer] for layer, slope in dw.items()}
        w, vw = minibatch_networks.momentum_step(w, vw, dw, 0.1, beta)
        b, vb = minibatch_networks.momentum_step(b, vb, db, 0.1, beta)
    for layer in (1, 2, 3):
        np.testing.assert_allclose(in_batches.parameters[f"W{layer}"], w[layer].T, atol=1e-12)
        np.testing.assert_allclose(in_batches.parameters[f"b{layer}"][:, 0], b[layer], atol=1e-12)
    in_batches.turn("width", 5)
    in_batches.add_point(0, 0, 1)
    in_batches.advance(steps=5)
    assert frame(in_batches)[0]["iteration"] == 5


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda *a: None, r"Your step \(exercise 4\.3\) does not return w, b, vw and vb"),
        (lambda *a: ({}, {}, {}, {}), r"w\[1\] has shape None, and had \(2, 20\)"),
        (nothing_finite, r"exercise 4\.3\): w\[1\] is not finite, it holds nan or infinity"),
        (raising, r"^Your raising \(exercise 4\.3\): ZeroDivisionError"),
    ],
)
def test_a_step_that_fails_stops_with_its_message(in_batches, function, words):
    answers.right["backward-reg"] = (function,)
    with pytest.raises(Stopped, match=words):
        in_batches.advance(steps=1)
    frame(in_batches)


# --- pictures


@pytest.fixture
def few_pictures():
    """A tenth of the pictures, made small as in the notebook."""
    pictures, labels, *_, classes = load_cat_dataset()
    pictures, labels = pictures[::10], labels[:, ::10]
    X = columns(small(pictures)) - 0.5
    return (X[:, :30], labels[:, :30]), (X[:, 30:], labels[:, 30:]), pictures[30:], classes


@pytest.mark.parametrize(("lambd", "keep_prob"), [(0, 1), (10, 1), (10, 0.8)])
def test_pictures_are_learnt_as_in_the_notebook(solved, few_pictures, lambd, keep_prob):
    train, dev, *_ = few_pictures
    training = PictureTraining(train, dev)
    training.lambd, training.keep_prob = lambd, keep_prob
    training.advance(12)
    parameters = initialize_parameters([768, 20, 7, 5, 1], np.random.RandomState(0))
    rng = np.random.RandomState(1000)
    for _ in range(12):
        AL, caches = L_model_forward(train[0], parameters)
        grads = L_model_backward(AL, train[1], caches)
        if keep_prob < 1:
            masked = EXERCISES["deep-dropout"].reference(*train, parameters, keep_prob, rng)
            grads = masked[1]
        for layer in "1234":
            grads[f"dW{layer}"] = grads[f"dW{layer}"] + lambd / 30 * parameters[f"W{layer}"]
        parameters = update_parameters(parameters, grads, 0.05)
    for name, values in parameters.items():
        np.testing.assert_allclose(training.parameters[name], values, atol=1e-12)
    assert [step for step, *_ in training.history] == [0, 10]


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda *a: None, r"exercise 5\.4\) are no dictionary but NoneType"),
        (lambda *a: {}, r"exercise 5\.4\): dW1 has shape None, and W1 has \(20, 768\)"),
        (
            lambda *a: {name: np.nan * v for name, v in L_model_backward(*a[:-1]).items()},
            r"exercise 5\.4\): dW1 is not finite",
        ),
        (raising, r"^Your raising \(exercise 5\.4\): ZeroDivisionError"),
    ],
)
def test_a_backward_pass_that_fails_stops_the_pictures(few_pictures, function, words):
    answers.right["deep-l2"] = (function,)
    training = PictureTraining(*few_pictures[:2])
    training.lambd = 3.0
    with pytest.raises(Stopped, match=words):
        training.advance(1)


def test_pictures_whose_weights_are_too_large_stop_without_blame(solved, few_pictures):
    training = PictureTraining(*few_pictures[:2])
    training.lambd = 3.0
    large = training.parameters = {k: 1e200 * v for k, v in training.parameters.items()}
    with pytest.raises(Stopped, match="grown beyond all numbers: restart with a smaller λ"):
        training.advance(1)
    assert training.parameters is large and training.iteration == 0


@pytest.mark.parametrize("live", [True, False])
def test_mistaken_pictures_stand_below_their_buttons(few_pictures, live, monkeypatch):
    shown = []
    monkeypatch.setattr(IPython.display, "display", shown.append)
    monkeypatch.setattr(mistaken_pictures, "is_live", lambda: live)
    monkeypatch.setattr(mistaken_pictures, "PRESS", 5)
    answers.right["deep-l2"] = (EXERCISES["deep-l2"].reference,)
    answers.wrong["deep-dropout"] = (lambda *a: ("<b>", {}, {}),)
    mistaken_pictures.picture_playground(*few_pictures)
    if not live:
        assert "Step 15, λ = 0, keep_prob = 1: cost " in shown[0].data
        assert 'alt="The surest mistakes among' in shown[0].data
        return
    # The contact sheet takes longest, and is drawn already.
    monkeypatch.setattr(mistaken_pictures, "plot_mistakes", lambda *a, **look: None)
    row, told, page = shown[0].children
    lambd, keep_prob, train, restart, mistake = row.children
    assert keep_prob.disabled and told.value == "keep_prob opens with exercise 5.5"
    assert mistake.description == "With my mistake (5.5)"
    lambd.value = 10
    train.click()
    assert page.value.startswith("<p>Step 5, λ = 10, keep_prob = 1: cost ")
    mistake.value = True
    assert not keep_prob.disabled and told.value == ""
    keep_prob.value = 0.8
    train.click()
    assert "Your gradients (exercise 5.5): dW1 has shape None" in told.value
    mistake.value = False
    assert keep_prob.value == 1
    restart.click()
    train.click()
    assert page.value.startswith("<p>Step 5, λ = 10")

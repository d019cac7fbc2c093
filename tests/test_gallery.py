"""The galleries hold what the references train, are fresh, and are shown in every front end."""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path

import h5py
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.axes import Axes

from autograder.build.notebooks import BuildError
from exercises.gallery import build_gallery
from exercises.gallery import pictures as pictures_builder
from exercises.gallery import regularization as builder
from exercises.gallery.regularization import (
    SHOWCASE,
    Regularization,
    Settings,
    StackedTraining,
    Start,
    train,
)
from exercises.regularization.dropout_backward import backward_propagation_with_dropout
from exercises.regularization.dropout_forward import forward_propagation_with_dropout
from exercises.regularization.l2_backward import backward_propagation_with_regularization
from utils import gallery
from utils.data import make_field
from utils.deep_networks import L_model_backward, L_model_forward, accuracy
from utils.gallery import GALLERY, GalleryError, SweepView, load_sweep, show_sweep
from utils.gallery.pictures import (
    PICTURES_GALLERY,
    load_picture_sweep,
    plot_first_layers,
    plot_kinds,
    plot_sureness,
)
from utils.networks import (
    backward_propagation,
    compute_cost,
    forward_propagation,
    initialize_parameters,
    predict_dec,
    update_parameters,
)

STARTS = [SHOWCASE, Start(100, 100, 5100), Start(101, 7, 5101)]
KINDS = (
    Regularization(),
    Regularization(lambd=0.7),
    Regularization(keep_prob=0.86),
    Regularization(keep_prob=0.86, fixed_mask=True),
)


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def train_one(kind: Regularization, start: Start, iterations: int):
    """Train one network with the course's own functions, as the graded notebook does."""
    X, Y, _, _ = make_field(start.field)
    parameters = initialize_parameters([2, 20, 3, 1], np.random.RandomState(start.weights))
    rng = np.random.RandomState(start.masks)
    for _ in range(iterations):
        if kind.fixed_mask:
            rng = np.random.RandomState(start.masks)
        if kind.keep_prob < 1:
            _, cache = forward_propagation_with_dropout(X, parameters, kind.keep_prob, rng)
            grads = backward_propagation_with_dropout(X, Y, cache, kind.keep_prob)
        else:
            _, cache = forward_propagation(X, parameters)
            grads = (
                backward_propagation_with_regularization(X, Y, cache, kind.lambd)
                if kind.lambd
                else backward_propagation(X, Y, cache)
            )
        parameters = update_parameters(parameters, grads, 0.3)
    return parameters


@pytest.mark.parametrize("kind", KINDS, ids=["plain", "L2", "fresh", "fixed"])
def test_stacked_training_is_that_of_the_references(kind):
    stack = StackedTraining(kind, STARTS)
    for _ in range(400):
        stack.step(0.3)
    for i, start in enumerate(STARTS):
        alone = train_one(kind, start, 400)
        for name, values in alone.items():
            np.testing.assert_allclose(stack.parameters[name][i], values, rtol=1e-9, atol=1e-12)


def test_measures_are_those_of_the_course():
    settings = Settings(iterations=100, every=50, resolution=10)
    measured = train(KINDS[1], STARTS, settings)
    for i, start in enumerate(STARTS):
        alone = train_one(KINDS[1], start, 100)
        X, Y, test_X, test_Y = make_field(start.field)
        validation_X, validation_Y = make_field(start.field + 1000)[2:]
        for split, x, y in (
            ("train", X, Y),
            ("validation", validation_X, validation_Y),
            ("test", test_X, test_Y),
        ):
            A3, _ = forward_propagation(x, alone)
            assert measured[f"{split}_cost"][i] == pytest.approx(compute_cost(A3, y), rel=1e-9)
            assert measured[f"{split}_accuracy"][i] == np.mean(predict_dec(alone, x) == y)
        squares = sum(np.sum(alone[f"W{layer}"] ** 2) for layer in (1, 2, 3))
        assert measured["sum_of_squares"][i] == pytest.approx(squares, rel=1e-9)
        assert measured["curve_train"][i, -1] == pytest.approx(measured["train_cost"][i])
        x1, x2 = builder.axes(10)
        corner = forward_propagation(np.array([[x1[-1]], [x2[0]]]), alone)[0]
        assert measured["map"][i, 0, -1] == np.round(255 * corner[0, 0])


def test_a_fixed_mask_stays_and_fresh_masks_do_not():
    stacks = [StackedTraining(kind, STARTS) for kind in KINDS[2:]]
    masks = [[stack._draw_masks(211)[0].copy() for _ in range(2)] for stack in stacks]
    assert not np.array_equal(*masks[0])
    assert np.array_equal(*masks[1])


def test_the_gallery_is_fresh_and_small():
    assert GALLERY.stat().st_size <= 3e6
    with h5py.File(GALLERY) as store:
        assert store.attrs["settings_hash"] == Settings().hash, "run: python -m exercises gallery"
        assert set(json.loads(store.attrs["versions"])) == {"python", "h5py", "numpy", "scipy"}
    for name, sweep in Settings().sweeps.items():
        assert load_sweep(name).labels == tuple(sweep)


def test_the_gallery_holds_what_the_builder_computes():
    settings = Settings(iterations=1000)
    starts = Settings().starts[:2]
    sweep = load_sweep("methods")
    for i, kind in enumerate(Settings().sweeps["methods"].values()):
        measured = train(kind, starts, settings)
        for name in ("curve_train", "curve_test", "curve_seen"):
            np.testing.assert_allclose(measured[name][0], sweep.showcase[name][i, :2], rtol=1e-5)
            np.testing.assert_allclose(
                measured[name][1], sweep.repetitions[name][i, 0, :2], rtol=1e-5
            )


@pytest.mark.parametrize(
    "name", ["regularization", pytest.param("pictures", marks=pytest.mark.slow)]
)
def test_a_build_can_be_repeated_byte_by_byte(name, tmp_path):
    (file,) = build_gallery(tmp_path, [name], quick=True)
    first = file.read_bytes()
    assert build_gallery(tmp_path, [name], quick=True) == [file]
    assert file.read_bytes() == first
    assert [each.name for each in file.parent.iterdir()] == [f"{name}.h5"]


def test_settings_change_the_hash():
    assert Settings().hash != Settings(lambd=0.3).hash
    assert pictures_builder.Settings().hash != pictures_builder.Settings(lambd=1).hash


def test_an_unknown_gallery_is_told_with_the_known_ones(tmp_path):
    with pytest.raises(BuildError, match="no gallery cats; there are regularization, pictures"):
        build_gallery(tmp_path, ["cats"])
    assert not list(tmp_path.iterdir())


def test_what_a_student_installs_trains_nothing():
    for module in Path(gallery.__file__).parent.glob("*.py"):
        text = module.read_text(encoding="utf-8")
        imported = {
            alias.name if isinstance(node, ast.Import) else node.module
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        assert not [name for name in imported if name.startswith("autograder")]
        assert "lambd" not in text.replace("lambda", "")


@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "other"])
def test_a_bad_file_says_what_to_do(tmp_path, damage):
    file = tmp_path / "gallery.h5"
    if damage == "empty":
        file.touch()
    elif damage == "cut":
        file.write_bytes(GALLERY.read_bytes()[:5000])
    elif damage == "other":
        with h5py.File(file, "w") as store:
            store["x1"] = [1.0]
    with pytest.raises(GalleryError) as caught:
        load_sweep("lambda", file)
    message = str(caught.value)
    with pytest.raises(GalleryError, match="cannot be read"):
        load_picture_sweep("depth", file)
    assert str(file) in message
    assert "python -m exercises gallery" in message
    assert caught.value._render_traceback_() == [message]


def test_an_unknown_setting_names_the_known_ones():
    with pytest.raises(ValueError, match=r"it has 0, 0\.01"):
        load_sweep("lambda").index("2")


def test_the_pictures_gallery_is_fresh_and_small():
    assert PICTURES_GALLERY.stat().st_size <= 1e6
    settings = pictures_builder.Settings()
    with h5py.File(PICTURES_GALLERY) as store:
        remedy = "run: python -m exercises gallery pictures"
        assert store.attrs["settings_hash"] == settings.hash, remedy
    for name, sweep in settings.sweeps.items():
        found = load_picture_sweep(name)
        assert found.labels == tuple(sweep)
        assert found.wrong(found.labels[0]).shape == (settings.repetitions, 200)
    with pytest.raises(ValueError, match="it has 1, 2, 3, 4, 5"):
        load_picture_sweep("depth").index("6")


@pytest.mark.parametrize(("name", "label", "repetition"), [("depth", "1", 0), ("lambda", "10", 3)])
def test_the_pictures_gallery_holds_what_the_courses_own_functions_train(name, label, repetition):
    """Train a network of it anew, with the given backward pass and the penalty by hand."""
    settings = pictures_builder.Settings()
    depth, lambd = settings.sweeps[name][label]
    data = pictures_builder.prepare(repetition, settings)
    X, Y = data["train"]
    sizes = [768, *pictures_builder.HIDDEN[depth], 1]
    parameters = initialize_parameters(sizes, np.random.RandomState(repetition))
    for _ in range(settings.iterations):
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        for layer in range(1, depth + 1):
            grads[f"dW{layer}"] += lambd / Y.size * parameters[f"W{layer}"]
        parameters = update_parameters(parameters, grads, 0.02 if depth == 1 else 0.05)
    sweep = load_picture_sweep(name)
    for split, (x, y) in data.items():
        stored = sweep.measures[f"{split}_accuracy"][sweep.index(label), repetition]
        assert accuracy(parameters, x, y) == pytest.approx(stored, abs=0.02)


def test_every_plot_of_pictures_returns_labelled_axes():
    depth, lambdas = load_picture_sweep("depth"), load_picture_sweep("lambda")
    for ax in (
        plot_sureness(lambdas, ("0", "10"), title="T"),
        plot_kinds(depth, ("1", "4"), title="T"),
    ):
        assert ax.get_title() == "T" and ax.get_xlabel() and ax.get_ylabel()
        ax.figure.canvas.draw()
    axes = plot_first_layers(lambdas, ("0", "10"), units=4)
    assert axes.shape == (2, 4)
    assert axes[1, 0].get_ylabel() == "λ = 10"
    assert (lambdas.sureness("0") >= 0.5).all()


def test_every_plot_returns_labelled_axes():
    sweep, methods = load_sweep("lambda"), load_sweep("methods")
    drawn = [
        gallery.plot_sweep(sweep, title="T"),
        gallery.plot_sweep(load_sweep("keep_prob"), title="T"),
        gallery.plot_map(sweep, 5, title="T"),
        gallery.plot_bundle(sweep, "0.7", title="T"),
        gallery.plot_histogram(sweep, 0, title="T"),
        gallery.plot_repetitions(methods, "test_accuracy", title="T"),
    ]
    for ax in drawn:
        assert isinstance(ax, Axes)
        assert ax.get_title() == "T"
        assert ax.get_xlabel() or ax.get_xticklabels()
        assert ax.get_ylabel()
        assert ax.figure.get_facecolor() == (1, 1, 1, 1)
        ax.figure.canvas.draw()


@pytest.mark.parametrize("name", ["lambda", "keep_prob", "methods"])
def test_small_multiples_show_every_setting(name):
    sweep = load_sweep(name)
    axes = gallery.plot_maps(sweep, title="T").ravel()
    titles = [ax.get_title() for ax in axes if ax.get_title()]
    assert len(titles) == len(sweep.labels)
    assert titles[0].startswith(sweep.title(0))


def test_the_slider_holds_a_picture_and_a_sentence_for_each_setting():
    sweep = load_sweep("lambda")
    slider, pictures = SweepView(sweep).widget().children
    assert slider.options == sweep.labels
    assert len(pictures.children) == len(sweep.labels)
    assert len({page.value for page in pictures.children}) == len(sweep.labels)
    for label, page in zip(sweep.labels, pictures.children, strict=True):
        assert f'alt="λ = {label}: ' in page.value
    bundle = SweepView(sweep)._repr_mimebundle_()
    assert {"application/vnd.jupyter.widget-view+json", "image/png", "text/plain"} == set(bundle)
    assert not plt.get_fignums()


def test_without_ipywidgets_the_maps_stand_side_by_side(monkeypatch):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    bundle = SweepView(load_sweep("keep_prob"))._repr_mimebundle_()
    assert set(bundle) == {"image/png", "text/plain"}
    assert "keep_prob = 0.86: " in bundle["text/plain"]


@pytest.mark.parametrize("server", [True, False])
def test_where_no_server_runs_the_maps_come_with_the_slider(monkeypatch, server):
    shown = []
    monkeypatch.setattr(plt, "show", lambda: shown.append(plt.gcf()))
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    if server:
        monkeypatch.setenv("JPY_SESSION_NAME", "notebooks/02_regularization.ipynb")
    assert show_sweep(load_sweep("lambda")).sweep.name == "lambda"
    assert len(shown) == (not server)

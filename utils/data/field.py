"""The football field: the built-in one, and the original file where there is one."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.io import loadmat
from scipy.io.matlab import MatReadError

Array = NDArray[np.float64]
Labels = NDArray[np.int64]
Split = tuple[Array, Labels, Array, Labels]

FIELD_SEED = 20
NOISE = 0.08
"""Share of the kicks with the wrong label, so that a perfect map is right on 0.92."""


def load_2D_dataset(path: str | os.PathLike[str] | None = None) -> Split:
    """Load the football field: where long kicks came down, and who won them.

    Parameters
    ----------
    path : path, optional
        A ``data.mat`` with the keys ``X``, ``y``, ``Xval`` and ``yval``, or the folder that holds
        it. Without one, the folder named by the environment variable ``COURSE_DATA_DIR`` is
        looked in; without that, the built-in field is made. A printed line says which it was.

    Returns
    -------
    train_X : (2, 211) array
        Positions in columns: across and along the field.
    train_Y : (1, 211) array of int
        1 where our team won the header.
    test_X : (2, 200) array
        Positions in games that training never sees.
    test_Y : (1, 200) array of int
        Their labels.

    Raises
    ------
    FileNotFoundError
        If a path was named and nothing is there.
    ValueError
        If the file is not such a data set.
    """
    folder = os.environ.get("COURSE_DATA_DIR")
    file = Path(path) if path is not None else Path(folder or "") / "data.mat"
    if file.is_dir():
        file /= "data.mat"
    if path is None and (not folder or not file.exists()):
        print("Football field: the built-in data set\n(211 training, 200 test kicks).")
        return make_field()
    if not file.exists():
        raise FileNotFoundError(
            f"There is no file {file}. Without a path, load_2D_dataset() makes the built-in field."
        )
    split = _read_mat(file)
    n_train, n_test = split[0].shape[1], split[2].shape[1]
    print(f"Football field: {file}\n({n_train} training, {n_test} test kicks).")
    return split


def _read_mat(file: Path) -> Split:
    try:
        content = loadmat(file)
    # SciPy says it in many ways when a file is not what it should be.
    except (
        MatReadError,
        LookupError,
        ValueError,
        TypeError,
        OSError,
        NotImplementedError,
    ) as error:
        raise ValueError(f"{file} cannot be read as a MATLAB file: {error}") from error
    missing = [key for key in ("X", "y", "Xval", "yval") if key not in content]
    if missing:
        raise ValueError(f"{file} lacks the key(s) {', '.join(missing)}: it is another data set")
    parts = []
    for positions, labels in (("X", "y"), ("Xval", "yval")):
        X, Y = np.asarray(content[positions]).T, np.asarray(content[labels]).T
        if X.dtype.kind not in "biuf" or Y.dtype.kind not in "biuf":
            raise ValueError(f"{file}: {positions} and {labels} must hold real numbers")
        if X.ndim != 2 or X.shape[0] != 2 or Y.shape != (1, X.shape[1]):
            raise ValueError(
                f"{file}: {positions} must be (m, 2) and {labels} (m, 1); "
                f"they are {X.T.shape} and {Y.T.shape}"
            )
        if not np.isin(Y, (0, 1)).all():
            raise ValueError(f"{file}: the labels in {labels} must be 0 or 1")
        # The file stores unsigned bytes, in which 0 - 1 would be 255.
        parts += [X.astype(float), Y.astype(np.int64)]
    return tuple(parts)  # type: ignore[return-value]


def make_field(
    seed: int = FIELD_SEED,
    n_train: int = 211,
    n_test: int = 200,
    noise: float = NOISE,
) -> Split:
    """Make a football field on which a gently curved line parts the two teams' kicks.

    A share of the labels is wrong, at least 0.04 away from the line, so that a network which draws
    round every training point pays for it on the test points. The share is the same for both, so
    that no map but one that has learnt flukes by heart is better on the training points.

    Parameters
    ----------
    seed : int
        The same seed makes the same field everywhere.
    n_train, n_test : int
        Numbers of positions.
    noise : float
        Share of wrong labels in either set, from 0 to 1.

    Returns
    -------
    train_X, train_Y, test_X, test_Y
        As from :func:`load_2D_dataset`, with ``n_train`` and ``n_test`` columns.
    """
    rng = np.random.default_rng(seed)
    train = _draw_positions(rng, n_train, noise)
    return *train, *_draw_positions(rng, n_test, noise)


def _draw_positions(rng: np.random.Generator, n: int, noise: float) -> tuple[Array, Labels]:
    """Draw positions in a box with rounded corners, and label them with some mistakes."""
    box = np.empty((2, 0))
    while box.shape[1] < n:
        candidates = rng.uniform(-1, 1, (2, 2 * n))
        inside = (np.abs(candidates) ** 3).sum(axis=0) < 1
        box = np.hstack([box, candidates[:, inside]])
    X = box[:, :n] * [[0.475], [0.625]] + [[-0.125], [-0.025]]
    # Signed distance to the line, to first order.
    distance = (X[1] - 2 * X[0] - 0.23 - 0.05 * np.sin(6 * X[1])) / np.sqrt(5)
    Y = (distance > 0).astype(np.int64)
    candidates_to_flip = np.flatnonzero(np.abs(distance) > 0.04)
    flipped = rng.choice(candidates_to_flip, round(noise * n), replace=False)
    Y[flipped] = 1 - Y[flipped]
    return X, Y[np.newaxis]

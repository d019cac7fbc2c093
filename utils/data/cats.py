"""Pictures of cats and of what is none: the built-in ones, and the original files if there."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Pictures = NDArray[np.uint8]
Labels = NDArray[np.int64]
CatSplit = tuple[Pictures, Labels, Pictures, Labels, NDArray[np.str_]]

CATS = Path(__file__).with_name("cats.h5")
"""The built-in pictures, drawn by ``python -m exercises pictures``."""
FILES = {"train": "train_catvnoncat.h5", "test": "test_catvnoncat.h5"}


def load_cat_dataset(path: str | os.PathLike[str] | None = None) -> CatSplit:
    """Load pictures to learn from and pictures to test on, each with a cat on it or without.

    Parameters
    ----------
    path : path, optional
        The folder that holds ``train_catvnoncat.h5`` and ``test_catvnoncat.h5``, or one HDF5 file
        with all keys. Without one, the folder named by the environment variable
        ``COURSE_DATA_DIR`` is looked in; without that, the built-in pictures are read. A printed
        line says which it was.

    Returns
    -------
    train_set_x_orig : (m, 64, 64, 3) array of uint8
        Pictures: rows, columns, and red, green, blue from 0 to 255. 450 of the built-in ones.
    train_set_y : (1, m) array of int
        1 where a cat is on it.
    test_set_x_orig : (n, 64, 64, 3) array of uint8
        Pictures that training never sees; 200 of the built-in ones.
    test_set_y : (1, n) array of int
        Their labels.
    classes : (2,) array of str
        What 0 and 1 mean.

    Raises
    ------
    FileNotFoundError
        If a path was named and nothing is there.
    ValueError
        If a file is not such a data set.
    """
    folder = Path(path) if path is not None else Path(os.environ.get("COURSE_DATA_DIR") or "")
    files = {part: folder / name for part, name in FILES.items()}
    built_in = path is None and not (
        os.environ.get("COURSE_DATA_DIR") and all(file.exists() for file in files.values())
    )
    if built_in:
        folder = CATS
    if folder.is_file():
        files = dict.fromkeys(FILES, folder)
    missing = [str(file) for file in files.values() if not file.exists()]
    if missing:
        raise FileNotFoundError(
            f"There is no file {' and no file '.join(dict.fromkeys(missing))}. "
            "Without a path, load_cat_dataset() reads the built-in pictures."
        )
    X, Y, classes = _read(files["train"], "train")
    test_X, test_Y, _ = _read(files["test"], "test")
    where = "the built-in pictures" if built_in else str(folder)
    print(f"Cats and non-cats: {where}\n({len(X)} training, {len(test_X)} test pictures).")
    return X, Y, test_X, test_Y, classes


def _read(file: Path, part: str) -> tuple[Pictures, Labels, NDArray[np.str_]]:
    """Read the training or the test half of a data set."""
    keys = (f"{part}_set_x", f"{part}_set_y", "list_classes")
    try:
        import h5py  # takes a while, and few need the pictures

        with h5py.File(file) as store:
            missing = [key for key in keys if key not in store]
            if missing:
                raise ValueError(
                    f"{file} lacks the key(s) {', '.join(missing)}: it is another data set"
                )
            pictures, labels, classes = (np.asarray(store[key][()]) for key in keys)
    except (OSError, RuntimeError, AttributeError) as error:
        raise ValueError(f"{file} cannot be read as an HDF5 file: {error}") from error
    if pictures.ndim != 4 or pictures.shape[1:] != (64, 64, 3) or pictures.dtype != np.uint8:
        raise ValueError(
            f"{file}: {keys[0]} must be (m, 64, 64, 3) of uint8; "
            f"it is {pictures.shape} of {pictures.dtype}"
        )
    if labels.size != len(pictures):
        raise ValueError(f"{file}: {len(pictures)} pictures, but {labels.size} labels")
    if not np.isin(labels, (0, 1)).all():
        raise ValueError(f"{file}: the labels in {keys[1]} must be 0 or 1")
    if classes.shape != (2,):
        raise ValueError(f"{file}: list_classes must name two classes; it has {classes.shape}")
    names = [name.decode() if isinstance(name, bytes) else str(name) for name in classes.tolist()]
    # Labels may be stored as unsigned bytes, in which 0 - 1 would be 255.
    return pictures, labels.astype(np.int64).reshape(1, -1), np.array(names)

"""The galleries: trainings computed once, for the lessons to show.

``python -m exercises gallery`` trains the networks of every gallery, ``python -m exercises
gallery pictures`` those of one. Each gallery is one HDF5 file in ``utils/gallery/``.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from autograder.build.notebooks import BuildError
from exercises.gallery import crowd, illnesses, learning_curve, pictures, regularization, sight

GALLERIES = {
    "regularization": regularization.write,
    "crowd": crowd.write,
    "learning_curve": learning_curve.write,
    "illnesses": illnesses.write,
    "pictures": pictures.write,
    "sight": sight.write,
}
"""For each gallery what trains its networks and writes its file."""


def build_gallery(
    root: Path, names: Sequence[str] | None = None, quick: bool = False
) -> list[Path]:
    """Train the networks of galleries and write their files.

    Parameters
    ----------
    root : Path
        The course's folder.
    names : sequence of str, optional
        Which galleries; without, all of them.
    quick : bool
        Whether to train few networks for a moment only: for trying things out, not for lessons.

    Returns
    -------
    list of Path
        The files.

    Raises
    ------
    BuildError
        If there is no gallery of such a name.
    """
    names = list(names or GALLERIES)
    if unknown := [name for name in names if name not in GALLERIES]:
        raise BuildError(
            f"There is no gallery {', '.join(unknown)}; there are {', '.join(GALLERIES)}."
        )
    folder = Path(root) / "utils" / "gallery"
    folder.mkdir(parents=True, exist_ok=True)
    workers = 1 if quick else os.cpu_count() or 1
    return [GALLERIES[name](folder / f"{name}.h5", quick, workers) for name in names]

"""Pictures of cats and of what is none, drawn by rule: the built-in data of ``05_deep_network``.

``python -m exercises pictures`` writes them to ``utils/data/cats.h5``. Every thing stands as often
dark on light ground as light on dark, anywhere near the middle: no single pixel tells a cat from
the rest, so that a linear model, which weighs pixels one by one, must fail.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import h5py
import numpy as np
from numpy.typing import NDArray

from exercises.pictures import animals, things
from exercises.pictures.shapes import Canvas, Colour, Dice

SEED = 5
SIZES = {"train": 450, "test": 200}
ANIMALS = (animals.dog, animals.bear, animals.rabbit, animals.owl)
THINGS = (
    *(things.house, things.conifer, things.tree, things.flower),
    *(things.car, things.ball, things.cup),
)
OTHERS = (*ANIMALS, animals.dog, *THINGS)
"""What a picture without a cat shows; dogs come twice as often as the others."""

# Fur for all animals and for some things, so that no colour gives a cat away; by "is it dark?".
COATS: dict[bool, tuple[Colour, ...]] = {
    True: (
        *((0.07, 0.07, 0.08), (0.22, 0.21, 0.22), (0.3, 0.18, 0.1)),
        *((0.2, 0.16, 0.2), (0.36, 0.2, 0.07)),
    ),
    False: (
        *((0.96, 0.95, 0.93), (0.95, 0.86, 0.7), (0.9, 0.62, 0.3)),
        *((0.78, 0.78, 0.8), (0.85, 0.72, 0.55)),
    ),
}
PAINTS: dict[bool, tuple[Colour, ...]] = {
    True: (
        *((0.5, 0.1, 0.12), (0.1, 0.2, 0.5), (0.08, 0.3, 0.15)),
        *((0.3, 0.1, 0.35), (0.25, 0.25, 0.27)),
    ),
    False: (
        *((0.95, 0.55, 0.55), (0.6, 0.8, 0.95), (0.65, 0.85, 0.5)),
        *((0.95, 0.85, 0.4), (0.93, 0.93, 0.9)),
    ),
}


def draw(rng: np.random.Generator, is_cat: bool) -> tuple[NDArray[np.uint8], str]:
    """Draw one picture.

    Parameters
    ----------
    rng : Generator
        Source of all that is random about it.
    is_cat : bool
        Whether it shows a cat.

    Returns
    -------
    picture : (64, 64, 3) array of uint8
        Red, green and blue.
    what : str
        What it shows, such as ``"cat"`` or ``"house"``.
    """
    dice = Dice(rng)
    paint = animals.cat if is_cat else dice.pick(OTHERS)
    dark = dice.chance(0.5)
    scale = dice.between(10.5, 16.0)
    centre = (32 + dice.between(-8, 8), 31 + dice.between(-6, 6))
    canvas = Canvas(centre, scale, dice.between(-0.06, 0.06))
    things.ground(canvas, dice, not dark)
    furry = is_cat or paint in ANIMALS or dice.chance(0.4)
    tone = dice.pick((COATS if furry else PAINTS)[dark])
    paint(canvas, dice, tuple(min(1.0, max(0.0, c + dice.between(-0.06, 0.06))) for c in tone))
    things.light_up(canvas, dice)
    # Steps of 4 are not seen, and halve the file.
    values = np.clip(np.rint(255 * canvas.pixels), 0, 255).astype(np.uint8)
    return values // 4 * 4 + 2, paint.__name__


def draw_set(
    rng: np.random.Generator, n: int
) -> tuple[NDArray[np.uint8], NDArray[np.int64], list[str]]:
    """Draw ``n`` pictures, cats and others by the toss of a coin.

    Returns
    -------
    pictures : (n, 64, 64, 3) array of uint8
    labels : (n,) array of int
        1 for a cat, 0 for anything else.
    kinds : list of str
        What each picture shows.
    """
    labels = np.array([rng.random() < 0.5 for _ in range(n)], dtype=np.int64)
    drawn = [draw(rng, bool(label)) for label in labels]
    return np.stack([picture for picture, _ in drawn]), labels, [kind for _, kind in drawn]


@cache  # three seconds of drawing, asked for by every hash and every split
def draw_all() -> dict[str, tuple[NDArray[np.uint8], NDArray[np.int64], list[str]]]:
    """Draw the built-in training and test pictures, as from :func:`draw_set`."""
    streams = np.random.default_rng(SEED).spawn(len(SIZES))
    return {part: draw_set(rng, n) for (part, n), rng in zip(SIZES.items(), streams, strict=True)}


def build_pictures(root: Path) -> Path:
    """Draw the built-in pictures and write ``utils/data/cats.h5``, with the customary keys.

    Parameters
    ----------
    root : Path
        The course's folder.

    Returns
    -------
    Path
        The file.
    """
    file = Path(root) / "utils" / "data" / "cats.h5"
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".part")
    with h5py.File(unfinished, "w") as store:
        for part, (pictures, labels, _) in draw_all().items():
            store.create_dataset(
                f"{part}_set_x",
                data=pictures,
                compression="gzip",
                compression_opts=9,
                chunks=(50, *pictures.shape[1:]),
                track_times=False,
            )
            store.create_dataset(f"{part}_set_y", data=labels, track_times=False)
        names = np.array([b"non-cat", b"cat"])
        store.create_dataset("list_classes", data=names, track_times=False)
    unfinished.replace(file)
    return file

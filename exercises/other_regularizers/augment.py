"""Exercise ``augment``: pictures mirrored and shifted, and still pictures of the same thing."""

from __future__ import annotations

from typing import Any

import numpy as np

from exercises.examination import matches_reference
from exercises.exercise import (
    Case,
    Complaint,
    Exercise,
    Misconception,
    Outputs,
    Share,
    Trial,
    WrongForm,
    instead,
)
from utils.compare import difference
from utils.testcases import other_regularizers as testcases


def augment(pictures, mirrored, shifts):
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        if mirrored[i]:
            picture = picture[:, ::-1]
        row = np.clip(np.arange(rows) - down, 0, rows - 1)
        column = np.clip(np.arange(columns) - right, 0, columns - 1)
        changed[i] = picture[row][:, column]
    return changed


def pictures_at_once(pictures, mirrored, shifts):
    m, rows, columns, _ = pictures.shape
    turned = np.where(mirrored.reshape(m, 1, 1, 1), np.flip(pictures, axis=2), pictures)
    row = np.clip(np.arange(rows) - shifts[:, :1], 0, rows - 1)
    column = np.clip(np.arange(columns) - shifts[:, 1:], 0, columns - 1)
    return turned[np.arange(m)[:, None, None], row[:, :, None], column[:, None, :]]


def pictures_by_padding(pictures, mirrored, shifts):
    changed = []
    for picture, turn, (down, right) in zip(pictures, mirrored, shifts, strict=True):
        rows, columns, _ = picture.shape
        if turn:
            picture = np.fliplr(picture)
        wide = np.pad(picture, ((rows, rows), (columns, columns), (0, 0)), mode="edge")
        changed.append(wide[rows - down : 2 * rows - down, columns - right : 2 * columns - right])
    return np.array(changed)


def pictures_pixel_by_pixel(pictures, mirrored, shifts):
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        for r in range(rows):
            for c in range(columns):
                row = min(max(r - down, 0), rows - 1)
                column = min(max(c - right, 0), columns - 1)
                if mirrored[i]:
                    column = columns - 1 - column
                changed[i, r, c] = pictures[i, row, column]
    return changed


def picture_outputs(result: Any) -> Outputs:
    """Name what becomes of the first, second and third picture of every three.

    In all our examples one is mirrored, the next shifted, and the third both.
    """
    if not isinstance(result, np.ndarray | list | tuple):
        raise WrongForm(f"expected pictures to be returned, got {type(result).__name__}")
    return {name: result[place::3] for place, name in enumerate(PARTS)}


def picture_inputs(rng: np.random.Generator) -> Case:
    """Draw pictures that are mirrored, shifted in any direction, or both."""
    k, rows, columns = (int(n) for n in rng.integers([3, 4, 6], [5, 6, 9]))
    shifts = np.zeros((k, 3, 2), dtype=np.int64)
    shifts[:, 1] = rng.permutation([(2, -1), (-1, 2), (1, 1), (-2, 0)])[:k]
    shifts[:, 2] = rng.permutation([(0, 2), (-2, -2), (2, 1), (-1, -1)])[:k]
    return {
        "pictures": rng.random((3 * k, rows, columns, 3)),
        "mirrored": np.tile([True, False, True], k),
        "shifts": shifts.reshape(-1, 2),
    }


def picture_visible() -> Case:
    """Make the arguments of the visible check."""
    pictures, mirrored, shifts = testcases.augment_test_case()
    return {"pictures": pictures, "mirrored": mirrored, "shifts": shifts}


def nothing_to_do(trial: Trial) -> Complaint | None:
    """Check that a picture which is neither mirrored nor shifted stays as it is."""
    pictures, shifts = trial.case["pictures"], trial.case["shifts"]
    got = trial.call(mirrored=np.zeros(len(pictures), dtype=bool), shifts=0 * shifts)
    kept = picture_outputs(pictures)
    if any(difference(name, got[name], kept[name]) for name in PARTS):
        return Complaint("pictures that are neither mirrored nor shifted do not stay as they are")
    return None


PARTS = ("mirrored", "shifted", "both")
TURN = "picture = picture[:, ::-1]"
WHETHER = "if mirrored[i]:"
ROW = "row = np.clip(np.arange(rows) - down, 0, rows - 1)"
COLUMN = "column = np.clip(np.arange(columns) - right, 0, columns - 1)"
STORED = "changed[i] = picture[row][:, column]"
UNTURNED = f"""        {WHETHER}
            {TURN}
"""
BLACK = """outside_row = (np.arange(rows) - down != row)[:, np.newaxis]
        outside = outside_row | (np.arange(columns) - right != column)
        changed[i] = np.where(outside[:, :, np.newaxis], 0, picture[row][:, column])"""

AUGMENT = Exercise(
    id="augment",
    reference=augment,
    inputs=picture_inputs,
    outputs=picture_outputs,
    visible=picture_visible,
    compared=PARTS,
    properties=(matches_reference, nothing_to_do),
    untouched=((STORED, "changed[i] = pictures[i]"),),
    alternatives=(pictures_at_once, pictures_by_padding, pictures_pixel_by_pixel),
    landmarks=(
        *instead(
            STORED,
            (
                "the mean of a picture and its mirror",
                "changed[i] = (pictures[i] + pictures[i][:, ::-1])[row][:, column] / 2",
            ),
        ),
        *instead(
            "np.arange(rows) - down",
            ("rows that are shifted twice as far", "np.arange(rows) - 2 * down"),
        ),
        *instead(
            "np.arange(columns) - right",
            ("columns that are shifted twice as far", "np.arange(columns) - 2 * right"),
        ),
        *instead("picture = pictures[i]", ("one picture in every place", "picture = pictures[0]")),
    ),
    misconceptions=(
        Misconception(
            "AUG-UPSIDE-DOWN",
            "pictures are mirrored top to bottom: the cat stands on its head.",
            "reverse the columns, not the rows: picture[:, ::-1].",
            ((TURN, "picture = picture[::-1]"),),
        ),
        Misconception(
            "AUG-COLOURS",
            "the colours are reversed, red for blue, and the pixels stay in place.",
            "reverse the second axis of the picture, picture[:, ::-1].",
            ((TURN, "picture = picture[:, :, ::-1]"),),
        ),
        Misconception(
            "AUG-TURNED",
            "pictures are turned by half a circle: rows and columns are both reversed.",
            "reverse the columns alone: picture[:, ::-1].",
            ((TURN, "picture = picture[::-1, ::-1]"),),
        ),
        Misconception(
            "AUG-EVERYTHING-REVERSED",
            "rows, columns and colours are all reversed.",
            "reverse the columns alone: picture[:, ::-1], or np.flip with axis=1.",
            ((TURN, "picture = np.flip(picture)"),),
        ),
        Misconception(
            "AUG-NO-MIRROR",
            "no picture is mirrored.",
            "where mirrored[i] is True, reverse the columns.",
            ((UNTURNED, ""),),
        ),
        Misconception(
            "AUG-ALL-MIRRORED",
            "every picture is mirrored.",
            "ask mirrored[i] first: the others stay as they are.",
            ((WHETHER, "if True:"),),
        ),
        Misconception(
            "AUG-OTHERS-MIRRORED",
            "the wrong pictures are mirrored: those whose mirrored[i] is False.",
            "reverse the columns where mirrored[i] is True.",
            ((WHETHER, "if not mirrored[i]:"),),
        ),
        Misconception(
            "AUG-WRAPPED",
            "what leaves the picture on one side comes in again on the other.",
            "repeat the pixels of the edge: np.clip the row and column numbers.",
            (
                (ROW, "row = (np.arange(rows) - down) % rows"),
                (COLUMN, "column = (np.arange(columns) - right) % columns"),
            ),
        ),
        Misconception(
            "AUG-BLACK",
            "the strip that a shift leaves free is black.",
            "repeat the pixels of the edge: a black strip would be something new to learn.",
            ((STORED, BLACK),),
        ),
        Misconception(
            "AUG-OTHER-WAY",
            "every shift goes the opposite way.",
            "what stands in row r was in row r - down before.",
            ((" - down", " + down"), (" - right", " + right")),
        ),
        Misconception(
            "AUG-SWAPPED",
            "the two shifts have changed places.",
            "the first is by rows, down, and the second by columns, to the right.",
            (("down, right = shifts[i]", "right, down = shifts[i]"),),
        ),
        Misconception(
            "AUG-ONLY-DOWN",
            "pictures are shifted down, but not to the right.",
            "move the columns as you move the rows.",
            ((STORED, "changed[i] = picture[row]"),),
        ),
        Misconception(
            "AUG-ONLY-RIGHT",
            "pictures are shifted to the right, but not down.",
            "move the rows as you move the columns.",
            ((STORED, "changed[i] = picture[:, column]"),),
        ),
        Misconception(
            "AUG-NO-SHIFT",
            "pictures are mirrored, but not shifted.",
            "take the rows and columns that the shift brings to each place.",
            ((STORED, "changed[i] = picture"),),
        ),
        Misconception(
            "AUG-MIRRORED-LAST",
            "pictures are mirrored after the shift, so that right has become left.",
            "mirror first, then shift.",
            (
                (UNTURNED, ""),
                (
                    STORED,
                    f"picture = picture[row][:, column]\n{UNTURNED}        changed[i] = picture",
                ),
            ),
        ),
    ),
    shares=(Share(("mirrored",), 2), Share(("shifted",), 2), Share(PARTS)),
)

"""Exercise ``split-by-subject``: no subject on both sides of a split."""

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
    Trial,
    WrongForm,
    instead,
)
from utils.testcases import capstone as testcases


def split_by_subject(subject, order, n_dev):
    in_dev = np.isin(subject, order[:n_dev])
    train = np.flatnonzero(~in_dev)
    dev = np.flatnonzero(in_dev)
    return train, dev


def split_by_rank(subject, order, n_dev):
    rank = np.argsort(order)
    place = rank[subject]
    return np.where(place >= n_dev)[0], np.where(place < n_dev)[0]


def split_by_loop(subject, order, n_dev):
    chosen = {int(each) for each in order[:n_dev]}
    train, dev = [], []
    for i, each in enumerate(subject):
        (dev if int(each) in chosen else train).append(i)
    return np.array(train), np.array(dev)


def split_by_collecting(subject, order, n_dev):
    dev = np.sort(np.concatenate([np.nonzero(subject == each)[0] for each in order[:n_dev]]))
    return np.setdiff1d(np.arange(len(subject)), dev), dev


def split_outputs(result: Any) -> Outputs:
    """Name the two sets of places."""
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise WrongForm(f"expected train and dev to be returned, got {type(result).__name__}")
    return dict(zip(("train", "dev"), result, strict=True))


def split_inputs(rng: np.random.Generator) -> Case:
    """Draw subjects that were taken once to three times, in any order."""
    k, n_dev = int(rng.integers(9, 12)), int(rng.choice([2, 4]))
    order = rng.permutation(k)
    shots = rng.integers(1, 4, k)
    # So that each wrong split is another one than the right one.
    shots[order[:2]], shots[order[-1]] = (2, 3), 2
    return {
        "subject": rng.permutation(np.repeat(np.arange(k), shots)),
        "order": order,
        "n_dev": n_dev,
    }


def split_visible() -> Case:
    """Make the arguments of the visible check."""
    subject, order, n_dev = testcases.split_test_case()
    return {"subject": subject, "order": order, "n_dev": n_dev}


def no_subject_on_both_sides(trial: Trial) -> Complaint | None:
    """Check that no subject is learnt from and chosen by."""
    train, dev = (np.asarray(trial.outputs[name]) for name in ("train", "dev"))
    subject = trial.case["subject"]
    for places in (train, dev):
        if places.dtype.kind not in "iu" or not set(places.flat) <= set(range(len(subject))):
            return None  # these are no places of pictures, which the other property says
    both = np.intersect1d(subject[train], subject[dev])
    return Complaint(f"{len(both)} subjects stand on both sides") if both.size else None


IN_DEV = "in_dev = np.isin(subject, order[:n_dev])"
TRAIN = "train = np.flatnonzero(~in_dev)"
DEV = "dev = np.flatnonzero(in_dev)"
FIRST_SHOTS = "dev = np.sort([list(subject).index(each) for each in order[:n_dev]])"
IN_TURN = "np.concatenate([np.flatnonzero(subject == each) for each in order])"

SPLIT = Exercise(
    id="split-by-subject",
    form="train and dev",
    reference=split_by_subject,
    inputs=split_inputs,
    outputs=split_outputs,
    visible=split_visible,
    compared=("train", "dev"),
    properties=(matches_reference, no_subject_on_both_sides),
    alternatives=(split_by_rank, split_by_loop, split_by_collecting),
    landmarks=(
        *instead(
            IN_DEV,
            ("all but the last n_dev subjects", "in_dev = np.isin(subject, order[n_dev:])"),
            ("the last n_dev pictures", "in_dev = np.arange(len(subject)) >= len(subject) - n_dev"),
            ("the first subject of the order alone", "in_dev = np.isin(subject, order[:1])"),
        ),
    ),
    misconceptions=(
        Misconception(
            "SPLIT-PICTURES",
            "pictures are drawn where subjects should be: two shots of one subject part ways.",
            "ask of each picture whether its subject is among order[:n_dev].",
            ((IN_DEV, "in_dev = np.isin(np.arange(len(subject)), order[:n_dev])"),),
        ),
        Misconception(
            "SPLIT-FIRST-PICTURES",
            "the first n_dev pictures are taken.",
            "it is subjects that are counted and drawn.",
            ((IN_DEV, "in_dev = np.arange(len(subject)) < n_dev"),),
        ),
        Misconception(
            "SPLIT-NOT-DRAWN",
            "the subjects 0 to n_dev - 1 are taken: the order that was drawn plays no part.",
            "take the subjects order[:n_dev].",
            ((IN_DEV, "in_dev = subject < n_dev"),),
        ),
        Misconception(
            "SPLIT-LAST",
            "the last n_dev subjects of the order are taken.",
            "take the first ones: order[:n_dev].",
            ((IN_DEV, "in_dev = np.isin(subject, order[-n_dev:])"),),
        ),
        Misconception(
            "SPLIT-ONE-MORE",
            "one subject too many goes to the development set.",
            "order[:n_dev] holds n_dev subjects.",
            ((IN_DEV, "in_dev = np.isin(subject, order[: n_dev + 1])"),),
        ),
        Misconception(
            "SPLIT-ONE-LESS",
            "one subject too few goes to the development set.",
            "order[:n_dev] ends before place n_dev, so nothing is to be subtracted.",
            ((IN_DEV, "in_dev = np.isin(subject, order[: n_dev - 1])"),),
        ),
        Misconception(
            "SPLIT-EXCHANGED",
            "the two sets have changed places.",
            "the n_dev subjects are for development; the rest is to learn from.",
            (("return train, dev", "return dev, train"),),
        ),
        Misconception(
            "SPLIT-SUBJECTS",
            "the numbers of subjects are returned, not the places of pictures.",
            "np.flatnonzero says where a condition holds.",
            ((TRAIN, "train = order[n_dev:]"), (DEV, "dev = order[:n_dev]")),
        ),
        Misconception(
            "SPLIT-THEIR-SUBJECTS",
            "for each picture its subject is returned, not its place.",
            "return the places themselves: what np.flatnonzero gives.",
            ((TRAIN, "train = subject[~in_dev]"), (DEV, "dev = subject[in_dev]")),
        ),
        Misconception(
            "SPLIT-TRAIN-KEEPS-ALL",
            "the training set holds every picture, those for development too.",
            "take what is not in the development set: ~ turns a condition round.",
            ((TRAIN, "train = np.arange(len(subject))"),),
        ),
        Misconception(
            "SPLIT-SECOND-SHOT-LEAKS",
            "only one shot of each drawn subject is for development; the others are learnt from.",
            "all shots of a subject stay together.",
            (
                (DEV, FIRST_SHOTS),
                (TRAIN, f"{FIRST_SHOTS}\n    train = np.setdiff1d(np.arange(len(subject)), dev)"),
            ),
        ),
        Misconception(
            "SPLIT-SECOND-SHOT-LOST",
            "only one shot of each drawn subject is kept; the others are in neither set.",
            "all shots of a subject stay together.",
            ((DEV, FIRST_SHOTS),),
        ),
        Misconception(
            "SPLIT-COUNTS-PICTURES",
            "the development set has n_dev pictures, not n_dev subjects.",
            "n_dev counts subjects: all shots of order[:n_dev].",
            (
                (
                    IN_DEV,
                    f"in_dev = np.isin(np.arange(len(subject)), {IN_TURN}[:n_dev])",
                ),
            ),
        ),
        Misconception(
            "SPLIT-MASKS",
            "True and False are returned for each picture, not the places of pictures.",
            "np.flatnonzero says where a condition holds.",
            ((TRAIN, "train = ~in_dev"), (DEV, "dev = in_dev")),
        ),
        Misconception(
            "SPLIT-BY-TURNS",
            "the places stand subject by subject, not in increasing order.",
            "ask of all pictures at once: np.isin, then np.flatnonzero.",
            (
                (DEV, f"dev = {IN_TURN.replace('in order]', 'in order[:n_dev]]')}"),
                (TRAIN, f"train = {IN_TURN.replace('in order]', 'in order[n_dev:]]')}"),
            ),
        ),
    ),
)

"""Exercise ``make-mask``: scaled random masks for all layers."""

from __future__ import annotations

from typing import Any

import numpy as np

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
from exercises.masks import unfair
from utils.compare import RTOL
from utils.testcases import minibatch_training as testcases


def make_mask(x, sizes, p, rng):
    masks = {}
    for layer, units in enumerate(sizes):
        numbers = rng.random((len(x), units))
        masks[layer] = (numbers < p[layer]) / p[layer]
    return masks


def masks_by_where(x, sizes, p, rng):
    m = x.shape[0]
    return {i: np.where(rng.random((m, n)) < q, 1 / q, 0.0) for i, (n, q) in enumerate(
        zip(sizes, p, strict=True))}  # fmt: skip


def masks_in_place(x, sizes, p, rng):
    masks = {}
    for layer in range(len(sizes)):
        mask = rng.random(size=(x.shape[0], sizes[layer]))
        off = mask >= p[layer]
        mask[:] = 1 / p[layer]
        mask[off] = 0
        masks[layer] = mask
    return masks


def masks_as_numbers(x, sizes, p, rng):
    masks = dict.fromkeys(range(len(sizes)))
    for layer in masks:
        masks[layer] = (rng.random([len(x), sizes[layer]]) < p[layer]).astype(float)
        masks[layer] *= 1 / p[layer]
    return masks


def mask_outputs(result: Any) -> Outputs:
    """Name the masks by layer."""
    if not isinstance(result, dict):
        raise WrongForm(
            f"expected masks, a dictionary with an array for each layer, got "
            f"{type(result).__name__}"
        )
    return {f"mask{layer}": result.get(layer) for layer in range(4)}


def mask_inputs(rng: np.random.Generator) -> Case:
    """Draw a batch, the network's sizes, and another share for each layer."""
    m, n0, n1, n2 = (int(n) for n in rng.integers([6, 2, 7, 11], [10, 5, 11, 15]))
    shares = [float(share) for share in rng.permutation([0.3, 0.5, 0.7, 0.8])[:3]]
    masks = np.random.RandomState(int(rng.integers(2**31)))
    x = rng.standard_normal((m, n0))
    return {"x": x, "sizes": (n0, n1, n2, 1), "p": (*shares, 1.0), "rng": masks}


def mask_visible() -> Case:
    """Make the arguments of the visible check."""
    x = testcases.make_mask_test_case()
    rng = np.random.RandomState(1)
    return {"x": x, "sizes": (2, 4, 3, 1), "p": (1, 0.5, 0.8, 1), "rng": rng}


def are_scaled_masks(trial: Trial) -> Complaint | None:
    """Check each layer's shape, and that nothing but 0 and 1/p stands in it."""
    x, sizes, p = (trial.case[name] for name in ("x", "sizes", "p"))
    for layer, (units, share) in enumerate(zip(sizes, p, strict=True)):
        mask = trial.outputs[f"mask{layer}"]
        if mask is None:
            return Complaint(f"masks[{layer}] is missing or None")
        if not isinstance(mask, np.ndarray) or mask.shape != (len(x), units):
            return Complaint(
                f"masks[{layer}] should have a row for each example and a column for each unit, "
                f"({len(x)}, {units}); it has {np.shape(mask)}"
            )
        on = mask != 0
        if not np.allclose(mask[on] * share, 1, rtol=RTOL):
            return Complaint(f"masks[{layer}] holds something other than 0 and 1/p[{layer}]")
        if share == 1 and not on.all():
            return Complaint(f"p[{layer}] is 1, and masks[{layer}] still switches units off")
    return None


WIDE = {"x": np.zeros((60, 30)), "sizes": (30, 40, 40, 1)}
"""So many units that a share can be told from a wrong share."""


def keeps_the_right_shares(trial: Trial) -> Complaint | None:
    """Check that each mask keeps about p of its layer, anew for each example and layer."""
    p = (0.8, 0.4, 0.4, 1.0)
    got = trial.call(**WIDE, p=p)
    for layer in range(3):
        columns, name = np.transpose(got[f"mask{layer}"]), f"masks[{layer}]"
        if complaint := unfair(columns, name, p[layer], f"p[{layer}]", "MASK-ONE-ROW"):
            return complaint
    if np.array_equal(got["mask1"], got["mask2"]):
        return Complaint("masks[1] and masks[2] are the same; draw each layer's own")
    return None


def draws_from_rng(trial: Trial) -> Complaint | None:
    """Check that masks come from ``rng`` alone: same state same masks, another state others."""
    case = {**WIDE, "p": (0.8, 0.4, 0.4, 1.0)}
    first, again = trial.call(**case), trial.call(**case)
    other = trial.call(**case, rng=np.random.RandomState(8))
    names = ("mask0", "mask1", "mask2")
    if all(np.array_equal(first[name], other[name]) for name in names):
        # The same number everywhere was not drawn at all.
        drawn = any(np.ptp(first[name]) > 0 for name in names)
        hint = "MASK-SEED-INSIDE" if drawn else None
        return Complaint("every generator gives the same masks", hint)
    if not all(np.array_equal(first[name], again[name]) for name in names):
        return Complaint("the masks do not come from rng alone", "MASK-GLOBAL-RANDOM")
    return None


NUMBERS = "rng.random((len(x), units))"
MASK = "(numbers < p[layer]) / p[layer]"

MAKE_MASK = Exercise(
    id="make-mask",
    form="masks, a dictionary with an array for each layer",
    reference=make_mask,
    inputs=mask_inputs,
    outputs=mask_outputs,
    visible=mask_visible,
    compared=("mask0", "mask1", "mask2", "mask3"),
    masks=("mask0", "mask1", "mask2", "mask3"),
    properties=(are_scaled_masks,),
    properties_once=(keeps_the_right_shares, draws_from_rng),
    alternatives=(masks_by_where, masks_in_place, masks_as_numbers),
    landmarks=(
        *instead(
            MASK,
            (
                "a division by the share that was kept",
                "(numbers < p[layer]) / np.mean(numbers < p[layer])",
            ),
            ("a comparison with 0.5", "(numbers < 0.5) / p[layer]"),
            ("a scale that is added", "(numbers < p[layer]) + 1 / p[layer]"),
        ),
    ),
    misconceptions=(
        Misconception(
            "MASK-NO-SCALE",
            "the masks hold 1 where a unit stays on: nothing makes up for the units that are off.",
            "divide by p[layer], so that a layer passes on as much as before, on average.",
            ((MASK, "(numbers < p[layer]).astype(float)"),),
        ),
        Misconception(
            "MASK-GREATER",
            "a unit stays on where its number is above p.",
            "a number below p turns up with probability p: use <.",
            ((MASK, "(numbers > p[layer]) / p[layer]"),),
        ),
        Misconception(
            "MASK-TIMES",
            "the units that stay are multiplied by p.",
            "fewer units must carry the same sum: divide by p[layer].",
            ((MASK, "(numbers < p[layer]) * p[layer]"),),
        ),
        Misconception(
            "MASK-ONE-MINUS",
            "the units that stay are divided by 1 - p, the share that is switched off.",
            "divide by the share that stays, p[layer].",
            ((MASK, "(numbers < p[layer]) / (1 - p[layer])"),),
            raises=True,  # where the warning about the division by 0 is an error
        ),
        Misconception(
            "MASK-SAME-P",
            "all layers use p[0], which is 1 in the example above, or nothing is drawn.",
            "compare the numbers of each layer with its own share, p[layer].",
            ((MASK, "(numbers < p[0]) / p[0]"),),
        ),
        Misconception(
            "MASK-LAYER-BELOW",
            "each layer uses the share of the layer below it.",
            "p is numbered as the layers are, from 0: p[layer].",
            ((MASK, "(numbers < p[layer - 1]) / p[layer - 1]"),),
        ),
        Misconception(
            "MASK-ONE-ROW",
            "one row of numbers serves all examples (in the example above it switches nothing off),"
            " or none are drawn.",
            "draw (len(x), sizes[layer]) numbers: each example has its own units off.",
            ((NUMBERS, "rng.random(units) * np.ones((len(x), 1))"),),
        ),
        Misconception(
            "MASK-ROW-ONLY",
            "the mask has one row, and not one for each example.",
            "the shape to draw is (len(x), sizes[layer]).",
            ((NUMBERS, "rng.random((1, units))"),),
        ),
        Misconception(
            "MASK-TRANSPOSED",
            "the masks have units in rows and examples in columns.",
            "examples stand in rows here: draw the shape (len(x), sizes[layer]).",
            ((NUMBERS, "rng.random((units, len(x)))"),),
        ),
        Misconception(
            "MASK-WHOLE-ROWS",
            "one number serves all units of an example: they are on or off together.",
            "draw a number for each unit and example: (len(x), sizes[layer]).",
            ((NUMBERS, "rng.random((len(x), 1)) * np.ones(units)"),),
        ),
        Misconception(
            "MASK-NORMAL",
            "the random numbers come from the normal distribution.",
            "rng.random gives numbers from 0 to 1 evenly; randn or standard_normal does not.",
            ((NUMBERS, "rng.standard_normal((len(x), units))"),),
        ),
        Misconception(
            "MASK-NO-THRESHOLD",
            "the random numbers themselves are used as the mask.",
            "compare them with p[layer], so that a unit is either on or off.",
            ((MASK, "numbers / p[layer]"),),
        ),
        Misconception(
            "MASK-STARTED-ANEW",
            "each layer uses the same stretch of random numbers.",
            "draw one layer after the other from rng; do not start it anew.",
            (
                ("    masks = {}\n", "    masks = {}\n    start = rng.get_state()\n"),
                ("        numbers", "        rng.set_state(start)\n        numbers"),
            ),
        ),
        Misconception(
            "MASK-SEED-INSIDE",
            "the function seeds its own random numbers: every call draws the same masks.",
            "draw from the rng that is passed in, and seed nothing inside.",
            (("    masks = {}\n", "    masks = {}\n    rng = np.random.RandomState(0)\n"),),
        ),
        Misconception(
            "MASK-GLOBAL-RANDOM",
            "the masks are drawn from np.random, not from rng.",
            "draw with rng.random((len(x), sizes[layer])): one shape in place of two numbers.",
            ((NUMBERS, "np.random.random((len(x), units))"),),
        ),
    ),
)

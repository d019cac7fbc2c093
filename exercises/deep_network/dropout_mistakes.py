"""The mistakes of exercise ``deep-dropout``."""

from __future__ import annotations

from exercises.exercise import Misconception

DRAW = "rng.random(A.shape) < keep_prob"
MASK, SCALE = "        A = A * D\n", "        A = A / keep_prob\n"
BACK_MASK, BACK_SCALE = "        dA = dA * D\n", "        dA = dA / keep_prob\n"

MISCONCEPTIONS = (
    Misconception(
        "DEEPDROP-GREATER",
        "the mask keeps a unit where the random number is above keep_prob.",
        "a number below keep_prob turns up with probability keep_prob: use <.",
        ((DRAW, DRAW.replace("<", ">")),),
    ),
    Misconception(
        "DEEPDROP-NO-SCALE",
        "nothing is divided by keep_prob, on the way up or down.",
        "divide A by keep_prob after the mask, and dA too.",
        ((SCALE, ""), (BACK_SCALE, "")),
    ),
    Misconception(
        "DEEPDROP-UP-NO-SCALE",
        "A is masked, but not divided by keep_prob on the way up.",
        "divide A by keep_prob, so that the sum above stays the same on average.",
        ((SCALE, ""),),
    ),
    Misconception(
        "DEEPDROP-DOWN-NO-SCALE",
        "dA is masked, but not divided by keep_prob on the way down.",
        "A was divided by keep_prob, so its derivative has the same factor: divide dA.",
        ((BACK_SCALE, ""),),
    ),
    Misconception(
        "DEEPDROP-TIMES",
        "A and dA are multiplied by keep_prob.",
        "fewer units must carry the same sum: divide by keep_prob.",
        (("A / keep_prob", "A * keep_prob"),),
    ),
    Misconception(
        "DEEPDROP-ONE-MINUS",
        "A and dA are divided by 1 - keep_prob, the share that is dropped.",
        "divide by the share that stays, keep_prob.",
        (("A / keep_prob", "A / (1 - keep_prob)"),),
    ),
    Misconception(
        "DEEPDROP-UP-NO-MASK",
        "the mask is drawn and used on the way down, but not on the way up.",
        "multiply A by D before you scale it.",
        ((MASK, ""),),
    ),
    Misconception(
        "DEEPDROP-DOWN-NO-MASK",
        "dA is not masked: units that were off receive a gradient.",
        "multiply dA by the mask of its layer, then scale.",
        ((BACK_MASK, ""),),
    ),
    Misconception(
        "DEEPDROP-DOWN-NOTHING",
        "the way down ignores dropout: dA has no mask and no scale.",
        "dA needs the same two lines as A: times the mask, divided by keep_prob.",
        ((BACK_MASK, ""), (BACK_SCALE, "")),
    ),
    Misconception(
        "DEEPDROP-FRESH-MASK",
        "new masks are drawn on the way down.",
        "take D from masks: the same units must be off both ways.",
        (('D = masks[f"D{layer}"]', "D = rng.random(dA.shape) < keep_prob"),),
    ),
    Misconception(
        "DEEPDROP-OUTPUT",
        "the output layer has dropout too.",
        "leave AL as it is: a dropped prediction is no prediction.",
        (
            (
                '    dA, grads[f"dW{L}"]',
                "    AL = AL * (rng.random(AL.shape) < keep_prob) / keep_prob\n"
                '    dA, grads[f"dW{L}"]',
            ),
        ),
    ),
    Misconception(
        "DEEPDROP-INPUT",
        "the examples X are dropped too, before the first layer.",
        "dropout here is for hidden layers: leave X as it is.",
        (
            (
                "    A, caches, masks, grads = X,",
                "    X = X * (rng.random(X.shape) < keep_prob) / keep_prob\n"
                "    A, caches, masks, grads = X,",
            ),
        ),
    ),
    Misconception(
        "DEEPDROP-FIRST-ONLY",
        "only the first hidden layer has dropout; the other masks are drawn, but not used.",
        "mask and scale in every round of both loops.",
        (
            (MASK + SCALE, "        if layer == 1:\n            A = A * D / keep_prob\n"),
            (
                BACK_MASK + BACK_SCALE,
                "        if layer == 1:\n            dA = dA * D / keep_prob\n",
            ),
        ),
    ),
    Misconception(
        "DEEPDROP-LAST-MISSING",
        "the last hidden layer has no dropout.",
        "hidden layers are 1 to L - 1: only the output layer is left out.",
        (
            (MASK + SCALE, "        if layer < L - 1:\n            A = A * D / keep_prob\n"),
            (
                BACK_MASK + BACK_SCALE,
                "        if layer < L - 1:\n            dA = dA * D / keep_prob\n",
            ),
        ),
    ),
    Misconception(
        "DEEPDROP-ONE-COLUMN",
        "one column of random numbers serves all examples.",
        "draw as many numbers as A has entries: rng.random(A.shape).",
        (("rng.random(A.shape)", "rng.random((A.shape[0], 1))"),),
    ),
    Misconception(
        "DEEPDROP-SAME-MASK",
        "every layer's mask is the same stretch of random numbers.",
        "draw each mask after the other from rng; do not start rng anew in the loop.",
        (
            ("    L = depth", "    start = rng.get_state()\n    L = depth"),
            ("        D = (rng", "        rng.set_state(start)\n        D = (rng"),
        ),
    ),
    Misconception(
        "DEEPDROP-SEED-INSIDE",
        "the function seeds its own random numbers: every call draws the same masks.",
        "draw from the rng that is passed in, and seed nothing inside.",
        (("    L = depth", "    rng = np.random.RandomState(0)\n    L = depth"),),
    ),
    Misconception(
        "DEEPDROP-GLOBAL-RANDOM",
        "the masks are drawn from np.random, not from rng.",
        "draw with rng.random(A.shape): one shape in place of two numbers.",
        (("rng.random(A.shape)", "np.random.random(A.shape)"),),
    ),
)

"""The mistakes of exercise ``dropout-forward``."""

from __future__ import annotations

from exercises.exercise import Misconception

DRAW_1 = "rng.random(A1.shape) < keep_prob"
DRAW_2 = "rng.random(A2.shape) < keep_prob"
MASK_1 = "    A1 = A1 * D1\n"
MASK_2 = "    A2 = A2 * D2\n"
SCALE_1 = "    A1 = A1 / keep_prob\n"
SCALE_2 = "    A2 = A2 / keep_prob\n"

MISCONCEPTIONS = (
    Misconception(
        "DROP-GREATER",
        "the mask keeps a unit where the random number is above keep_prob.",
        "a number below keep_prob turns up with probability keep_prob: use <.",
        ((".shape) < keep", ".shape) > keep"),),
    ),
    Misconception(
        "DROP-NO-SCALE",
        "the units that stay are not scaled up.",
        "divide A1 and A2 by keep_prob, so that their expected sum stays the same.",
        ((SCALE_1, ""), (SCALE_2, "")),
    ),
    Misconception(
        "DROP-TIMES",
        "the units that stay are multiplied by keep_prob.",
        "fewer units must carry the same sum: divide by keep_prob.",
        (("A1 / keep_prob", "A1 * keep_prob"), ("A2 / keep_prob", "A2 * keep_prob")),
    ),
    Misconception(
        "DROP-ONE-MINUS",
        "the units that stay are divided by 1 - keep_prob, the share that is dropped.",
        "divide by the share that stays, keep_prob.",
        (
            ("A1 / keep_prob", "A1 / (1 - keep_prob)"),
            ("A2 / keep_prob", "A2 / (1 - keep_prob)"),
        ),
    ),
    Misconception(
        "DROP-NO-MASK",
        "A1 and A2 are scaled, but no unit is shut down.",
        "multiply A1 by D1 and A2 by D2 before you scale.",
        (("    A1 = A1 * D1\n", ""), ("    A2 = A2 * D2\n", "")),
    ),
    Misconception(
        "DROP-FIRST-ONLY",
        "D2 is not used: only the first hidden layer has dropout.",
        "do steps 2 and 3 for A2, too: multiply by D2, divide by keep_prob.",
        (("    A2 = A2 * D2\n", ""), (SCALE_2, "")),
    ),
    Misconception(
        "DROP-SECOND-ONLY",
        "D1 is not used: only the second hidden layer has dropout.",
        "do steps 2 and 3 for A1, too: multiply by D1, divide by keep_prob.",
        (("    A1 = A1 * D1\n", ""), (SCALE_1, "")),
    ),
    Misconception(
        "DROP-SCALE-ONCE",
        "A1 is scaled, A2 is not.",
        "divide A2 by keep_prob too.",
        ((SCALE_2, ""),),
    ),
    Misconception(
        "DROP-ONE-MASK",
        "one column of random numbers serves all examples.",
        "draw as many numbers as A1 has entries: rng.random(A1.shape).",
        (
            ("rng.random(A1.shape)", "rng.random((A1.shape[0], 1))"),
            ("rng.random(A2.shape)", "rng.random((A2.shape[0], 1))"),
        ),
    ),
    Misconception(
        "DROP-NORMAL",
        "the random numbers come from the normal distribution.",
        "rng.random gives numbers from 0 to 1 evenly; rng.randn or standard_normal does not.",
        (("rng.random(", "rng.standard_normal("),),
    ),
    Misconception(
        "DROP-NO-THRESHOLD",
        "the random numbers themselves are used as the mask.",
        "compare them with keep_prob, so that the mask holds only 0 and 1.",
        (
            (f"({DRAW_1}).astype(int)", "rng.random(A1.shape)"),
            (f"({DRAW_2}).astype(int)", "rng.random(A2.shape)"),
        ),
    ),
    Misconception(
        "DROP-OUTPUT",
        "the output layer has dropout too.",
        "leave A3 as it is: a dropped prediction is no prediction.",
        (
            (
                "    A3 = sigmoid(Z3)\n",
                "    A3 = sigmoid(Z3)\n"
                "    A3 = A3 * (rng.random(A3.shape) < keep_prob) / keep_prob\n",
            ),
        ),
    ),
    Misconception(
        "DROP-MASKS-AT-ONCE",
        "both masks are the same stretch of random numbers.",
        "draw D1 and then D2 from rng, one after the other; do not start rng anew.",
        (
            ("    Z1 = np.dot", "    start = rng.get_state()\n    Z1 = np.dot"),
            ("    D2 =", "    rng.set_state(start)\n    D2 ="),
        ),
    ),
    Misconception(
        "DROP-BEFORE-RELU",
        "Z1 and Z2 are masked and scaled before the bias is added.",
        "let relu finish first: dropout acts on the activations A1 and A2.",
        (
            ("    Z1 = np.dot(W1, X) + b1\n    A1 = relu(Z1)\n", "    A1 = np.dot(W1, X)\n"),
            (SCALE_1, SCALE_1 + "    Z1 = A1 + b1\n    A1 = relu(Z1)\n"),
            ("    Z2 = np.dot(W2, A1) + b2\n    A2 = relu(Z2)\n", "    A2 = np.dot(W2, A1)\n"),
            (SCALE_2, SCALE_2 + "    Z2 = A2 + b2\n    A2 = relu(Z2)\n"),
        ),
    ),
    Misconception(
        "DROP-SEED-INSIDE",
        "the function seeds its own random numbers: every call draws the same masks.",
        "draw from the rng that is passed in, and seed nothing inside.",
        (("    Z1 = np.dot", "    rng = np.random.RandomState(0)\n    Z1 = np.dot"),),
    ),
    Misconception(
        "DROP-GLOBAL-RANDOM",
        "the masks are drawn from np.random, not from rng.",
        "draw with rng.random(A1.shape): one shape in place of two numbers.",
        (
            ("rng.random(A1.shape)", "np.random.random(A1.shape)"),
            ("rng.random(A2.shape)", "np.random.random(A2.shape)"),
        ),
    ),
)

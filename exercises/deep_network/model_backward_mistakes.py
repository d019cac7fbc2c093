"""The mistakes of exercise ``deep-l2``."""

from __future__ import annotations

from exercises.exercise import Misconception, in_each

TOP = "linear_backward(AL - Y, caches[L - 1][0])"
TOP_PENALTY = " + lambd / m * caches[L - 1][0][1]"
HIDDEN = 'linear_activation_backward(dA, cache, "relu")'
HIDDEN_PENALTY = " + lambd / m * cache[0][1]"
PENALTIES = (TOP_PENALTY, HIDDEN_PENALTY)


MISCONCEPTIONS = (
    Misconception(
        "DEEPBACK-NONE",
        "no layer has the penalty's part.",
        "add λ/m·W to every dW, or use functions that do.",
        ((TOP_PENALTY, ""), (HIDDEN_PENALTY, "")),
    ),
    Misconception(
        "DEEPBACK-TOP-ONLY",
        "only the last layer has the penalty's part.",
        "add it inside the loop too: all weight matrices are in the cost.",
        ((HIDDEN_PENALTY, ""),),
    ),
    Misconception(
        "DEEPBACK-HIDDEN-ONLY",
        "the last layer's dW lacks the penalty's part.",
        "the top layer stands before the loop, and is easily forgotten: add it there too.",
        ((TOP_PENALTY, ""),),
    ),
    Misconception(
        "DEEPBACK-TWICE",
        "the penalty's part is in every dW twice.",
        "the factor is λ/m, added once: where a layer's function does it, the loop must not.",
        ((TOP_PENALTY, TOP_PENALTY * 2), (HIDDEN_PENALTY, HIDDEN_PENALTY * 2)),
    ),
    Misconception(
        "DEEPBACK-HALF",
        "λ/(2m)·W is added: the 2 of the cost is still there.",
        "the derivative of ½w² is w: the 2 of the square cancels the ½.",
        in_each(PENALTIES, "lambd / m", "lambd / (2 * m)"),
    ),
    Misconception(
        "DEEPBACK-NO-M",
        "λ·W is added without dividing by m.",
        "m is given; the factor is λ/m.",
        in_each(PENALTIES, "lambd / m", "lambd"),
    ),
    Misconception(
        "DEEPBACK-BIASES",
        "the biases' gradients have a penalty too.",
        "the cost sums squares of weights only: no λ in any db.",
        (
            ('grads[f"db{L}"] = db', 'grads[f"db{L}"] = db + lambd / m * caches[L - 1][0][2]'),
            (
                'grads[f"db{layer}"] = db',
                'grads[f"db{layer}"] = db + lambd / m * cache[0][2]',
            ),
        ),
    ),
    Misconception(
        "DEEPBACK-SIGN",
        "the pass starts from Y - AL: the plain gradients point uphill.",
        "dZ of the last layer is AL - Y: too high an output should come down.",
        (("AL - Y", "Y - AL"),),
    ),
    Misconception(
        "DEEPBACK-BY-M-TWICE",
        "AL - Y is divided by m, and the layers divide by m again.",
        "start from AL - Y as it is; each layer takes the mean itself.",
        (("(AL - Y,", "((AL - Y) / m,"),),
    ),
    Misconception(
        "DEEPBACK-SIGMOID-TWICE",
        "the sigmoid's slope is applied to AL - Y, which has it already.",
        "AL - Y is dZ of the last layer: go on with linear_backward.",
        ((TOP, 'linear_activation_backward(AL - Y, caches[L - 1], "sigmoid")'),),
    ),
    Misconception(
        "DEEPBACK-TOP-RELU",
        "the last layer is treated as a ReLU layer.",
        "the last layer ends in a sigmoid, whose slope is in AL - Y: use linear_backward.",
        ((TOP, 'linear_activation_backward(AL - Y, caches[L - 1], "relu")'),),
    ),
    Misconception(
        "DEEPBACK-ALL-SIGMOID",
        "the hidden layers are treated as sigmoid layers.",
        'hidden layers end in ReLU: pass "relu".',
        ((HIDDEN, 'linear_activation_backward(dA, cache, "sigmoid")'),),
    ),
    Misconception(
        "DEEPBACK-NO-RELU",
        "the hidden layers' slope is missing: dA is used as dZ.",
        'use the function for a whole layer, with "relu".',
        ((HIDDEN, "linear_backward(dA, cache[0])"),),
    ),
    Misconception(
        "DEEPBACK-CACHE-ABOVE",
        "layer l is given caches[l], which belongs to the layer above it.",
        "Python counts from 0: layer l has caches[l - 1].",
        (("cache = caches[layer - 1]", "cache = caches[layer]"),),
        raises=True,
        line="_backward",
    ),
    Misconception(
        "DEEPBACK-CACHE-BELOW",
        "layer l is given caches[l - 2], which belongs to the layer below it.",
        "Python counts from 0: layer l has caches[l - 1].",
        (("cache = caches[layer - 1]", "cache = caches[layer - 2]"),),
        raises=True,
        line="_backward",
    ),
    Misconception(
        "DEEPBACK-UPWARDS",
        "the loop runs upwards from layer 1; gradients come from above.",
        "count down: range(L - 1, 0, -1), or reversed(range(1, L)).",
        (("range(L - 1, 0, -1)", "range(1, L)"),),
        raises=True,
        line="_backward",
    ),
)

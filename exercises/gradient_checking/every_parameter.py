"""Exercise ``gradient-check-n``: the numerical gradient by all parameters, and how far ours is."""

from __future__ import annotations

from typing import Any

import numpy as np

from exercises.examination import matches_reference
from exercises.exercise import (
    Case,
    Complaint,
    Exercise,
    Misconception,
    NamedPart,
    Outputs,
    Share,
    Trial,
    WrongForm,
    in_each,
    instead,
)
from utils.gradient_checks import complex_step_gradient, stable_cost
from utils.networks import Array, backward_propagation, forward_propagation
from utils.testcases import gradient_checking as testcases

COARSE = 0.01
"""Step of the visible check and, about, of the hidden one: mistakes show, round-off does not."""


def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    numerical = {}
    for name, values in parameters.items():
        numerical[f"d{name}"] = np.zeros(values.shape)
        for index in np.ndindex(values.shape):
            plus, minus = (
                {key: value.copy() for key, value in parameters.items()} for _ in range(2)
            )
            plus[name][index] += epsilon
            minus[name][index] -= epsilon
            rise = cost(plus, X, Y) - cost(minus, X, Y)
            numerical[f"d{name}"][index] = rise / (2 * epsilon)
    ours = np.concatenate([np.ravel(gradients[key]) for key in numerical])
    slopes = np.concatenate([np.ravel(block) for block in numerical.values()])
    numerator = np.linalg.norm(ours - slopes)
    denominator = np.linalg.norm(ours) + np.linalg.norm(slopes)
    return numerator / denominator, numerical


def check_by_sums_of_squares(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    numerical, gap, ours, theirs = {}, 0.0, 0.0, 0.0
    for name in parameters:
        block = parameters[name]
        slopes = np.empty_like(block)
        for place in range(block.size):
            costs = []
            for side in (epsilon, -epsilon):
                moved = block.copy()
                moved.flat[place] += side
                costs.append(cost({**parameters, name: moved}, X, Y))
            slopes.flat[place] = (costs[0] - costs[1]) / epsilon / 2
        numerical["d" + name] = slopes
        gap += np.sum((gradients["d" + name] - slopes) ** 2)
        ours += np.sum(gradients["d" + name] ** 2)
        theirs += np.sum(slopes**2)
    return gap**0.5 / (ours**0.5 + theirs**0.5), numerical


def check_in_place_and_back(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    theta = {name: np.array(values, dtype=float) for name, values in parameters.items()}
    numerical = {f"d{name}": np.zeros(values.shape) for name, values in theta.items()}
    for name in theta:
        for index, kept in np.ndenumerate(theta[name].copy()):
            theta[name][index] = kept + epsilon
            above = cost(theta, X, Y)
            theta[name][index] = kept - epsilon
            below = cost(theta, X, Y)
            theta[name][index] = kept
            numerical[f"d{name}"][index] = 0.5 * (above - below) / epsilon
    pairs = [(gradients[key].ravel(), numerical[key].ravel()) for key in numerical]
    grad, approx = np.hstack([g for g, _ in pairs]), np.hstack([n for _, n in pairs])
    difference = np.linalg.norm(approx - grad) / (np.linalg.norm(approx) + np.linalg.norm(grad))
    return [float(difference), numerical]


def check_outputs(result: Any) -> Outputs:
    """Name the difference and the numerical gradients."""
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise WrongForm("expected two things, difference and numerical")
    difference, numerical = result
    if not isinstance(numerical, dict) and not (difference is None and numerical is None):
        raise WrongForm(f"numerical: expected a dictionary, got {type(numerical).__name__}")
    names = [f"d{kind}{layer}" for layer in (1, 2, 3) for kind in "Wb"]
    return {"difference": difference, **{name: (numerical or {}).get(name) for name in names}}


def random_case(rng: np.random.Generator) -> tuple[dict[str, Array], Array, Array]:
    """Draw a small network that lives in every layer, at some distance from all kinks."""
    while True:
        m, n0, n1, n2 = (int(n) for n in rng.integers([3, 2, 3, 2], [6, 4, 5, 4]))
        X, sizes = rng.standard_normal((n0, m)), (n0, n1, n2, 1)
        parameters = {}
        for layer in (1, 2, 3):
            shape = sizes[layer], sizes[layer - 1]
            parameters[f"W{layer}"] = rng.standard_normal(shape)
            parameters[f"b{layer}"] = rng.standard_normal((shape[0], 1)) / 2
        _, (Z1, A1, _, _, Z2, A2, _, _, Z3, *_) = forward_propagation(X, parameters)
        lively = all((A > 0).any(axis=1).sum() > 1 for A in (A1, A2))
        # Far enough that no move of COARSE reaches a kink, in this layer or in the next.
        if lively and min(np.abs(Z1).min(), np.abs(Z2).min()) > 0.1 and np.abs(Z3).max() < 4:
            return parameters, X, rng.permutation(np.arange(m) % 2)[np.newaxis]


def check_inputs(rng: np.random.Generator) -> Case:
    """Draw a network with gradients in which two blocks are wrong."""
    parameters, X, Y = random_case(rng)
    _, cache = forward_propagation(X, parameters)
    gradients = backward_propagation(X, Y, cache)
    for name, factor in zip(rng.permutation(["dW1", "dW2", "dW3"]), rng.uniform(2, 4, 2)):  # noqa: B905
        gradients[str(name)] = factor * gradients[str(name)]
    # One block points elsewhere: the size of the sum is then not the sum of the sizes.
    gradients["db2"] = -gradients["db2"]
    epsilon, decay = float(rng.uniform(0.5, 0.8)) * COARSE, float(rng.uniform(0.5, 1))

    def cost(parameters: dict[str, Array], X: Array, Y: Array) -> float:
        squares = sum(np.sum(values**2) for values in parameters.values())
        return stable_cost(parameters, X, Y) + decay / 2 * squares - 100.0

    case = {"parameters": parameters, "gradients": gradients, "X": X, "Y": Y}
    return {**case, "epsilon": epsilon, "cost": cost}


def check_visible() -> Case:
    """Make the arguments of the visible check."""
    parameters, gradients, X, Y = testcases.gradient_check_n_test_case()
    case = {"parameters": parameters, "gradients": gradients, "X": X, "Y": Y}
    return {**case, "epsilon": COARSE}


def accepts_right_gradients(trial: Trial) -> Complaint | None:
    """Check that right gradients pass at a fine step, and that one wrong block does not."""
    case = trial.case
    right = complex_step_gradient(case["parameters"], case["X"], case["Y"])
    fine = {"epsilon": 1e-6, "cost": stable_cost}
    found = trial.call(gradients=right, **fine)["difference"]
    if np.ndim(found) != 0 or not found < 1e-7:
        return Complaint("right gradients are not accepted at epsilon = 1e-6")
    spoilt = {**right, "db3": right["db3"] + 0.1}
    if not trial.call(gradients=spoilt, **fine)["difference"] > 1e-4:
        return Complaint("a wrong db3 is not noticed")
    return None


RISE = "cost(plus, X, Y) - cost(minus, X, Y)"
RATIO = "numerator / denominator, numerical"
SIZES = "np.linalg.norm(ours) + np.linalg.norm(slopes)"
MOVE_UP, MOVE_DOWN = "plus[name][index] += epsilon\n", "minus[name][index] -= epsilon\n"
COPIES = """            plus, minus = (
                {key: value.copy() for key, value in parameters.items()} for _ in range(2)
            )
"""

GRADIENT_CHECK_N = Exercise(
    id="gradient-check-n",
    form="two things, difference and numerical",
    reference=gradient_check_n,
    inputs=check_inputs,
    outputs=check_outputs,
    visible=check_visible,
    compared=("difference", "dW3"),
    properties=(matches_reference,),
    properties_once=(accepts_right_gradients,),
    alternatives=(check_by_sums_of_squares, check_in_place_and_back),
    untouched=(
        (f'            rise = {RISE}\n            numerical[f"d{{name}}"][index] = '
         "rise / (2 * epsilon)\n", ""),
        (RATIO, "None, numerical"),
    ),
    landmarks=(
        *instead(
            SIZES,
            ("the larger norm below", "max(np.linalg.norm(ours), np.linalg.norm(slopes))"),
            ("the product of the norms below", "np.linalg.norm(ours) * np.linalg.norm(slopes)"),
            ("the difference of the norms below", "np.linalg.norm(ours) - np.linalg.norm(slopes)"),
            ("one norm twice below, that of gradients", "2 * np.linalg.norm(ours)"),
            ("one norm twice below, that of numerical", "2 * np.linalg.norm(slopes)"),
        ),
        *instead(
            "np.linalg.norm(ours - slopes)",
            ("a sum above", "np.linalg.norm(ours + slopes)"),
            ("squares above", "np.sum((ours - slopes) ** 2)"),
            ("norms subtracted above", "abs(np.linalg.norm(ours) - np.linalg.norm(slopes))"),
        ),
        *instead(
            "np.ravel(gradients[key]) for key in numerical",
            (
                "two vectors in different orders",
                "np.ravel(gradients[key]) for key in sorted(numerical)",
            ),
        ),
        NamedPart(
            "what comes of a quotient upside down",
            edits=((RATIO, "denominator / numerator, numerical"),),
        ),
        NamedPart("what comes of ε = 1e-7", {"epsilon": 1e-7}),
        NamedPart(
            "what comes of moves by ε / 2",
            edits=in_each((MOVE_UP, MOVE_DOWN), "epsilon", "epsilon / 2"),
        ),
        NamedPart(
            "what comes of moves by a share of each number",
            edits=(
                (MOVE_UP, MOVE_UP.replace("+= epsilon", "*= 1 + epsilon")),
                (MOVE_DOWN, MOVE_DOWN.replace("-= epsilon", "*= 1 - epsilon")),
            ),
        ),
    ),
    misconceptions=(
        Misconception(
            "GCN-ONE-SIDED",
            "the slopes are one-sided: from θ to θ + ε.",
            "move the number down, too: to θ - ε. The distance is then 2ε.",
            ((MOVE_DOWN, "pass\n"), ("/ (2 * epsilon)", "/ epsilon")),
        ),
        Misconception(
            "GCN-EPSILON",
            "the slopes are twice what they should be: the two points lie 2ε apart.",
            "divide by 2 * epsilon.",
            (("/ (2 * epsilon)", "/ epsilon"),),
        ),
        Misconception(
            "GCN-PRECEDENCE",
            "`/ 2 * epsilon` divides by 2 and then multiplies by ε.",
            "put the whole denominator into parentheses: / (2 * epsilon).",
            (("/ (2 * epsilon)", "/ 2 * epsilon"),),
        ),
        Misconception(
            "GCN-REVERSED",
            "all slopes have the wrong sign.",
            "subtract the cost of the parameters moved down from that of those moved up.",
            ((RISE, "cost(minus, X, Y) - cost(plus, X, Y)"),),
        ),
        Misconception(
            "GCN-SAME-ARRAYS",
            "all numerical slopes are 0.",
            "print the two costs. If they are alike: is each array a copy of its own, and does"
            " cost get it? If not: is the quotient stored in slope?",
            ((COPIES, COPIES.replace("for _ in range(2)", "for _ in range(1)")
              .replace("plus, minus = (", "(plus,) = (") + "            minus = plus\n"),),
        ),
        Misconception(
            "GCN-SHALLOW-COPY",
            "the slopes are halved: one of the two costs is that of the number not moved.",
            "is each array moved, up and down, and is each a copy of its own?",
            ((COPIES,
              "            plus = {key: value.copy() for key, value in parameters.items()}\n"
              "            minus = dict(plus)\n"),
             (f"            {MOVE_DOWN}", ""),
             (f"rise = {RISE}",
              "above = cost(plus, X, Y)\n            minus[name][index] -= epsilon\n"
              "            rise = above - cost(minus, X, Y)")),
        ),
        Misconception(
            "GCN-NOT-RESTORED",
            "a number that was moved stays moved while the next ones are checked.",
            "start from the untouched parameters for each number, or put the old value back.",
            (("    numerical = {}\n",
              "    numerical = {}\n"
              "    theta = {key: value.copy() for key, value in parameters.items()}\n"),
             (COPIES, ""),
             (f"            {MOVE_UP}", "            theta[name][index] += epsilon\n"),
             (f"            {MOVE_DOWN}", ""),
             (f"rise = {RISE}", "above = cost(theta, X, Y)\n"
              "            theta[name][index] -= 2 * epsilon\n"
              "            rise = above - cost(theta, X, Y)")),
        ),
        Misconception(
            "GCN-WHOLE-BLOCK",
            "all numbers of a block are moved at once.",
            "move one number at a time: the one at [index].",
            ((MOVE_UP, "plus[name] += epsilon\n"), (MOVE_DOWN, "minus[name] -= epsilon\n")),
        ),
        Misconception(
            "GCN-ROW",
            "a whole row of a block is moved at once.",
            "index with the full place, [index]; index[0] alone names a row.",
            ((MOVE_UP, "plus[name][index[0]] += epsilon\n"),
             (MOVE_DOWN, "minus[name][index[0]] -= epsilon\n")),
        ),
        Misconception(
            "GCN-ABSOLUTE",
            "the numerator stands alone.",
            "divide by the sum of the two norms.",
            ((RATIO, "numerator, numerical"),),
        ),
        Misconception(
            "GCN-ONE-NORM",
            "the denominator holds the norm of the gradients alone, or the larger of the two.",
            "add the two norms: both belong there.",
            ((SIZES, "np.linalg.norm(ours)"),),
        ),
        Misconception(
            "GCN-OTHER-NORM",
            "the denominator holds the norm of the numerical gradient alone.",
            "add the norm of the gradients: both belong there.",
            ((SIZES, "np.linalg.norm(slopes)"),),
        ),
        Misconception(
            "GCN-LARGEST",
            "the largest entries are taken where norms are asked for.",
            "np.linalg.norm is the root of the sum of squares.",
            (("np.linalg.norm(ours - slopes)", "np.abs(ours - slopes).max()"),
             (SIZES, "np.abs(ours).max() + np.abs(slopes).max()")),
        ),
        Misconception(
            "GCN-MEAN",
            "the difference is the mean of the blocks' own differences.",
            "put all numbers into one vector each, and take the difference of the two vectors.",
            ((RATIO,
              "np.mean([np.linalg.norm(gradients[k] - numerical[k])\n"
              "        / (np.linalg.norm(gradients[k]) + np.linalg.norm(numerical[k]))"
              " for k in numerical]), numerical"),),
        ),
        Misconception(
            "GCN-PARAMETERS",
            "the gradients are compared with the parameters.",
            "compare them with the numerical gradient.",
            (("np.ravel(block) for block in numerical.values()",
              "np.ravel(block) for block in parameters.values()"),),
        ),
        Misconception(
            "GCN-ALL-GRADIENTS",
            "all of gradients is in the vector: dZ3, dA2 and the like, too.",
            "take the blocks that numerical has: gradients[key] for each of its keys.",
            (("[np.ravel(gradients[key]) for key in numerical]",
              "[np.reshape(block, (-1, 1)) for block in gradients.values()]"),
             ("[np.ravel(block) for block in", "[np.reshape(block, (-1, 1)) for block in")),
            raises=True,
            line="-",
        ),
        Misconception(
            "GCN-SELF",
            "the difference is 0: a vector is compared with itself.",
            "one vector holds gradients, the other numerical.",
            (("np.ravel(gradients[key]) for key in numerical",
              "np.ravel(numerical[key]) for key in numerical"),),
        ),
        Misconception(
            "GCN-SET",
            "the number is replaced by ε and -ε, and not moved by it.",
            "add ε to the number that stands there, and subtract it from it.",
            ((MOVE_UP, "plus[name][index] = epsilon\n"),
             (MOVE_DOWN, "minus[name][index] = -epsilon\n")),
        ),
        Misconception(
            "GCN-UP-STAYS",
            "the slopes are halved: the cost at θ + ε is that of the number not moved.",
            "give cost the parameters with the moved array in them, for up and for down.",
            ((MOVE_UP, "pass\n"),),
        ),
        Misconception(
            "GCN-NORM-OF-SUM",
            "the denominator is the norm of the sum, not the sum of the norms.",
            "take the norms first, and add them then.",
            ((SIZES, "np.linalg.norm(ours + slopes)"),),
        ),
        Misconception(
            "GCN-SQUARED",
            "the norms are squared: the root is missing.",
            "take np.linalg.norm, or the square root of the sum of squares.",
            (("numerator = np.linalg.norm(ours - slopes)",
              "numerator = np.linalg.norm(ours - slopes) ** 2"),
             (SIZES, "np.linalg.norm(ours) ** 2 + np.linalg.norm(slopes) ** 2")),
        ),
        Misconception(
            "GCN-NO-NORM",
            "absolute values are summed where a norm is asked for.",
            "np.linalg.norm is the root of the sum of squares.",
            (("np.linalg.norm(ours - slopes)", "np.abs(ours - slopes).sum()"),
             (SIZES, "np.abs(ours).sum() + np.abs(slopes).sum()")),
        ),
        Misconception(
            "GCN-LAST-BLOCK",
            "only the last block, db3, is compared.",
            "put the numbers of all blocks into one vector before you take the norms.",
            (("np.ravel(gradients[key]) for key in numerical",
              "np.ravel(gradients[key]) for key in [*numerical][-1:]"),
             ("np.ravel(block) for block in numerical.values()",
              "np.ravel(block) for block in [*numerical.values()][-1:]")),
        ),
        Misconception(
            "GCN-NO-BIASES",
            "only the weights are compared.",
            "let the biases' gradients take part: db1, db2 and db3 can be wrong too.",
            (("np.ravel(gradients[key]) for key in numerical",
              'np.ravel(gradients[key]) for key in numerical if "W" in key'),
             ("np.ravel(block) for block in numerical.values()",
              'np.ravel(block) for key, block in numerical.items() if "W" in key')),
        ),
    ),
    shares=(Share(("dW1", "db1", "dW2", "db2", "dW3", "db3"), 6), Share(("difference",), 3)),
)  # fmt: skip

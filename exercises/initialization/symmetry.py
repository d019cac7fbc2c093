"""Exercise ``symmetry``: train a network, and follow how far its first units are apart."""

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
    Trial,
    call,
    instead,
)
from utils.deep_networks import L_model_backward, L_model_forward
from utils.networks import update_parameters
from utils.testcases import initialization as testcases


def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        output, caches = L_model_forward(X, parameters)
        gradients = L_model_backward(output, Y, caches)
        parameters = update_parameters(parameters, gradients, learning_rate)
    return gaps


def compare_by_pairs(X, Y, parameters, learning_rate, num_steps):
    gaps = []
    while len(gaps) <= num_steps:
        W1 = parameters["W1"]
        gaps.append(np.abs(W1[:, np.newaxis] - W1[np.newaxis]).max())
        output, caches = L_model_forward(X, parameters)
        gradients = L_model_backward(output, Y, caches)
        parameters = {
            name: value - learning_rate * gradients["d" + name]
            for name, value in parameters.items()
        }
    return np.array(gaps)


def compare_by_loops(X, Y, parameters, learning_rate, num_steps):
    def gap(rows):
        largest = 0.0
        for i in range(len(rows)):
            for j in range(i):
                largest = max(largest, np.max(np.abs(rows[i] - rows[j])))
        return largest

    gaps = np.full(num_steps + 1, gap(parameters["W1"]))
    for step in range(num_steps):
        output, kept = L_model_forward(X, parameters)
        parameters = update_parameters(parameters, L_model_backward(output, Y, kept), learning_rate)
        gaps[step + 1] = gap(parameters["W1"])
    return gaps


def compare_by_ptp(X, Y, parameters, learning_rate, num_steps):
    def after(steps, parameters):
        widest = float(np.ptp(parameters["W1"], axis=0).max())
        if steps == 0:
            return [widest]
        output, caches = L_model_forward(X, parameters)
        gradients = L_model_backward(output, Y, caches)
        return [widest, *after(steps - 1, update_parameters(parameters, gradients, learning_rate))]

    return np.array(after(num_steps, parameters))


def gap_outputs(result: Any) -> Outputs:
    """Name the one output; a list of numbers is as good as an array."""
    if isinstance(result, list) and all(isinstance(x, int | float) for x in result):
        return {"gaps": np.array(result, dtype=float)}
    return {"gaps": result}


def symmetry_inputs(rng: np.random.Generator) -> Case:
    """Draw a network, examples and a training so short that rounding cannot matter.

    Every way of measuring that an exercise may mistake for the right one gives another number,
    and the gap moves from step to step.
    """
    while True:
        m, n0, n1, n2 = (int(n) for n in rng.integers([6, 2, 5, 3], [10, 4, 8, 6]))
        X = rng.standard_normal((n0, m))
        Y = rng.permutation(np.arange(m) % 2)[np.newaxis]
        parameters = {}
        for layer, (n_in, n_out) in enumerate([(n0, n1), (n1, n2), (n2, 1)], start=1):
            parameters[f"W{layer}"] = rng.standard_normal((n_out, n_in))
            parameters[f"b{layer}"] = rng.standard_normal((n_out, 1)) / 2
        case = {"X": X, "Y": Y, "parameters": parameters}
        case |= {"learning_rate": float(rng.uniform(0.5, 1)), "num_steps": int(rng.integers(4, 6))}
        if _tells_apart(parameters["W1"], parameters["W2"]) and _moves(case):
            return case


def _tells_apart(W1: np.ndarray, W2: np.ndarray) -> bool:
    """Whether right and wrong measures of the distance differ."""
    measures = [
        np.ptp(W1, axis=0).max(),
        np.ptp(W1, axis=1).max(),
        np.ptp(W1),
        np.ptp(W2, axis=0).max(),
        np.ptp(W1, axis=0).mean(),
        np.abs(W1 - W1[0]).max(),
        np.abs(W1[0] - W1[1]).max(),
        np.abs(np.diff(W1, axis=0)).max(),
    ]
    return bool(np.diff(np.sort(measures)).min() > 1e-3)


def _moves(case: Case) -> bool:
    gaps = call(train_and_compare_units, case)
    return bool(np.abs(np.diff(gaps)).min() > 1e-3 and np.abs(np.diff(gaps, 2)).max() > 1e-3)


def symmetry_visible() -> Case:
    """Make the arguments of the visible check."""
    X, Y, parameters = testcases.train_and_compare_units_test_case()
    return {"X": X, "Y": Y, "parameters": parameters, "learning_rate": 0.5, "num_steps": 3}


def copies_stay_copies(trial: Trial) -> Complaint | None:
    """Check that units with the same weights, below and above, stay the same while they train."""
    parameters = {name: value.copy() for name, value in trial.case["parameters"].items()}
    parameters["W1"][:] = parameters["W1"][0]
    parameters["b1"][:] = 1.0
    parameters["W2"][:] = parameters["W2"][:, :1]
    gaps = trial.call(parameters=parameters)["gaps"]
    if np.shape(gaps) and np.max(np.abs(gaps)) > 1e-9:
        return Complaint("units that start as copies of one another are said to be apart")
    return None


def the_order_of_units_does_not_matter(trial: Trial) -> Complaint | None:
    """Check that the gaps stay the same when the units change places."""
    parameters = trial.case["parameters"]
    order = trial.rng.permutation(len(parameters["W1"]))
    swapped = {"W1": parameters["W1"][order], "b1": parameters["b1"][order]}
    swapped["W2"] = parameters["W2"][:, order]
    gaps = trial.call(parameters={**parameters, **swapped})["gaps"]
    right = trial.outputs["gaps"]
    if np.shape(gaps) != np.shape(right) or not np.allclose(gaps, right, rtol=1e-6):
        return Complaint("the gaps change when the units change places: compare every pair")
    return None


def no_step_no_change(trial: Trial) -> Complaint | None:
    """Check that a learning rate of 0 leaves the gap as it is."""
    gaps = trial.call(learning_rate=0.0)["gaps"]
    if np.shape(gaps) and np.ptp(gaps) > 1e-9:
        return Complaint("with a learning rate of 0 the gap should stay as it is")
    return None


MEASURE = "np.max(np.max(W1, axis=0) - np.min(W1, axis=0))"
FORWARD = "        output, caches = L_model_forward(X, parameters)\n"
BACKWARD = "        gradients = L_model_backward(output, Y, caches)\n"
UPDATE = "        parameters = update_parameters(parameters, gradients, learning_rate)\n"
CLIMBING = UPDATE.replace("learning_rate", "-learning_rate")
SLOWER = UPDATE.replace("learning_rate", "learning_rate / X.shape[1]")
ALONE = '        parameters = {**parameters, "W1": W1 - learning_rate * gradients["dW1"]}\n'
MEASURED = f"        gaps[step] = {MEASURE}\n"


def measured_as(wrong: str) -> tuple[tuple[str, str], ...]:
    """Make the edit that measures something else."""
    return ((MEASURE, wrong),)


SYMMETRY = Exercise(
    id="symmetry",
    reference=train_and_compare_units,
    inputs=symmetry_inputs,
    outputs=gap_outputs,
    visible=symmetry_visible,
    compared=("gaps",),
    untouched=((MEASURED, ""), (FORWARD, ""), (BACKWARD, ""), (UPDATE, "")),
    properties=(matches_reference,),
    properties_once=(copies_stay_copies, the_order_of_units_does_not_matter, no_step_no_change),
    alternatives=(compare_by_pairs, compare_by_loops, compare_by_ptp),
    landmarks=(
        *instead(
            MEASURE,
            ("the sum of the columns' gaps", "np.sum(np.ptp(W1, axis=0))"),
            ("the smallest of the columns' gaps", "np.min(np.ptp(W1, axis=0))"),
            ("the first column's gap alone", "np.ptp(W1[:, 0])"),
            ("the first and the last row alone", "np.max(np.abs(W1[0] - W1[-1]))"),
            ("the largest entry alone", "np.max(W1)"),
            ("standard deviations", "np.max(np.std(W1, axis=0))"),
            ("absolute values of W1", "np.max(np.ptp(np.abs(W1), axis=0))"),
            (
                "the biases as one more column",
                'np.max(np.ptp(np.hstack([W1, parameters["b1"]]), axis=0))',
            ),
            (
                "euclidean distances",
                "np.max(np.linalg.norm(W1[:, np.newaxis] - W1[np.newaxis], axis=2))",
            ),
        ),
        *instead("(output, Y, caches)", ("labels turned round, 1 - Y", "(output, 1 - Y, caches)")),
        *instead(
            MEASURE,
            (
                "distances from the mean row",
                "np.max(np.linalg.norm(W1 - W1.mean(axis=0), axis=1))",
            ),
        ),
        NamedPart("the gaps where W1 alone is trained", edits=((UPDATE, ALONE),)),
        NamedPart("the gaps of a training that climbs", edits=((UPDATE, CLIMBING),)),
        NamedPart("the gaps with two steps in each round", edits=((UPDATE, UPDATE + UPDATE),)),
        NamedPart("the gaps at a rate divided by the examples", edits=((UPDATE, SLOWER),)),
    ),
    misconceptions=(
        Misconception(
            "SYM-COLUMNS",
            "the entries of each row are compared with one another, not the rows.",
            "a unit is a row: go down the columns, which is axis=0.",
            measured_as("np.max(np.max(W1, axis=1) - np.min(W1, axis=1))"),
        ),
        Misconception(
            "SYM-ALL-ENTRIES",
            "the largest and the smallest entry of all W1 are compared, from whatever column.",
            "take the largest and the smallest in each column (axis=0), and only then np.max.",
            measured_as("np.max(W1) - np.min(W1)"),
        ),
        Misconception(
            "SYM-FIRST-ROW",
            "all rows are compared with the first row only.",
            "two other rows may be further apart: largest minus smallest entry of each column.",
            measured_as("np.max(np.abs(W1 - W1[0]))"),
        ),
        Misconception(
            "SYM-TWO-ROWS",
            "only the first two rows are compared.",
            "take in all rows: the largest minus the smallest entry of each column.",
            measured_as("np.max(np.abs(W1[0] - W1[1]))"),
        ),
        Misconception(
            "SYM-NEIGHBOURS",
            "only neighbouring rows are compared.",
            "rows further apart count too: the largest minus the smallest of each column.",
            measured_as("np.max(np.abs(np.diff(W1, axis=0)))"),
        ),
        Misconception(
            "SYM-MEAN",
            "the columns' distances are averaged.",
            "use np.max in place of np.mean: one column in which units differ is enough.",
            measured_as("np.mean(np.max(W1, axis=0) - np.min(W1, axis=0))"),
        ),
        Misconception(
            "SYM-OTHER-LAYER",
            "the rows of W2 are compared.",
            "compare the rows of W1.",
            (
                (MEASURE, MEASURE.replace("W1", "W2")),
                ('W1 = parameters["W1"]', 'W2 = parameters["W2"]'),
            ),
        ),
        Misconception(
            "SYM-AFTER-STEP",
            "the gap is measured after the step, so the start is missing.",
            "measure first, then take the step: gaps[0] is the distance at the start.",
            (
                (MEASURED, ""),
                (UPDATE, UPDATE + '        W1 = parameters["W1"]\n' + MEASURED),
            ),
        ),
        Misconception(
            "SYM-NOT-KEPT",
            "no step reaches the next round: every gap is that of the start.",
            "is there a step, and is it kept? Write parameters = update_parameters(...).",
            ((UPDATE, UPDATE.replace("parameters = ", "")),),
        ),
        Misconception(
            "SYM-STALE-GRADS",
            "the gradients are computed once, before the loop, and used for every step.",
            "move the forward and backward pass into the loop.",
            (
                (FORWARD, ""),
                (BACKWARD, ""),
                (
                    "    gaps = np.zeros(num_steps + 1)\n",
                    "    gaps = np.zeros(num_steps + 1)\n"
                    + (FORWARD + BACKWARD).replace(" " * 8, " " * 4),
                ),
            ),
        ),
        Misconception(
            "SYM-EARLY-RETURN",
            "the loop ends in its first round, after one measurement: by return or break.",
            "take it out of the loop; the given return at the end is enough.",
            (("    return gaps", "        return gaps"),),
        ),
        Misconception(
            "SYM-SWAPPED",
            "the labels and the output are swapped in the call of L_model_backward.",
            "the network's output comes first: L_model_backward(AL, Y, caches).",
            (("L_model_backward(output, Y, caches)", "L_model_backward(Y, output, caches)"),),
            raises=True,
            line=r"L_model_backward\(Y,",
        ),
    ),
)

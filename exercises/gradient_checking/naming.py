"""Exercise ``name-the-bug``: per block an error and a factor, and where the mistake must be."""

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
from exercises.gradient_checking.evidence import bug_inputs
from exercises.values import as_number
from utils.testcases import gradient_checking as testcases


def name_the_bug(gradients, numerical, threshold=1e-4):
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        error, factor = 0.0, 1.0
        if size > 1e-8:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right * right)
        report[name] = (error, factor)
    wrong = [name for name in report if report[name][0] > threshold]
    suspects = [name for name in wrong if name[2:] == wrong[-1][2:]]
    return suspects, report


def name_by_layers(gradients, numerical, threshold=1e-4):
    report = {}
    for name in numerical:
        g, n = np.ravel(gradients[name]), np.ravel(numerical[name])
        length_g, length_n = np.sqrt(g @ g), np.sqrt(n @ n)
        if length_g + length_n <= 1e-8:
            report[name] = [0, 1]
            continue
        report[name] = [np.sqrt(np.sum((g - n) ** 2)) / (length_g + length_n), g @ n / (n @ n)]
    for layer in range(len(numerical) // 2, 0, -1):
        pair = [f"dW{layer}", f"db{layer}"]
        found = [name for name in pair if report[name][0] > threshold]
        if found:
            return found, report
    return [], report


def name_by_fit(gradients, numerical, threshold=1e-4):
    errors, factors = {}, {}
    for name, right in numerical.items():
        column = right.reshape(-1, 1)
        ours = gradients[name].reshape(-1)
        norms = np.linalg.norm(ours), np.linalg.norm(column)
        nothing = max(norms) < 5e-9
        errors[name] = 0.0 if nothing else np.linalg.norm(ours - column[:, 0]) / sum(norms)
        fit = 1.0 if nothing else np.linalg.lstsq(column, ours, rcond=None)[0][0]
        factors[name] = float(fit)
    top = max((int(name[2:]) for name in errors if errors[name] > threshold), default=0)
    suspects = [n for n in errors if errors[n] > threshold and int(n[2:]) == top]
    return tuple(suspects), {name: (errors[name], factors[name]) for name in errors}


def bug_outputs(result: Any) -> Outputs:
    """Name each block's two numbers, and mark the suspects among the blocks."""
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise WrongForm("expected two things, suspects and report")
    suspects, report = result
    if isinstance(report, dict):
        report = {
            name: [*map(as_number, pair)] if isinstance(pair, list | tuple) else pair
            for name, pair in report.items()
        }
    try:
        return dict(testcases.as_numbers(suspects, report))
    except TypeError as error:
        raise WrongForm(str(error)) from None


def bug_visible() -> Case:
    """Make the arguments of the visible check."""
    gradients, numerical = testcases.name_the_bug_test_case()
    return {"gradients": gradients, "numerical": numerical}


def acquits_right_gradients(trial: Trial) -> Complaint | None:
    """Check that there is no suspect where nothing is wrong, however small the threshold."""
    right = trial.case["numerical"]
    for threshold in (trial.case["threshold"], 0.0):
        if np.any(trial.call(gradients=right, threshold=threshold)["suspects"]):
            return Complaint("there are suspects although all gradients are right")
    return None


def names_one_block_of_many_layers(trial: Trial) -> Complaint | None:
    """Check networks of 11 layers, in which one block of the suspects' layer is wrong.

    Layers are numbers: as text, 9 comes after 10, and 1 and 11 end alike.
    """
    names = [f"d{kind}{layer}" for layer in range(1, 12) for kind in "Wb"]
    numerical = {name: trial.rng.uniform(0.5, 1.5, (2, 3)) for name in names}
    for wrong in (["dW1"], ["db1", "dW11"], ["dW9", "db9", "db10"], ["dW2", "dW10"], ["db11"]):
        gradients = {
            name: values * (2.0 if name in wrong else 1.0) for name, values in numerical.items()
        }
        found = trial.call(gradients=gradients, numerical=numerical)["suspects"]
        if found is None or not np.array_equal(found, [name == wrong[-1] for name in names]):
            return Complaint(
                f"in a network of 11 layers where only {', '.join(wrong)} have an error, the "
                f"suspect should be {wrong[-1]}"
            )
    return None


def round_off_ends_at_1e_8(trial: Trial) -> Complaint | None:
    """Check blocks that are a little smaller and larger than what counts as round-off."""
    right = {name: value.copy() for name, value in trial.case["numerical"].items()}
    ours = dict(right)
    for name, size, factor in (("dW1", 0.9e-8, -1.0), ("db1", 1.2e-8, -1.0), ("dW2", 1e-5, 3.0)):
        # The two norms sum to this size.
        right[name] = right[name] + 1.0
        right[name] *= size / (1 + abs(factor)) / np.linalg.norm(right[name])
        ours[name] = factor * right[name]
    expected = {"dW1": (0, 1), "db1": (1, -1), "dW2": (0.5, 3)}
    got = trial.call(gradients=ours, numerical=right)
    for name, pair in expected.items():
        if np.shape(got[name]) != (2,) or not np.allclose(got[name], pair, rtol=1e-6):
            side = "at most" if name == "dW1" else "above"
            return Complaint(f"error and factor are wrong for norms that sum to {side} 1e-8")
    return None


def two_zeros_agree(trial: Trial) -> Complaint | None:
    """Check that a block in which both gradients are 0, up to round-off, is right."""
    numerical = {name: value.copy() for name, value in trial.case["numerical"].items()}
    right = {name: value.copy() for name, value in numerical.items()}
    right["dW1"], numerical["dW1"] = 0 * right["dW1"], 0 * numerical["dW1"]
    right["db1"], numerical["db1"] = 0 * right["db1"], 0 * numerical["db1"] + 1e-11
    outputs = trial.call(gradients=right, numerical=numerical)
    for name, kind in (("dW1", "0"), ("db1", "0 up to round-off")):
        found = np.asarray(outputs[name], dtype=float)
        if not np.allclose(found, [0, 1]):
            return Complaint(
                f"where both gradients of {name} are {kind}, it should have error 0 and factor 1",
                "BUG-ZERO-BY-ZERO" if np.isnan(found).any() else None,
            )
    return None


ERROR = "np.linalg.norm(ours - right) / size"
FACTOR = "np.sum(ours * right) / np.sum(right * right)"
SIZE = "size = np.linalg.norm(ours) + np.linalg.norm(right)"
LARGER = "max(np.linalg.norm(ours), np.linalg.norm(right))"
CHOICE = "[name for name in wrong if name[2:] == wrong[-1][2:]]"

NAME_THE_BUG = Exercise(
    id="name-the-bug",
    form="two things, suspects and report",
    reference=name_the_bug,
    inputs=bug_inputs,
    outputs=bug_outputs,
    visible=bug_visible,
    compared=("suspects", "dW1", "db1", "dW2", "db2", "dW3", "db3"),
    properties=(matches_reference,),
    properties_once=(
        acquits_right_gradients,
        two_zeros_agree,
        names_one_block_of_many_layers,
        round_off_ends_at_1e_8,
    ),
    alternatives=(name_by_layers, name_by_fit),
    landmarks=(
        *instead(
            ERROR,
            ("squared errors", f"({ERROR}) ** 2"),
            ("errors twice as large", f"2 * {ERROR}"),
            ("the larger norm below", ERROR.replace("size", LARGER)),
            ("norms subtracted above", f"abs({SIZE.split('= ')[1].replace('+', '-')}) / size"),
            ("the largest entry of the gap above", "np.max(np.abs(ours - right)) / size"),
            ("the mean of the gap above", "np.mean(np.abs(ours - right)) / size"),
        ),
        *instead(
            FACTOR,
            ("factors less 1", f"{FACTOR} - 1"),
            ("1 less the factor", f"1 - {FACTOR}"),
            ("rounded factors", f"round({FACTOR})"),
            ("the factors' absolute values", f"abs({FACTOR})"),
            ("a sum that is not squared below", "np.sum(ours * right) / np.sum(right)"),
            ("a norm that is not squared below", "np.sum(ours * right) / np.linalg.norm(right)"),
            ("both norms below", "np.sum(ours * right) / size"),
            ("means above and sums below", "np.mean(ours * right) / np.sum(right * right)"),
        ),
    ),
    misconceptions=(
        Misconception(
            "BUG-ABSOLUTE",
            "the error is not relative: the norm of the gap stands alone.",
            "divide by the sum of the two norms.",
            ((ERROR, "np.linalg.norm(ours - right)"),),
        ),
        Misconception(
            "BUG-ONE-NORM",
            "the error is divided by the norm of the numerical gradient alone.",
            "add the norm of the block that is checked: both belong there.",
            ((ERROR, "np.linalg.norm(ours - right) / np.linalg.norm(right)"),),
        ),
        Misconception(
            "BUG-NORM-OF-SUM",
            "the denominator of the error is the norm of the sum.",
            "take the norms first, and add them then.",
            ((ERROR, "np.linalg.norm(ours - right) / np.linalg.norm(ours + right)"),),
        ),
        Misconception(
            "BUG-FACTOR-INVERSE",
            "the factor is fitted the wrong way round: ½ where a block is twice too large.",
            "ours = k · right, so divide by the sum of right².",
            ((FACTOR, "np.sum(ours * right) / np.sum(ours * ours)"),),
        ),
        Misconception(
            "BUG-FACTOR-NORMS",
            "the factor is the quotient of the norms: it cannot be negative, nor see a direction.",
            "use formula (5): the sum of products over the sum of squares.",
            ((FACTOR, "np.linalg.norm(ours) / np.linalg.norm(right)"),),
        ),
        Misconception(
            "BUG-FACTOR-MEAN",
            "the factor is the mean of the entries' quotients, which one tiny entry can spoil.",
            "use formula (5): the sum of products over the sum of squares.",
            ((FACTOR, "np.mean(ours / right)"),),
        ),
        Misconception(
            "BUG-FACTOR-OF-SUMS",
            "the factor is the quotient of the sums, in which entries of both signs cancel.",
            "use formula (5): multiply entry by entry before you sum.",
            ((FACTOR, "np.sum(ours) / np.sum(right)"),),
        ),
        Misconception(
            "BUG-FACTOR-DOT",
            "the factor's upper sum is that of a matrix product, which mixes rows and columns.",
            "use * in place of @ and np.dot: multiply entry by entry, then sum.",
            ((FACTOR, "np.sum(ours @ right.T) / np.sum(right * right)"),),
        ),
        Misconception(
            "BUG-FACTOR-FIRST",
            "the factor is the quotient of the first entries.",
            "use formula (5): both sums run over all entries of the block.",
            ((FACTOR, "ours.flat[0] / right.flat[0]"),),
        ),
        Misconception(
            "BUG-SQUARE-OF-SUM",
            "the factor's lower sum is squared as a whole.",
            "square each entry, and sum then.",
            ((FACTOR, "np.sum(ours * right) / np.sum(right) ** 2"),),
        ),
        Misconception(
            "BUG-SQUARES",
            "the error is made of squares: the roots are missing.",
            "take np.linalg.norm, or the root of each sum of squares.",
            ((ERROR, "np.sum((ours - right) ** 2) / (np.sum(ours**2) + np.sum(right**2))"),),
        ),
        Misconception(
            "BUG-LARGEST-ENTRY",
            "the error is made of largest entries where norms are asked for.",
            "np.linalg.norm is the root of the sum of squares.",
            ((ERROR, "np.abs(ours - right).max() / (np.abs(ours).max() + np.abs(right).max())"),),
        ),
        Misconception(
            "BUG-ZERO-BY-ZERO",
            "where both blocks are 0, 0 is divided by 0.",
            "if the sum of the norms is at most 1e-8, the error is 0 and the factor 1.",
            (("error, factor = 0.0, 1.0", "error, factor = np.nan, np.nan"),),
        ),
        Misconception(
            "BUG-ALL",
            "every wrong block is a suspect.",
            "errors travel from layer to layer: which layer only passes on what it was given?",
            ((CHOICE, "wrong"),),
        ),
        Misconception(
            "BUG-LOWEST",
            "the suspects are those of the lowest layer with an error.",
            "which layer does the backward pass compute first, and which from it?",
            ((CHOICE, "[name for name in wrong if name[2:] == wrong[0][2:]]"),),
        ),
        Misconception(
            "BUG-LARGEST",
            "the suspect is the block with the largest error.",
            "an error can grow on its way: from where does it come?",
            ((CHOICE, "sorted(wrong, key=lambda name: report[name][0])[-1:]"),),
        ),
        Misconception(
            "BUG-ONE-NAME",
            "only the last wrong block is named, though dW of the same layer is wrong as well.",
            "name every wrong block of that layer: both mean a mistake in dZ, one in its own line.",
            ((CHOICE, "wrong[-1:]"),),
        ),
        Misconception(
            "BUG-FIRST-NAME",
            "only the first wrong block is named.",
            "this is the first in the list. Is it the first that the backward pass computes?",
            ((CHOICE, "wrong[:1]"),),
        ),
        Misconception(
            "BUG-WHOLE-LAYER",
            "both blocks of the layer are named, though one of them may be right.",
            "choose among the wrong blocks, not among all.",
            ((CHOICE, "[name for name in report if wrong and name[2:] == wrong[-1][2:]]"),),
        ),
        Misconception(
            "BUG-BELOW",
            "the blocks below the threshold are taken for wrong.",
            "a wrong block has an error *above* the threshold.",
            (("[0] > threshold", "[0] < threshold"),),
        ),
    ),
)  # fmt: skip

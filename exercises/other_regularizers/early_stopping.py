"""Exercise ``early-stopping``: stop when the development cost has stopped falling."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

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
from exercises.values import as_number
from utils.compare import difference
from utils.networks import initialize_parameters
from utils.picture_training import copy_of, cost_of, one_epoch
from utils.testcases import other_regularizers as testcases

NAMES = ("W1", "b1", "W2", "b2")


def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        costs.append(cost_of(current, *dev))
        if costs[-1] < min(costs[:-1]):
            best, waited = copy_of(current), 0
        else:
            waited += 1
        if waited == patience:
            break
    return best, costs


def stopping_by_epochs(parameters, train, dev, rate, patience, most, **how):
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    best_epoch, lowest = 0, costs[0]
    epoch = 0
    while epoch < most and epoch - best_epoch < patience:
        one_epoch(current, *train, rate, **how)
        epoch += 1
        cost = cost_of(current, *dev)
        costs.append(cost)
        if cost < lowest:
            lowest, best_epoch = cost, epoch
            best = copy_of(current)
    return best, costs


def stopping_with_all_kept(parameters, train, dev, rate, patience, most, **how):
    current = copy_of(parameters)
    kept, costs = [copy_of(current)], [cost_of(current, *dev)]
    while len(costs) <= most:
        one_epoch(current, *train, rate, **how)
        kept.append(copy_of(current))
        costs.append(cost_of(current, *dev))
        if len(costs) - 1 - np.argmin(costs) >= patience:
            break
    return kept[int(np.argmin(costs))], costs


def stopping_by_countdown(parameters, train, dev, rate, patience, most, **how):
    X, Y = train
    dev_X, dev_Y = dev
    current = {name: np.array(values) for name, values in parameters.items()}
    lowest = cost_of(current, dev_X, dev_Y)
    best, costs, left = dict(parameters), [lowest], patience
    for _ in range(most):
        if left == 0:
            break
        one_epoch(current, X, Y, rate, **how)
        now = cost_of(current, dev_X, dev_Y)
        costs += [now]
        left -= 1
        if now < lowest:
            best = {name: values.copy() for name, values in current.items()}
            lowest, left = now, patience
    return best, costs


def stop_outputs(result: Any) -> Outputs:
    """Name the number of epochs, the costs, and the weights that came back."""
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise WrongForm(f"expected best and costs to be returned, got {type(result).__name__}")
    best, costs = result
    if not isinstance(best, dict):
        raise WrongForm(f"expected best to be a dictionary, got {type(best).__name__}")
    numbers = numbers_of(costs)
    return {
        "epochs": float(len(numbers) - 1),
        "costs": numbers,
        **{name: best.get(name) for name in NAMES},
    }


def numbers_of(costs: Any) -> NDArray[np.float64]:
    """Return the costs as an array; each may be an array or a list with one entry."""
    if not isinstance(costs, list | tuple | np.ndarray):
        raise WrongForm(f"expected costs to be a list of numbers, got {type(costs).__name__}")
    try:
        numbers = np.array([as_number(cost) for cost in costs], dtype=float)
    except (TypeError, ValueError):
        raise WrongForm("expected costs to be a list of numbers; not all in it are") from None
    if numbers.ndim != 1:
        raise WrongForm("expected costs to be a list of numbers; it holds longer lists or arrays")
    return numbers


def stop_inputs(rng: np.random.Generator) -> Case:
    """Draw a small network and noisy examples whose development cost has more than one valley."""
    while True:
        n, m = (int(n) for n in rng.integers([3, 10], [5, 15]))
        X, dev_X = rng.normal(0, 1, (n, m)), rng.normal(0, 1, (n, 8))
        way = rng.normal(0, 1, n)
        Y, dev_Y = (
            (way @ x + rng.normal(0, 1, x.shape[1]) > 0).astype(int)[np.newaxis] for x in (X, dev_X)
        )
        parameters = initialize_parameters([n, 4, 1], rng)
        case = {
            **{"parameters": parameters, "train": (X, Y), "dev": (dev_X, dev_Y)},
            **{"rate": float(rng.uniform(1, 4)), "patience": 3, "most": 30},
        }
        for patience in (4, 3, 2):
            case["patience"] = patience
            if tells(case):
                return case


def tells(case: Case) -> bool:
    """Whether every rule but the right one stops elsewhere or keeps other weights."""
    _, costs = train_with_early_stopping(*case.values())
    end, best = len(costs) - 1, int(np.argmin(costs))
    if not 1 < best < end < case["most"] or end - best != case["patience"]:
        return False
    lowest = np.minimum.accumulate(costs)
    worse_before = sum(costs[t] > lowest[t] for t in range(1, best))
    better_after = any(costs[t] < costs[t - 1] for t in range(best + 2, end + 1))
    current, training = copy_of(case["parameters"]), []
    for _ in range(end):
        X, Y = case["train"]
        one_epoch(current, X, Y, case["rate"])
        training.append(cost_of(current, *case["train"]))
    return bool(worse_before and better_after and np.argmin(training) > best)


def stop_visible() -> Case:
    """Make the arguments of the visible check."""
    parameters, train, dev = testcases.early_stopping_test_case()
    case = {"parameters": parameters, "train": train, "dev": dev}
    return {**case, "rate": 2.0, "patience": 3, "most": 30}


def no_better_is_not_better(trial: Trial) -> Complaint | None:
    """Check that an equal cost is no progress: at a rate of 0 nothing ever gets better."""
    got = trial.call(rate=0.0)
    if got["epochs"] != trial.case["patience"]:
        return Complaint(
            "with a rate of 0 no epoch is better, and the training should end after patience epochs"
        )
    return None


def ends_at_the_latest(trial: Trial) -> Complaint | None:
    """Check that without a stop all epochs are run, and the best weights come back even so."""
    changes: dict[str, Any] = {"patience": 50, "most": 9}
    wanted = trial.exercise.outputs(trial.exercise.reference(*{**trial.case, **changes}.values()))
    got = trial.call(**changes)
    if got["epochs"] != 9:
        return Complaint("with a patience of 50 and at most 9 epochs, it does not run 9 epochs")
    if any(difference(name, got[name], wanted[name]) for name in NAMES):
        return Complaint("where `most` ends the training, the weights are not the best ones")
    return None


def the_start_may_be_best(trial: Trial) -> Complaint | None:
    """Check that the first weights come back, as they were, where every epoch is worse.

    The same examples for both purposes, and a step uphill.
    """
    parameters = trial.case["parameters"]
    got = trial.call(dev=trial.case["train"], rate=-0.5)
    if any(difference(name, got[name], parameters[name]) for name in NAMES):
        return Complaint("where every epoch is worse, the first weights do not come back")
    return None


KEPT = "best, waited = copy_of(current), 0"
BETTER = "costs[-1] < min(costs[:-1])"
ENOUGH = "if waited == patience:"
LOOK = """        one_epoch(current, *train, rate, **how)
        costs.append(cost_of(current, *dev))
"""
APPENDED = "costs.append(cost_of(current, *dev))"

EARLY_STOPPING = Exercise(
    id="early-stopping",
    form="best and costs",
    reference=train_with_early_stopping,
    inputs=stop_inputs,
    outputs=stop_outputs,
    visible=stop_visible,
    compared=("epochs", "costs", *NAMES),
    properties=(matches_reference,),
    properties_once=(no_better_is_not_better, the_start_may_be_best, ends_at_the_latest),
    untouched=(("range(most)", "range(0)"),),
    alternatives=(stopping_by_epochs, stopping_with_all_kept, stopping_by_countdown),
    landmarks=(
        *instead(KEPT, ("weights that are never kept", "waited = 0")),
        *instead(BETTER, ("a comparison with the first cost", "costs[-1] < costs[0]")),
    ),
    misconceptions=(
        Misconception(
            "STOP-LAST",
            "the weights are those of the last epoch: the best were not kept, or not copied.",
            "best = copy_of(current): the next epoch changes the arrays of current.",
            ((KEPT, "best, waited = current, 0"),),
        ),
        Misconception(
            "STOP-EPOCH-BEFORE",
            "the weights are those of the epoch before the best one.",
            "copy them after the epoch whose cost is the lowest.",
            (
                ("one_epoch(current", "before = copy_of(current)\n        one_epoch(current"),
                (KEPT, "best, waited = before, 0"),
            ),
        ),
        Misconception(
            "STOP-NO-RESET",
            "all epochs without progress are counted together, those before the best one, too.",
            "set the count back to 0 at each new lowest cost.",
            ((KEPT, "best = copy_of(current)"),),
        ),
        Misconception(
            "STOP-FIRST-RISE",
            "the training stops at the first epoch without progress: patience plays no part.",
            "stop when so many epochs in a row have brought no new lowest cost.",
            ((ENOUGH, "if waited == 1:"),),
        ),
        Misconception(
            "STOP-PREVIOUS",
            "each cost is compared with the one before it, not with the lowest so far.",
            "compare with min(costs) before cost is in it: a fall from a hill is no progress yet.",
            ((BETTER, "costs[-1] < costs[-2]"),),
        ),
        Misconception(
            "STOP-APPENDED-FIRST",
            "no cost counts as a new lowest one: is it in costs already when it is compared?",
            "compare cost with min(costs) first, then append it.",
            ((BETTER, "costs[-1] < min(costs)"),),
        ),
        Misconception(
            "STOP-TRAINING-COST",
            "the cost of the training examples is watched, which falls and falls.",
            "watch the development examples: cost_of(current, *dev), as given.",
            ((APPENDED, "costs.append(cost_of(current, *train))"),),
        ),
        Misconception(
            "STOP-ONE-LATE",
            "the training goes on for one epoch too many.",
            "stop as soon as the count reaches patience.",
            ((ENOUGH, "if waited > patience:"),),
        ),
        Misconception(
            "STOP-ONE-EARLY",
            "the training stops one epoch too soon.",
            "stop when the count has reached patience, not before.",
            ((ENOUGH, "if waited == patience - 1:"),),
        ),
        Misconception(
            "STOP-NEVER",
            "the training never stops before `most` epochs.",
            "count with +=, and leave the loop with break when the count has reached patience.",
            ((f"        {ENOUGH}\n            break\n", ""),),
        ),
        Misconception(
            "STOP-PATIENCE-IN-ALL",
            "the training ends after patience epochs in all.",
            "count only epochs in a row without a new lowest cost.",
            (("range(most)", "range(patience)"),),
        ),
        Misconception(
            "STOP-HIGHEST",
            "the weights of the highest cost are kept.",
            "a lower cost is better: turn the comparison round.",
            ((BETTER, "costs[-1] > max(costs[:-1])"),),
        ),
        Misconception(
            "STOP-LOOKED-FIRST",
            "the cost is measured before the epoch, so each cost is one epoch old.",
            "train for an epoch first, then look.",
            (
                (
                    LOOK,
                    "        costs.append(cost_of(current, *dev))\n"
                    "        one_epoch(current, *train, rate, **how)\n",
                ),
            ),
        ),
        Misconception(
            "STOP-COSTS-CUT",
            "costs ends with the lowest cost: what came after it is missing.",
            "return every cost that was measured, the last ones too.",
            (("return best, costs", "return best, costs[: costs.index(min(costs)) + 1]"),),
        ),
    ),
    shares=(Share(("epochs", "costs")), Share(("W1", "b1", "W2", "b2"))),
)

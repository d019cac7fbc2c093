"""Exercise ``search-within-budget``: every setting has the same trainings, and all fit a budget."""

from __future__ import annotations

from typing import Any

import numpy as np

from exercises.examination import matches_reference
from exercises.exercise import (
    Case,
    Complaint,
    Exercise,
    JointFunction,
    Misconception,
    Outputs,
    Share,
    Trial,
    WrongForm,
    instead,
)
from exercises.values import as_number
from utils.testcases import capstone as testcases


def search(settings, train, budget):
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, seed) for seed in range(each)]))
    chosen = settings[int(np.argmin(costs))]
    return chosen, costs


def search_in_a_table(settings, train, budget):
    seeds = range(int(budget / len(settings)))
    table = np.array([[train(setting, seed) for setting in settings] for seed in seeds])
    costs = np.median(table, axis=0)
    return settings[np.argmin(costs)], costs


def search_with_the_best_so_far(settings, train, budget):
    from statistics import median

    lowest, chosen, costs = float("inf"), None, []
    for setting in settings:
        cost = median(train(setting, seed) for seed in range(budget // len(settings)))
        costs.append(cost)
        if cost < lowest:
            lowest, chosen = cost, setting
    return chosen, costs


def search_by_turns(settings, train, budget):
    found = [[] for _ in settings]
    seed, left = 0, budget
    while left >= len(settings):
        for place, setting in enumerate(settings):
            found[place].append(train(setting, seed))
            left -= 1
        seed += 1
    costs = [float(np.percentile(each, 50)) for each in found]
    return settings[costs.index(min(costs))], costs


REFERENCE = JointFunction({"search": search}, testcases.searched)


def search_outputs(result: Any) -> Outputs:
    """Name the setting, the costs, and the number of trainings."""
    found, trainings = result
    if not isinstance(found, tuple | list) or len(found) != 2:
        raise WrongForm(f"expected chosen and costs to be returned, got {type(found).__name__}")
    chosen, costs = found
    if isinstance(costs, list | tuple):
        costs = [as_number(cost) for cost in costs]
    return {"chosen": chosen, "costs": costs, "trainings": float(trainings)}


def search_inputs(rng: np.random.Generator) -> Case:
    """Draw settings, what their trainings cost, and a budget that leaves something over."""
    while True:
        k, each = (int(n) for n in rng.integers([3, 3], [5, 6]))
        table = np.round(rng.uniform(0.2, 0.9, (k, 2 * each + 3)), 3)
        case = {
            "settings": [float(n) for n in rng.permutation([0, 0.1, 0.3, 1, 3, 10])[:k]],
            "table": table.tolist(),
            "budget": each * k + int(rng.integers(1, k)),
        }
        if tells(table, each):
            return case


def tells(table: Any, each: int) -> bool:
    """Whether rules that look at less, or at luck, choose other settings than the right one."""
    seen = table[:, :each]
    costs = np.median(seen, axis=1)
    rivals = (seen.min(axis=1), seen[:, 0], seen.mean(axis=1))
    apart = np.diff(np.sort(costs))[0] > 0.01
    return bool(apart and all(np.argmin(rival) != np.argmin(costs) for rival in rivals))


def search_visible() -> Case:
    """Make the arguments of the visible check."""
    settings, table, budget = testcases.search_test_case()
    return {"settings": settings, "table": table, "budget": budget}


def every_budget_is_kept(trial: Trial) -> Complaint | None:
    """Check the number of trainings with budgets that leave something over, and that do not."""
    k, budget = len(trial.case["settings"]), trial.case["budget"]
    for each in range(budget, budget + k):
        trainings = float(trial.call(budget=each)["trainings"])
        if trainings > each:
            return Complaint("more networks are trained than the budget allows")
        if trainings != each // k * k:
            return Complaint("fewer networks are trained than the budget allows")
    return None


EACH = "each = budget // len(settings)"
TRAINED = "[train(setting, seed) for seed in range(each)]"
COST = f"costs.append(np.median({TRAINED}))"
CHOSEN = "chosen = settings[int(np.argmin(costs))]"

SEARCH = Exercise(
    id="search-within-budget",
    form="chosen and costs",
    reference=REFERENCE,
    inputs=search_inputs,
    outputs=search_outputs,
    visible=search_visible,
    compared=("chosen", "costs", "trainings"),
    properties=(matches_reference,),
    properties_once=(every_budget_is_kept,),
    untouched=(("in settings:", "in []:"), (CHOSEN, "chosen, costs = None, None")),
    alternatives=tuple(
        REFERENCE.of((each,))
        for each in (search_in_a_table, search_with_the_best_so_far, search_by_turns)
    ),
    landmarks=(
        *instead(
            COST,
            ("the highest cost of each setting", COST.replace("median", "max")),
            ("the spread of the costs", COST.replace("median", "std")),
            ("costs that are sorted afterwards", f"{COST}\n        costs.sort()"),
        ),
        *instead(EACH, ("half the trainings", "each = budget // len(settings) // 2")),
    ),
    misconceptions=(
        Misconception(
            "SEARCH-HIGHEST",
            "the setting with the highest cost is chosen.",
            "a lower cost is better: np.argmin.",
            ((CHOSEN, "chosen = settings[int(np.argmax(costs))]"),),
        ),
        Misconception(
            "SEARCH-PLACE",
            "the place of the setting is returned, not the setting.",
            "return the setting that stands there, settings[...].",
            ((CHOSEN, "chosen = int(np.argmin(costs))"),),
        ),
        Misconception(
            "SEARCH-COST",
            "the lowest cost is returned where its setting should be.",
            "np.argmin says at which place the lowest cost stands.",
            ((CHOSEN, "chosen = min(costs)"),),
        ),
        Misconception(
            "SEARCH-MEAN",
            "the mean is taken, which one failed training spoils.",
            "take the median, np.median: one cost far off does not move it.",
            ((COST, COST.replace("median", "mean")),),
        ),
        Misconception(
            "SEARCH-SUM",
            "the costs of a setting are added up.",
            "take the median, np.median: more trainings must not make a setting worse.",
            ((COST, COST.replace("median", "sum")),),
        ),
        Misconception(
            "SEARCH-LUCKIEST",
            "the luckiest training of each setting counts.",
            "use np.median in place of the minimum: luck does not come back.",
            ((COST, COST.replace("median", "min")),),
        ),
        Misconception(
            "SEARCH-LAST",
            "only the last training of each setting counts.",
            "collect the costs of all seeds, and take their median.",
            ((COST, f"costs.append({TRAINED}[-1])"),),
        ),
        Misconception(
            "SEARCH-ONE-SEED",
            "each setting is trained once.",
            "divide the budget among the settings: budget // len(settings) trainings each.",
            ((EACH, "each = 1"),),
        ),
        Misconception(
            "SEARCH-SAME-SEED",
            "only seed 0 counts: all trainings of a setting have it, or the others are not kept.",
            "pass seed to train, and take the median over all seeds.",
            ((COST, COST.replace("train(setting, seed)", "train(setting, 0)")),),
        ),
        Misconception(
            "SEARCH-SEEDS-FROM-1",
            "the seeds begin with 1.",
            "begin with seed 0: range(n) counts from 0 to n - 1.",
            ((COST, COST.replace("range(each)", "range(1, each + 1)")),),
        ),
        Misconception(
            "SEARCH-OTHER-SEEDS",
            "each setting is trained with seeds of its own: luck in the first weights may decide.",
            "train every setting with the same seeds, from 0.",
            ((COST, COST.replace("setting, seed", "setting, len(costs) * each + seed")),),
        ),
        Misconception(
            "SEARCH-BUDGET-FOR-EACH",
            "every setting has the whole budget.",
            "divide the budget by the number of settings.",
            ((EACH, "each = budget"),),
        ),
        Misconception(
            "SEARCH-ROUNDED-UP",
            "the share of the budget is rounded up, so that more is spent than there is.",
            "// rounds down.",
            ((EACH, "each = -(-budget // len(settings))"),),
        ),
        Misconception(
            "SEARCH-ONCE-MORE",
            "the chosen setting is trained once more.",
            "the search ends with the choice; the final training comes later.",
            ((CHOSEN, f"{CHOSEN}\n    train(chosen, 0)"),),
        ),
    ),
    # Costs that were paid for within the budget; a choice alone may be luck.
    shares=(Share(("costs", "trainings"), 4), Share(("chosen", "costs", "trainings"))),
)

"""Exercise ``final-report``: the development data choose, and the test set speaks once."""

from __future__ import annotations

from collections.abc import Callable
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
from utils.testcases import capstone as testcases

PARTS = ("setting", "dev_cost", "accuracy", "low", "high")


def final_report(settings, costs, train, test, interval):
    best = int(np.argmin(costs))
    network = train(settings[best])
    right, m = test(network)
    low, high = interval(right, m)
    return {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }


def report_of_the_lowest(settings, costs, train, test, interval):
    dev_cost = min(costs)
    setting = settings[list(costs).index(dev_cost)]
    counts = test(train(setting))
    ends = interval(*counts)
    report = dict(setting=setting, dev_cost=dev_cost, accuracy=counts[0] / counts[1])
    report["low"], report["high"] = ends
    return report


def report_of_sorted_pairs(settings, costs, train, test, interval):
    order = sorted(range(len(costs)), key=lambda place: costs[place])
    setting, cost = settings[order[0]], costs[order[0]]
    right, m = test(train(setting))
    names = ["setting", "dev_cost", "accuracy", "low", "high"]
    return dict(zip(names, [setting, cost, right / m, *interval(right, m)], strict=True))


def report_by_loop(settings, costs, train, test, interval):
    chosen, lowest = settings[0], costs[0]
    for setting, cost in zip(settings, costs, strict=True):
        if cost < lowest:
            chosen, lowest = setting, cost
    result = test(train(chosen))
    report = {"setting": chosen, "dev_cost": lowest}
    report["accuracy"] = np.divide(*result)
    for name, end in zip(("low", "high"), interval(result[0], result[1]), strict=True):
        report[name] = end
    return report


REFERENCE = JointFunction({"final_report": final_report}, testcases.reported)


def report_outputs(result: Any) -> Outputs:
    """Name what is reported, and how often was trained and tested."""
    report, trainings, tests = result
    if not isinstance(report, dict):
        raise WrongForm(f"expected report to be a dictionary, got {type(report).__name__}")
    return {
        **{name: report.get(name) for name in PARTS},
        "trainings": float(trainings),
        "tests": float(tests),
    }


def report_inputs(rng: np.random.Generator) -> Case:
    """Draw a study in which the test set would have chosen another setting."""
    while True:
        k, m = (int(n) for n in rng.integers([4, 40], [7, 90]))
        costs = np.round(rng.uniform(0.2, 0.8, k), 3)
        right = rng.integers(m // 2 + 2, m - 2, k)
        best, lucky = int(np.argmin(costs)), int(np.argmax(right))
        if 0 < best != lucky and len({*costs}) == len({*right}) == k:
            settings = rng.permutation([0.1, 0.3, 1, 3, 10, 30])[:k]
            return {
                "settings": [float(n) for n in settings],
                "costs": costs.tolist(),
                "right": right.tolist(),
                "m": m,
                "interval": some_interval(*rng.uniform(0.5, 3, 2)),
            }


def some_interval(below: float, above: float) -> Callable[[float, float], tuple[float, float]]:
    """Return an interval that is unlike the visible check's, and no better."""
    return lambda right, m, /: (right / m - below / (m + 20), right / m + above / (m + 50))


def report_visible() -> Case:
    """Make the arguments of the visible check."""
    settings, costs, right, m = testcases.report_test_case()
    return {
        **{"settings": settings, "costs": costs, "right": right, "m": m},
        "interval": testcases.rough_interval,
    }


def the_test_set_is_used_once(trial: Trial) -> Complaint | None:
    """Check that one network is trained and one is tested."""
    if float(trial.outputs["tests"]) != 1:
        return Complaint("the test set is to be used once")
    if float(trial.outputs["trainings"]) != 1:
        return Complaint("one network is to be trained")
    return None


def the_test_set_does_not_choose(trial: Trial) -> Complaint | None:
    """Check that another outcome of the test leaves the choice as it is."""
    right = trial.case["right"]
    got = trial.call(right=right[1:] + right[:1])
    if got["setting"] != trial.outputs["setting"]:
        return Complaint("another outcome on the test set changes which setting is reported")
    return None


BEST = "best = int(np.argmin(costs))"
TRAINED = "network = train(settings[best])"
TESTED = "right, m = test(network)"
ENDS = "low, high = interval(right, m)"

REPORT = Exercise(
    id="final-report",
    form="report",
    reference=REFERENCE,
    inputs=report_inputs,
    outputs=report_outputs,
    visible=report_visible,
    compared=(*PARTS, "trainings", "tests"),
    properties=(matches_reference, the_test_set_is_used_once, the_test_set_does_not_choose),
    alternatives=tuple(
        REFERENCE.of((each,))
        for each in (report_of_the_lowest, report_of_sorted_pairs, report_by_loop)
    ),
    landmarks=(
        *instead(
            BEST,
            ("the last setting", "best = len(costs) - 1"),
            ("the setting with the largest number", "best = int(np.argmax(settings))"),
        ),
        *instead(
            TRAINED,
            ("a network of the last setting", "network = train(settings[-1])"),
            ("a network of the costliest setting", "network = train(settings[np.argmax(costs)])"),
        ),
        *instead(ENDS, ("an interval of the mistakes", "low, high = interval(m - right, m)")),
    ),
    misconceptions=(
        Misconception(
            "REPORT-HIGHEST",
            "the setting with the highest development cost is chosen.",
            "a lower cost is better: np.argmin.",
            ((BEST, "best = int(np.argmax(costs))"),),
        ),
        Misconception(
            "REPORT-TEST-CHOOSES",
            "every setting is tested, and the test set chooses: its number is the luckiest of all.",
            "choose by costs, and use the test set once, for the chosen network.",
            (
                (
                    BEST,
                    "tested = [test(train(setting)) for setting in settings]\n"
                    "    best = int(np.argmax([right for right, _ in tested]))",
                ),
                (f"    {TRAINED}\n", ""),
                (TESTED, "right, m = tested[best]"),
            ),
        ),
        Misconception(
            "REPORT-ALL-TESTED",
            "every setting is tested, though only the chosen one is reported.",
            "train and test the chosen setting alone.",
            (
                (TRAINED, "tested = [test(train(setting)) for setting in settings]"),
                (TESTED, "right, m = tested[best]"),
            ),
        ),
        Misconception(
            "REPORT-ALL-TRAINED",
            "every setting is trained once more; only the chosen one is needed.",
            "train one network, with the chosen setting.",
            (
                (
                    TRAINED,
                    "networks = [train(setting) for setting in settings]\n"
                    "    network = networks[best]",
                ),
            ),
        ),
        Misconception(
            "REPORT-TESTED-TWICE",
            "the test set is used twice.",
            "keep both numbers of one call: right, m = test(network).",
            ((TESTED, "right = test(network)[0]\n    m = test(network)[1]"),),
        ),
        Misconception(
            "REPORT-TRAINED-TWICE",
            "the chosen setting is trained twice.",
            "keep the network that train returns.",
            ((TRAINED, f"train(settings[best])\n    {TRAINED}"),),
        ),
        Misconception(
            "REPORT-FIRST-NETWORK",
            "the network that is tested has the first setting, not the chosen one.",
            "train with the setting whose cost is lowest.",
            ((TRAINED, "network = train(settings[0])"),),
        ),
        Misconception(
            "REPORT-PLACE",
            "the place of the setting is reported, not the setting.",
            "report the setting that stands there: settings[...] at that place.",
            (('"setting": settings[best]', '"setting": best'),),
        ),
        Misconception(
            "REPORT-MEAN-COST",
            "dev_cost is the mean over all settings.",
            "report the chosen setting's own cost.",
            (('"dev_cost": costs[best]', '"dev_cost": np.mean(costs)'),),
        ),
        Misconception(
            "REPORT-COUNT",
            "accuracy is the number of right answers, not their share.",
            "divide by m.",
            (('"accuracy": right / m', '"accuracy": right'),),
        ),
        Misconception(
            "REPORT-MISTAKES",
            "accuracy is the share of wrong answers.",
            "divide the number of right answers by m.",
            (('"accuracy": right / m', '"accuracy": (m - right) / m'),),
        ),
        Misconception(
            "REPORT-PERCENT",
            "accuracy is given in percent.",
            "give a share, from 0 to 1, as the interval does.",
            (('"accuracy": right / m', '"accuracy": 100 * right / m'),),
        ),
        Misconception(
            "REPORT-DEV-ACCURACY",
            "accuracy is 1 minus the development cost: it has not met the test set.",
            "divide what test returned: right by m.",
            (('"accuracy": right / m', '"accuracy": 1 - costs[best]'),),
        ),
        Misconception(
            "REPORT-INTERVAL-OF-SHARE",
            "interval is given the accuracy where it wants the number of right answers.",
            "hand on the two numbers that test returned.",
            ((ENDS, "low, high = interval(right / m, m)"),),
        ),
        Misconception(
            "REPORT-INTERVAL-TURNED",
            "interval is given its two numbers in the wrong order.",
            "the number of right answers comes first: interval(right, m).",
            ((ENDS, "low, high = interval(m, right)"),),
        ),
        Misconception(
            "REPORT-ENDS-EXCHANGED",
            "low and high have changed places.",
            "interval returns the low end first.",
            ((ENDS, "high, low = interval(right, m)"),),
        ),
    ),
    # Whoever asks the test set more than once has no part that is right.
    shares=(
        Share(("setting", "tests")),
        Share(("dev_cost", "tests")),
        Share(("setting", "trainings", "tests")),
        Share(("accuracy", "tests")),
        Share(("low", "high", "tests")),
    ),
)

"""Count how well the checks know what students write: run all answers in this folder.

    python tests/answers/measure.py [EXERCISE ...] [--list KIND ...] [--json FILE]

tests/answer_kit.py says how an answer is tried, and what its marks mean.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from answer_kit import KINDS, Outcome, corpus, measure


def table(outcomes: list[Outcome]) -> str:
    """Count by exercise."""
    heads = ("wrong", *KINDS, "misnamed", "right line", "explained", "right", "refused", "slowest")
    rows = {"": [head.rjust(max(7, len(head))) for head in heads]}
    names = list(dict.fromkeys(outcome.answer.exercise for outcome in outcomes))
    for name in (*names, "all"):
        mine = [o for o in outcomes if name in ("all", o.answer.exercise)]
        wrong = [o for o in mine if not o.answer.right]
        kinds = Counter(o.kind for o in mine)
        located = [o for o in wrong if o.kind == "located"]
        counts = [len(wrong), *(kinds[kind] for kind in KINDS)]
        counts += [sum(o.misnamed for o in wrong)]
        counts += [f"{sum(o.in_right_line for o in located)}/{len(located)}"]
        counts += [f"{sum(o.explained for o in wrong) / max(1, len(wrong)):.0%}"]
        counts += [len(mine) - len(wrong), kinds["refused"]]
        counts += [f"{max(o.seconds for o in mine):.2f} s"]
        rows[name] = [str(n).rjust(len(head)) for n, head in zip(counts, rows[""], strict=True)]
    return "\n".join(f"{name:22}{'  '.join(cells)}" for name, cells in rows.items())


def listed(outcome: Outcome) -> str:
    """Show one answer and what was said of it, side by side."""
    answer = outcome.answer
    halves = (
        f"visible {'ok' if outcome.visible else '--'}, hidden {'ok' if outcome.hidden else '--'}"
    )
    pointed = ["   points at: " + line for line in outcome.lines]
    should = ["   marked:    " + line for line in sorted(answer.marked)] if pointed else []
    said = ["   | " + line for line in outcome.message.strip().split("\n")]
    title = f"{answer.exercise} {answer.slug}: {answer.what}"
    verdict = f"   [{outcome.hint or outcome.kind}; {halves}]"
    return "\n".join([title, verdict, *pointed, *should, *said])


def main() -> None:
    """Measure, print the table, and list what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("exercises", nargs="*")
    lists = (*KINDS, "misnamed", "refused", "wrong line", "half")
    options = {"nargs": "+", "default": [], "metavar": "KIND", "choices": lists}
    text = f"show the answers of a kind: {', '.join(map(repr, lists))}"
    parser.add_argument("--list", dest="kinds", help=text, **options)
    parser.add_argument("--json", type=Path, help="write all outcomes to this file")
    chosen = parser.parse_args()
    outcomes = []
    for outcome in measure(corpus(chosen.exercises)):
        outcomes.append(outcome)
        if sys.stderr.isatty():
            print(f"\r{len(outcomes)} {outcome.answer.exercise:24}", end="", file=sys.stderr)
    print(table(outcomes))
    for kind in chosen.kinds:
        print(f"\n== {kind}")
        for outcome in outcomes:
            if kind in tags(outcome):
                print(listed(outcome))
    if chosen.json:
        rows = [{**dataclasses.asdict(o), "in_right_line": o.in_right_line} for o in outcomes]
        chosen.json.write_text(json.dumps(rows, indent=1, default=sorted), encoding="utf-8")


def tags(outcome: Outcome) -> set[str]:
    """Give the lists in which an outcome is shown."""
    if outcome.answer.right:
        return {"refused"} if outcome.kind == "refused" else set()
    found = {outcome.kind}
    if outcome.kind == "located" and not outcome.in_right_line:
        found.add("wrong line")
    if outcome.misnamed:
        found.add("misnamed")
    if outcome.kind != "full" and (outcome.visible or outcome.hidden):
        found.add("half")
    return found


if __name__ == "__main__":
    main()

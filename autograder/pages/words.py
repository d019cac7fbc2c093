"""How results are put into words, the same on every page and in the terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.cells import printable
from autograder.learner.summary import ExerciseResult
from autograder.notes import Note

STATUSES = {
    "full": "Correct",
    "part": "Partly there",
    "none": "Not yet",
    "stop": "Stopped",
    "blank": "Not attempted",
    "wait": "Waits for a person",
}
"""What an exercise comes to, by the name of its shape and colour."""

_PLAIN_WORDS = frozenset(
    (
        *("a", "absolute", "all", "an", "blocks", "both", "cell", "cells", "compare", "deleted"),
        *("each", "edited", "entries", "every", "for", "from", "ignored", "in", "it", "look"),
        *("neither", "no", "nothing", "one", "only", "rows", "test", "the", "there", "this"),
        *("two", "what", "where", "your"),
    )
)
_CAUSE = re.compile(r"Likely cause(?: \(([\w.-]+)\))?: (.*)")
_NEXT = re.compile(r"(?:Try next: )(.*)")
_NOTES = {
    "defect": "Something went wrong on our side. It is not your mistake, and a person will look.",
    "death": "Your code was stopped before it ended.",
    "tampering": "Cells that are not yours to change had been changed, or the course changed them "
    "after you fetched the file. The present ones were used for grading, and it costs nothing by "
    "itself.",
    "refusal": "Something that you handed in could not be counted. A person will look at it.",
    "repair": "We put right what was easy to put right, and graded that.",
    "info": "Good to know.",
}


@dataclass(frozen=True)
class Advice:
    """What helps with a wrong answer: facts, the likely cause, the next step."""

    facts: str = ""
    cause: str = ""
    cause_id: str = ""
    next_step: str = ""


def advice_of(lines: Sequence[str]) -> Advice:
    """Sort a message's lines: what is a fact, what the cause, what to do."""
    facts, cause, cause_id, steps = [], "", "", []
    for line in lines:
        plain = line.strip()
        if (found := _CAUSE.match(plain)) and not cause:
            cause_id, cause = found[1] or "", found[2]
        elif found := _NEXT.match(plain):
            steps.append(found[1])
        elif line not in facts:
            facts.append(line)
    step = " ".join(dict.fromkeys(steps))
    return Advice("\n".join(facts).strip("\n"), _sentence(cause), cause_id, _sentence(step))


def _sentence(text: str) -> str:
    # Any other word may be a name of code, or a symbol: λ and Λ are two.
    return text[:1].upper() + text[1:] if text.split(" ")[0].rstrip(":,") in _PLAIN_WORDS else text


def status_of(each: ExerciseResult, points: float, most: float, *, waiting: bool) -> str:
    """Return what an exercise comes to, a key of `STATUSES`."""
    verdicts = {test.verdict for test in each.tests}
    if waiting:
        return "wait"
    if points >= most:
        return "full"
    if points > 0:
        return "part"
    if each.untouched:
        return "blank"
    return "stop" if verdicts & {"timeout", "crashed", "not run", "unusable"} else "none"


def notes_by_kind(notes: Sequence[Note]) -> list[tuple[str, list[str]]]:
    """Return notes under a kind sentence for each sort, the grave ones first."""
    found = []
    for kind, words in _NOTES.items():
        texts = [printable(note, 400).rstrip(".") + "." for note in notes if note.kind == kind]
        if texts:
            found.append((words, [_sentence(text) for text in texts]))
    return found

"""How results are put into words, the same on every page and in the terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

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
        *("a", "all", "an", "both", "cell", "cells", "compare", "deleted", "each", "edited"),
        *("every", "ignored", "in", "it", "look", "no", "one", "only", "test", "the", "there"),
        *("this", "two", "what", "your"),
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
    return text[:1].upper() + text[1:] if text.split(" ")[0].rstrip(":") in _PLAIN_WORDS else text


def status_of(each: ExerciseResult, points: float, most: float, *, waiting: bool) -> str:
    """Return what an exercise comes to, a key of `STATUSES`."""
    verdicts = {test.verdict for test in each.tests}
    if waiting or (verdicts == {"manual"} and points == 0):
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


def number(value: float) -> str:
    """Write a number of points without needless digits."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """Write a share in whole percent: 0 and 100 only where it is just that."""
    whole = round(100 * share)
    return f"{min(max(whole, 1), 99) if 0 < share < 1 else whole} %"


def moment(when: datetime | None, zone: tzinfo = UTC) -> str:
    """Write a date and time, given in naive UTC, as it is in a time zone."""
    local = in_zone(when, zone)
    return f"{local.day} {local:%B %Y, %H:%M} {local.tzname()}" if local else ""


def in_zone(when: datetime | None, zone: tzinfo = UTC) -> datetime | None:
    """Return a time, given in naive UTC, as it is in a time zone."""
    return when and when.replace(tzinfo=UTC).astimezone(zone)


def written(when: datetime | None, zone: tzinfo = UTC) -> str | None:
    """Return a time, given in naive UTC, for JSON: with the zone's offset."""
    local = in_zone(when, zone)
    return local.isoformat() if local else None


def duration(span: timedelta) -> str:
    """Say how long something is, in its two largest units."""
    minutes = max(1, round(span.total_seconds() / 60))
    days, rest = divmod(minutes, 1440)
    hours, minutes = divmod(rest, 60)
    parts = [(days, "day"), (hours, "hour"), (minutes, "minute")]
    said = [f"{count} {unit}{'s' * (count != 1)}" for count, unit in parts if count]
    return " and ".join(said[:2])


def counted(count: int, one: str, several: str = "") -> str:
    """Write a count with its noun."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"

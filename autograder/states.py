"""What a submission has come to, and who needs a person."""

from __future__ import annotations

from autograder.notes import LOOK
from autograder.result import Result

WITHOUT_POINTS = ("not graded", "refused")
"""States in which nothing has points but those that a person gives."""
LEFT_OUT = "left out"
"""State of a notebook that was not handed in beside another one: it has no points."""
NOT_RUN = (*WITHOUT_POINTS, LEFT_OUT)
NEED_A_PERSON = (*WITHOUT_POINTS, "crashed", "look", "tampering")
STATES = (*NEED_A_PERSON, LEFT_OUT, "repaired", "graded")
"""What a submission can come to, the grave first."""


def state(result: Result) -> str:
    """Return the one word under which a result is reported."""
    kinds = {note.kind for note in result.notes}
    if result.refusal:
        if "defect" in kinds:
            return "not graded"
        return "refused" if result.needs_human or kinds & set(LOOK) else LEFT_OUT
    verdicts = {test.verdict for test in result.tests}
    if verdicts & {"crashed", "timeout"} or "death" in kinds:
        return "crashed"
    if result.needs_human:
        return "look"
    if "tampering" in kinds:
        return "tampering"
    return "repaired" if kinds - {"info"} else "graded"


def needs_a_person(result: Result) -> bool:
    """Whether somebody must look at a submission, for its state or for what a test met."""
    return result.needs_human or state(result) in NEED_A_PERSON

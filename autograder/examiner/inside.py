"""Tests that run in the student's own process: made ready here, and judged by what it says.

The text that students can read runs first, in its place among the cells. What is hidden runs only
after that, in a second process, in which the notebook runs once more and whose outputs nobody sees:
no cell and no message can tell what it read there.
"""

from __future__ import annotations

import ast
import marshal
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from autograder.cells import clean
from autograder.examiner.endings import Ending, points_of
from autograder.examiner.examiner import Examined
from autograder.examiner.failures import TELL
from autograder.examiner.plan import TestPlan
from autograder.examiner.trees import as_python, fault_of, points_at_the_end
from autograder.examiner.verdicts import outputs_of
from autograder.guest.inside import FILE
from autograder.intake.trusted import TrustedCell
from autograder.names import MAX_SOURCE
from autograder.result import TestResult, Verdict
from autograder.sandbox.outcomes import TestCode, TestOutcome

_LATE = frozenset(["timeout", "budget", "cpu"])
_FRAME = re.compile(r"^Cell In\[\d+\], (line \d+)", re.MULTILINE)
HIDDEN = "A hidden check was not met."


@dataclass(frozen=True)
class InsideTest:
    """A test cell as it runs in the student's process.

    Attributes
    ----------
    judged : bool
        Whether its points come from there. Else it runs there for what it leaves behind.
    visible, whole : TestCode or None
        What students can read of it, and all of it; None where it is not Python.
    text : str
        The visible text, for messages.
    fault : str
        Why it is not Python.
    """

    judged: bool
    visible: TestCode | None
    whole: TestCode | None
    text: str
    fault: str = ""

    @property
    def hidden(self) -> bool:
        """Whether a part of it is hidden."""
        return self.visible != self.whole


def inside_tests(cells: Sequence[TrustedCell], judged: Collection[str]) -> dict[str, InsideTest]:
    """Return all tests of a notebook of which some are judged inside; empty where none is."""
    found: dict[str, InsideTest] = {}
    for cell in cells if judged else ():
        if cell.role != "test" or not cell.is_code or cell.grade_id is None:
            continue
        whole, fault = _compiled(cell.complete, cell.grade_id)
        visible, text = _compiled(cell.released, cell.grade_id)[0], as_python(cell.released)
        judge = cell.grade_id in judged
        found[cell.grade_id] = InsideTest(judge, visible, whole, text, fault)
    return found


def _compiled(text: str, grade_id: str) -> tuple[TestCode | None, str]:
    """Return a cell's code; or none, and why it is not Python."""
    flags, name = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, f"{FILE}{grade_id}>"
    try:
        if len(text) > MAX_SOURCE:
            raise ValueError("it is too long")
        tree = ast.parse(as_python(text))
        body, value = tree.body, None
        if (shown := points_at_the_end(tree, text)) is not None:
            expression = ast.Expression(shown)
            body, value = body[:-1], compile(expression, name, "eval", flags, dont_inherit=True)
        code = compile(ast.Module(body, []), name, "exec", flags, dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        return None, fault_of(text)
    return TestCode(marshal.dumps(code), None if value is None else marshal.dumps(value)), ""


def judged(
    plan: TestPlan,
    test: InsideTest,
    outcome: TestOutcome,
    *,
    untouched: Collection[str],
    missing: Mapping[str, str],
    candid: bool,
    hidden: bool = False,
) -> Examined:
    """Return what a test's outcome is worth.

    Parameters
    ----------
    untouched : collection of str
        Names whose solution cells are still as given.
    missing : mapping of str to str
        Names that a cell would have bound which raised an error, with that.
    candid : bool
        Whether messages tell what hidden tests know.
    hidden : bool
        Whether the hidden part has run: then the message tells nothing of it.
    """
    points, verdict, message, needs_human = 0.0, "passed", "", False
    if outcome.ended:
        try:
            points = points_of(outcome.value, plan)
            if points < plan.points:
                verdict, message = "failed", f"{points:g} of {plan.points:g} points."
        except Ending as wrong:
            verdict, message, needs_human = wrong.verdict, wrong.message, wrong.needs_human
    else:
        verdict, message = _failure(plan, test, outcome, hidden=hidden and not candid)
        if reason := missing.get(outcome.missing or ""):
            verdict, message = "error", reason
        needed = plan.direct & plan.functions
        if verdict in ("failed", "error") and needed and needed <= frozenset(untouched):
            names = ", ".join(sorted(needed))
            verdict, message = (
                "not attempted",
                f"Not attempted yet: {names} is still as it was given.",
            )
    result = TestResult(
        plan.grade_id,
        points,
        plan.points,
        verdict,  # type: ignore[arg-type]
        message,
        where="inside",
    )
    shown = [] if test.hidden else [o for o in outcome.outputs if o["output_type"] == "stream"]
    return Examined(result, [*shown, *outputs_of(result)], needs_human=needs_human)


def broken(plan: TestPlan, test: InsideTest) -> Examined:
    """Return the outcome of a test that is not Python."""
    text = f"The test itself is broken. {TELL} ({test.fault})"
    result = TestResult(plan.grade_id, 0.0, plan.points, "not run", text, where="inside")
    return Examined(result, outputs_of(result), needs_human=True)


def stopped(result: TestResult, verdict: Verdict, message: str) -> TestResult:
    """Return a test's result where its hidden part was not reached."""
    return replace(result, points=0.0, verdict=verdict, message=message)


def _failure(
    plan: TestPlan, test: InsideTest, outcome: TestOutcome, *, hidden: bool
) -> tuple[Verdict, str]:
    """Say how a test ended that did not come to its end."""
    if outcome.died:
        late = outcome.died in _LATE
        detail = clean(outcome.detail or outcome.died, 200)
        text = f"Your code was stopped in the test: {detail}."
        return ("timeout" if late else "crashed"), text + (
            " Is there an endless loop?" if late else ""
        )
    if hidden:
        return "failed", HIDDEN
    name, text = clean(outcome.error_type, 80), clean(outcome.error)
    if outcome.missing in plan.wanted:
        return "not attempted", f"`{outcome.missing}` is not defined in your notebook."
    lines = test.text.splitlines()
    line = lines[outcome.line - 1].strip() if 0 < outcome.line <= len(lines) else ""
    where = f" in `{clean(line, 200)}`" if line and not test.hidden else ""
    own = _FRAME.findall(outcome.traceback)
    if "AssertionError" in outcome.bases and not own:
        return "failed", text or f"A check was not met{where}."
    if "NotImplementedError" in outcome.bases:
        return "not attempted", f"Your code raised {name}{where}."
    if own:
        return "error", f"Your code raised {name} ({own[-1]} of your cell): {text}"
    return "failed", f"The test stopped{where} ({name}: {text})."

"""The cells of one submission that have run: what they showed, and why names are missing."""

from __future__ import annotations

import re
from collections.abc import Set

from autograder.assignment import Assignment
from autograder.cells import grade_id_of, printable, text_of
from autograder.examiner.student_side import StudentSide
from autograder.examiner.verdicts import error_output
from autograder.intake.builder import Step
from autograder.intake.reassemble import Reassembled
from autograder.intake.trusted import names_in
from autograder.notebook import Cell
from autograder.notes import Notes
from autograder.outputs import cut_short, size_of
from autograder.sandbox.outcomes import CellOutcome
from autograder.vanished import Vanished

MAX_RAISED = 20  # cells that raised an error and are named one by one
_FILE = re.compile(r"<ipython-input-[^>]*>, ")  # IPython's name of a cell, which helps nobody
OUTPUT_BYTES = 20_000_000  # of all outputs of a notebook together
MANY_OUTPUTS = f"it shows more than {OUTPUT_BYTES // 10**6} MB; further outputs were left out"


class RanCells:
    """Runs cells in the student's process and keeps account of them.

    Attributes
    ----------
    errors : list of (str, str)
        The errors of cells, each with its place.
    missing : dict of str to str
        Why names are missing: the cell that should bind them raised an error.
    vanished : Vanished
        Names that were bound and then lost.
    """

    def __init__(self, assignment: Assignment, rebuilt: Reassembled, notes: Notes) -> None:
        self.notes = notes
        self.errors: list[tuple[str, str]] = []
        self.missing: dict[str, str] = {}
        self.vanished = Vanished()
        self._assignment = assignment
        self._cells = rebuilt.notebook["cells"]
        self._manual = rebuilt.manual
        self._left = OUTPUT_BYTES
        self._raised = 0

    def run(self, side: StudentSide, step: Step) -> None:
        """Run a cell, put what it shows into the notebook, and note what is to be said."""
        # Only tests inside ask what the instructor's cells leave of what tests compare with.
        given = step.kind == "given" and bool(self._assignment.inside)
        outcome = side.run_cell(step.source, given=given)
        cell = self._cells[step.index]
        cell["outputs"] = list(outcome.outputs)
        self._keep_within(cell, step)
        name = step.grade_id or f"number {step.index + 1}"
        if outcome.error:
            self.errors.append((f"cell {name}", outcome.error))
        binds = step.binds if outcome.ok else {}
        self.vanished.ran(name, step.source, binds, own=step.kind == "student")
        if outcome.died:
            text = f"cell {name} was stopped: {printable(outcome.detail or outcome.died)}"
            self.notes.add("death", text)
            cell["outputs"].append(error_output("Stopped", text))
        elif not outcome.ok:
            self._failed(name, step, outcome)
        elif self.missing:
            self._bound_again(step)

    def _keep_within(self, cell: Cell, step: Step) -> None:
        """Keep of a cell's outputs what the whole notebook may show."""
        self._left -= sum(map(size_of, cell["outputs"]))
        by_hand = step.grade_id in self._manual  # then what it shows is the answer
        if by_hand and cut_short(cell["outputs"]):
            text = f"cell {step.grade_id} shows more than is kept, and a human grades it"
            self.notes.add("refusal", text)
        if self._left < 0:
            cell["outputs"].clear()
            self.notes.add("refusal" if by_hand else "info", MANY_OUTPUTS)
        for output in cell["outputs"]:
            if output["output_type"] == "execute_result":
                output["execution_count"] = cell["execution_count"]

    def _failed(self, name: str, step: Step, outcome: CellOutcome) -> None:
        """Note the error that ended a cell."""
        said = printable(_FILE.sub("", outcome.error or "an error"), 200)
        if step.source in self._assignment.trusted.alone:
            text = f"cell {name}, which asks nothing of the student, failed here: {said}"
            self.notes.add("refusal", text)
        elif step.kind == "student":
            self._raised += 1
            if self._raised <= MAX_RAISED:
                self.notes.add("info", f"cell {name} raised {said}")
            error = _said_of_cell(outcome, step.source)
            for bound in self._should_bind(step):
                self.missing[bound] = (
                    f"The cell that defines `{bound}` stopped with an error.\n{error}"
                )
        else:
            self._bound_again(step)

    def _bound_again(self, step: Step) -> None:
        for bound in names_in(step.source) if self.missing else ():
            self.missing.pop(bound, None)

    def say_how_many_raised(self) -> None:
        """Note the cells that raised errors and are not named."""
        if self._raised > MAX_RAISED:
            self.notes.add("info", f"{self._raised - MAX_RAISED} cells more raised errors")

    def _should_bind(self, step: Step) -> Set[str]:
        """Return the names that the instructor's cell in this place binds."""
        for cell in self._assignment.source["cells"]:
            if step.grade_id and grade_id_of(cell) == step.grade_id:
                return names_in(text_of(cell["source"]))
        return set()


def _said_of_cell(outcome: CellOutcome, source: str) -> str:
    """Say which error stopped a cell, in which line of it."""
    error = printable(outcome.error or "an error", 200)
    found = re.search(r"\(<ipython-input-[^>]*>, line (\d+)\)", error)
    lines = source.splitlines()
    number = int(found[1]) if found else 0
    if found is None or not 0 < number <= len(lines):
        return f"  {error}"
    text = printable(lines[number - 1].strip(), 100)
    kind, _, detail = error[: found.start()].rstrip().partition(": ")
    return f"  {kind} in line {number} of the cell: {detail}\n    {text}"

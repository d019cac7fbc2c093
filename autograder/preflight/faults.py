"""What is wrong with a course, in the instructor's words: the cell, the cause, the remedy."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from autograder.errors import AutograderError


@dataclass(frozen=True)
class Fault:
    """One thing that stands against grading.

    Attributes
    ----------
    notebook, cell : str
        Where it is; ``cell`` is a grade id or ``number 3``, and empty where no cell is to blame.
    cause, remedy : str
        What is wrong, and what to do, a sentence each.
    acceptable : bool
        Whether the instructor may have meant it, and say so in ``c.Grader.accept``.
    inside : bool
        Whether it is settled: the test runs inside, as ``c.Grader.tests`` allows.
    """

    notebook: str
    cell: str
    cause: str
    remedy: str
    acceptable: bool = False
    inside: bool = False

    def __str__(self) -> str:
        where = f"{self.notebook}.ipynb" + (f", cell {self.cell}" if self.cell else "")
        return f"{where}: {self.cause} {self.remedy}"


class PreflightError(AutograderError):
    """The course cannot be graded as it is."""

    def __init__(self, assignment: str, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(f"{assignment} cannot be graded as it is.\n{told(faults)}")


def told(faults: Sequence[Fault]) -> str:
    """Return faults as a list, and how those are accepted that may be meant."""
    # What a cell cannot import is missing in whatever follows in its notebook.
    unfound = [fault for fault in faults if "ModuleNotFoundError" in fault.cause]
    lacking = {fault.notebook for fault in unfound if "The test itself" not in fault.cause}
    shown = [fault for fault in faults if fault.notebook not in lacking or fault in unfound]
    lines = [f"  {fault}" for fault in shown]
    if left := len(faults) - len(shown):
        lines.append(f"  {left} more, which may follow from that: see again when it is mended.")
    names = sorted({fault.cell for fault in shown if fault.acceptable and not fault.inside})
    if names:
        setting = ", ".join(f'"{name}"' for name in names)
        what = "that is" if len(names) == 1 else "these are"
        lines.append(
            f"If {what} as you want it, say so in nbgrader_config.py: c.Grader.accept = [{setting}]"
        )
    return "\n".join(lines)


def not_accepted(faults: Iterable[Fault], accepted: Collection[str]) -> list[Fault]:
    """Return the faults that the instructor has not accepted, by name or by a pattern of names."""
    return [
        fault
        for fault in faults
        if not fault.inside
        and not (fault.acceptable and any(fnmatchcase(fault.cell, name) for name in accepted))
    ]

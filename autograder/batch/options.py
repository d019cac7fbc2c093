"""What an instructor asks of a run, and what the run did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from autograder.course.settings import Settings
from autograder.gradebook.lateness import Timing
from autograder.result import Result
from autograder.sandbox.server import StudentServer


@dataclass(frozen=True)
class Options:
    """What the instructor asked for, and a server that is being started for these settings."""

    settings: Settings = field(default_factory=Settings)
    workers: int = 1
    students: Sequence[str] = ()
    force: bool = False
    prune: bool = False
    acknowledge: bool = False
    scheduler: str | None = None
    server: StudentServer | None = None


@dataclass
class Run:
    """What a run did.

    Attributes
    ----------
    results : list of Result
        Of every submitted notebook, by student and notebook; also those graded before.
    timings : dict of str to Timing
        When each student on record handed in, and what that costs now and did before.
    graded, reused, unchanged, broken : int
        Notebooks graded now, taken from the cache, and on record already; and those whose grading
        broke down.
    open_matters : int
        Results that need a person and that nobody has acknowledged.
    seconds, grading_seconds : float
        Wall time of all, and of grading with its writing.
    """

    assignment: str
    results: list[Result] = field(default_factory=list)
    timings: dict[str, Timing] = field(default_factory=dict)
    graded: int = 0
    reused: int = 0
    unchanged: int = 0
    broken: int = 0
    open_matters: int = 0
    seconds: float = 0.0
    grading_seconds: float = 0.0

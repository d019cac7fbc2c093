"""Grade each submission in a process of its own, from a state that no student has met.

The instructor's notebook is understood here, once. Whatever a submission and its tests then touch,
its given values, modules, random state, environment, belongs to a fork, and ends with it. A fork
that hangs or dies in a test costs that test; a fresh one scores the others.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypedDict

from autograder.apart import ApartError, Link, run_apart
from autograder.errors import AutograderError
from autograder.examiner.rehearsal import Rehearsal
from autograder.examiner.surroundings import GRACE
from autograder.handed_out import working_folder
from autograder.limits import Limits
from autograder.notebook import Notebook
from autograder.result import Verdict

if TYPE_CHECKING:
    from autograder.assignment import Assignment
    from autograder.sandbox.process import StudentProcess
    from autograder.sandbox.server import StudentServer

ALL_TESTS = "*"
TEST_MEMORY = 2048  # megabytes that tests may use, on top of what a submission may
MOST_LINES = 5000
FORKS = 12  # of one submission, beside two for each test that ends one, before it is given up
REHEARSALS = 3
_CHANCE: tuple[Verdict, ...] = ("timeout", "crashed")
_BESIDE = 60.0  # seconds for all that is neither a cell's nor a test's
Work = Callable[["Attempt"], "Answer"]
Lost = Mapping[str, tuple[Verdict, str]]


class Answer(TypedDict):
    """What grading in one fork gives, as plain data that crosses processes.

    Attributes
    ----------
    result : dict
        A `Result`, by its `to_dict`.
    notebook : Notebook
        The autograded notebook.
    rehearsal : list
        A `Rehearsal`, by its `to_plain`: of the instructor's own solution, else empty.
    found_lines : dict
        What searches for a wrong line have found here first.
    """

    result: dict[str, Any]
    notebook: Notebook
    rehearsal: list[Any]
    found_lines: dict[str, Any]


@dataclass(frozen=True)
class _Farewell:
    """What a fork says when it comes to its end, as plain data that crosses processes.

    Attributes
    ----------
    answer : Answer or None
        None where the instructor's own solution must be rehearsed first.
    server_lost : bool
        Whether the server that it borrowed has ended.
    seed : int or None
        The seed of the random inputs with which it must be rehearsed.
    """

    answer: Answer | None
    server_lost: bool
    seed: int | None = None


class GradingError(AutograderError):
    """Grading itself broke down."""


@dataclass
class Attempt:
    """What one fork is to know, and how it speaks."""

    assignment: Assignment
    link: Link | None = None
    server: StudentServer | None = None
    lost: Lost = field(default_factory=dict)
    rehearsing: bool = False
    seed: int | None = None

    def at(self, test: str) -> None:
        """Say which test begins, or that none runs."""
        if self.link is not None:
            self.link.at(test)

    def ask(self, process: StudentProcess, seed: int) -> None:
        """End this fork and its student's process: what the solution does must be known first."""
        if self.link is not None and self.server is not None:
            process.close()
            self.link.end(vars(_Farewell(None, _give_back(self.server), seed)))


def graded_apart(
    work: Work, assignment: Assignment, server: StudentServer, limits: Limits
) -> Answer:
    """Grade a submission in forks of this process until one comes to its end.

    Parameters
    ----------
    work : callable
        Grades the submission, or the instructor's own solution where the attempt says so.
    server : StudentServer
        The server of its student process.

    Raises
    ------
    ServerError, GradingError
        If no fork could do it.
    """
    lost: dict[str, tuple[Verdict, str]] = {}
    deaths: Counter[str] = Counter()
    server_deaths = 0
    start = time.monotonic()
    for _ in range(FORKS + 2 * len(assignment.trusted.plans)):
        attempt = Attempt(assignment, lost=lost)
        begun = time.monotonic() - start
        try:
            said, step, why = _fork(work, attempt, server, limits)
        except ApartError as error:
            server_deaths += 1
            if error.error_type != "ServerError" or server_deaths > 1:
                raise _same(error) from None
            continue
        if said.answer is not None:
            if len(assignment.found_lines) < MOST_LINES:
                assignment.found_lines |= said.answer["found_lines"]
            return said.answer
        if not why:
            assignment.rehearsal = _rehearsed(work, assignment, server, limits, said.seed)
        else:
            _blame(step, why, lost, deaths)
            if begun > limits.total_timeout:
                text = "The tests took too long with what your code returned, all together."
                lost.setdefault(ALL_TESTS, ("timeout", text))
    raise GradingError("the process that examines this submission ended, again and again")


def _blame(step: str, why: str, lost: dict[str, tuple[Verdict, str]], deaths: Counter[str]) -> None:
    """Note a test that ended its fork; what may have come from elsewhere is tried once more."""
    deaths[step] += 1
    if why == "timeout" and step:
        lost[step] = ("timeout", "The test took too long with what your code returned.")
    elif deaths[step] > 1 and step:
        text = f"The test could not use what your code returned: its process ended ({why})."
        lost[step] = ("crashed", text)
    elif deaths[step] > 1:
        raise GradingError(f"the process that examines this submission ended ({why})")


def _rehearsed(
    work: Work, assignment: Assignment, server: StudentServer, limits: Limits, seed: int | None
) -> Rehearsal:
    """Run the instructor's own solution through the tests, with these random inputs.

    Where a test took too long or ended its process, which may be this machine's doing, it is run
    again: nothing is held against others in a test that it is not seen to pass.
    """
    best: Rehearsal | None = None
    for _ in range(REHEARSALS):
        attempt = Attempt(assignment, rehearsing=True, seed=seed)
        try:
            said, _, why = _fork(work, attempt, server, limits)
        except ApartError as error:
            raise _same(error) from None
        if said.answer is None:
            continue
        made = Rehearsal.from_plain(said.answer["rehearsal"], seed)
        if best is None or len(made.tests) > len(best.tests):
            best = made
        tests = said.answer["result"]["tests"]
        if not any(test["verdict"] in _CHANCE for test in tests):
            break
    if best is None:
        raise GradingError(f"the instructor's own solution cannot be graded: {why}")
    return best


def _fork(
    work: Work, attempt: Attempt, server: StudentServer, limits: Limits
) -> tuple[_Farewell, str, str]:
    """Let a fork work; return its farewell, what it was at, and why it did not come to its end."""
    server.ready_for(attempt.assignment.prelude)

    def inside(link: Link) -> dict[str, Any]:
        attempt.link, attempt.server = link, server
        server.borrow()
        try:
            return vars(_Farewell(work(attempt), server.lost))
        finally:
            _give_back(server)

    def seconds(step: str) -> float:
        return limits.cell_timeout + 3 * GRACE if step else limits.total_timeout + _BESIDE

    memory = limits.memory_mb + TEST_MEMORY
    try:
        with working_folder(attempt.assignment.folder):
            ended = run_apart(inside, seconds, memory)
    except ApartError:
        server.close()
        raise
    said = _Farewell(None, True) if ended.why else _Farewell(**ended.value)
    if said.server_lost:
        server.close()  # it may wait for the fork that is gone
    return said, ended.step, ended.why


def _give_back(server: StudentServer) -> bool:
    """End the server if it was started in this fork; return whether the borrowed one is lost."""
    lost = server.lost
    if lost:
        server.close()
    return lost


def _same(error: ApartError) -> Exception:
    """Return the exception as which a fork's goes on here."""
    from autograder.sandbox.control import ServerError

    if error.error_type == "ServerError":
        return ServerError(error.text)
    return GradingError(str(error))

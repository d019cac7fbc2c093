"""The global random generators, which a test and the student's functions share."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from autograder.examiner.rehearsal import PYTHON_RANDOM, RANDOM
from autograder.guest.codec import GlobalState, python_state, set_global_state, set_python_state
from autograder.sandbox.outcomes import CallOutcome


class SharedRandom:
    """NumPy's global generator, and Python's from where a test seeds it until it ends.

    The state here goes with each call where the student's process has another, and comes back.
    """

    def __init__(self) -> None:
        self._numpy = GlobalState()
        self._sent: tuple[Any, ...] | None = None  # what that process has, as far as we set it
        self._python_seeded = False

    def forget(self) -> None:
        """Send our state with the next call, whatever the other side has."""
        self._sent = None

    def begin_test(self) -> None:
        """Leave Python's generator to each side."""
        self._python_seeded = False

    def share_python(self) -> None:
        """Let Python's generator be one here and there."""
        self._python_seeded = True

    def to_send(self) -> tuple[Any, Any]:
        """Return the states of NumPy's and Python's; None where one need not be sent."""
        numpy = self._numpy.get()
        known, self._sent = numpy == self._sent, numpy
        return None if known else numpy, python_state() if self._python_seeded else None

    def take(self, outcome: CallOutcome, carried: Collection[Any]) -> None:
        """Go on from where a call has left the generators, as far as its changes are carried."""
        if outcome.random_state is not None and RANDOM in carried:
            set_global_state(outcome.random_state)
            self._sent = self._numpy.get()
        if outcome.python_state is not None and PYTHON_RANDOM in carried:
            set_python_state(outcome.python_state)


def drawn_from(outcome: CallOutcome) -> list[str]:
    """Return the names of the generators that a call has drawn from."""
    states = {RANDOM: outcome.random_state, PYTHON_RANDOM: outcome.python_state}
    return [name for name, state in states.items() if state is not None]

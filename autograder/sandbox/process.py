"""What can be asked of one submission's process: run a cell or a test, fetch a value, call."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from autograder.guest.codec import CodecError, encode, legacy_state
from autograder.sandbox.conversation import BRIEF, Conversation, DiedError, is_text
from autograder.sandbox.outcomes import CallOutcome, CellOutcome, TestCode, TestOutcome


class StudentProcess(Conversation):
    """One submission's process. Leave the context, and all of it is gone.

    Parameters
    ----------
    server : StudentServer
        The server that forks it.
    prelude : sequence of str
        Cells of the instructor's that this submission begins with, as others do. Where that is
        possible they have run in it already, but not where there are files of hers.
    student_files : mapping of str to bytes, optional
        What the student handed in beside the notebook and finds there, by path.
    """

    def __enter__(self) -> StudentProcess:
        self.restart()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run_cell(
        self, source: str, timeout: float | None = None, *, given: bool = False
    ) -> CellOutcome:
        """Run one cell and collect its outputs; ``given`` where the text is the instructor's."""
        allowed = self.limits.cell_timeout if timeout is None else timeout
        try:
            reply = self.ask({"op": "cell", "source": source, "given": given}, allowed)
        except DiedError as death:
            return CellOutcome([], False, None, death.reason, death.detail)
        return CellOutcome.from_reply(reply, self.limits)

    def run_test(self, code: TestCode, timeout: float) -> TestOutcome:
        """Run a test in the student's process, among the notebook's names.

        That it came to its end is asked twice, the second time with a word that was not known
        while it ran: a process that ended meanwhile, or is still in the test, does not give it.
        """
        try:
            request = {"op": "test", "body": code.body, "last": code.last}
            outcome = TestOutcome.from_reply(self.ask(request, timeout), self.limits)
            if outcome.ended:
                word = secrets.token_hex(16)
                said = self.ask({"op": "seal", "word": word}, BRIEF).get("value")
                if not is_text(said, word):
                    raise self.died("message")
            return outcome
        except DiedError as death:
            return TestOutcome(died=death.reason, detail=death.detail)

    def bindings(self, timeout: float = 10.0) -> dict[str, str]:
        """Return the names that the notebook has bound, each with its kind.

        The kinds are ``function``, ``class``, ``module`` and ``value``. Empty when the process
        is dead.
        """
        try:
            value = self.ask({"op": "bindings"}, timeout).get("value")
        except DiedError:
            return {}
        if not isinstance(value, dict):
            return {}
        kinds = ("function", "class", "module", "value")
        return {k: v for k, v in value.items() if type(k) is str and type(v) is str and v in kinds}

    def get(self, name: str, timeout: float | None = None) -> CallOutcome:
        """Return a plain value that the notebook has bound."""
        return self._outcome(
            {"op": "get", "name": name, "given": self.resolver.known_classes()}, timeout
        )

    def call(
        self,
        name: str,
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
        random_states: tuple[Any, Any] = (None, None),
        timeout: float | None = None,
        operation: str | None = None,
        dropped: Sequence[int] = (),
        bound: Sequence[Any] = (),
    ) -> CallOutcome:
        """Call one of the notebook's functions with copies of the arguments.

        Parameters
        ----------
        name : str
            The function's name.
        args, kwargs
            Plain data; `FunctionRef` for a function of the notebook; any other callable is one
            of ours, which stays here and is evaluated here when the student's function calls it.
        random_states : tuple
            What the global generators of numpy and of Python are set to before the call; None
            where one is left as it is. Python's is said again after the call where it was sent.
        timeout : float, optional
            Wall seconds, instead of the limits' ``call_timeout``.
        operation : str, optional
            What to do with the arguments instead: one of `guest.operations`.
        dropped : sequence of int
            Live objects that are needed no more.
        bound : sequence, optional
            Names of the notebook with values that they have during the call, builtins with
            theirs, and names that are not defined during it.

        Raises
        ------
        CodecError
            When an argument is not plain data.
        """
        request = {
            "op": "call",
            "name": name,
            "operation": operation,
            "dropped": list(dropped),
            "given": self.resolver.known_classes(),
            "bound": list(bound),
            "arguments": _by_key(args, kwargs or {}),
            "random_state": legacy_state(random_states[0]),
            "python_state": random_states[1],
        }
        return self._outcome(request, timeout)

    def packed(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> bytes:
        """Return the arguments of a call as `try_variants` takes them.

        Raises
        ------
        CodecError
            When an argument is not plain data.
        """
        return encode(_by_key(args, kwargs), self.limits.codec, self.refer)

    def try_variants(
        self,
        variants: Sequence[Sequence[str]],
        calls: Sequence[tuple[str, bytes]],
        seconds: float,
        timeout: float,
    ) -> CallOutcome:
        """Make the same calls with changed texts, each in a copy of the notebook's names.

        Parameters
        ----------
        variants : sequence of sequence of str
            The texts that run before the calls, in place of what the notebook defines.
        calls : sequence of (str, bytes)
            A function's name and its packed arguments.
        seconds : float
            Processor time after which no further variant is begun.
        timeout : float
            Wall seconds of all.

        Returns
        -------
        CallOutcome
            Its value is the processor time taken and a row for each variant that was begun: what
            each call returned, packed, and None for the one that ended the row. Nothing in it can
            be believed.
        """
        request = {
            "op": "variants",
            "variants": [list(texts) for texts in variants],
            "calls": [list(call) for call in calls],
            "seconds": seconds,
        }
        return self._outcome(request, timeout)

    def _outcome(self, request: dict[str, Any], timeout: float | None) -> CallOutcome:
        allowed = self.limits.call_timeout if timeout is None else timeout
        try:
            reply = self.ask(request, allowed)
        except DiedError as death:
            return CallOutcome(False, died=death.reason, detail=death.detail)
        try:
            return CallOutcome.from_reply(reply, request, self.limits)
        except CodecError:
            ended = self.died("message")
            return CallOutcome(False, died=ended.reason, detail=ended.detail)


def _by_key(args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[Any, Any]:
    """Return arguments by position and by keyword."""
    return {**dict(enumerate(args)), **kwargs}

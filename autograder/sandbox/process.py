"""The trusted side of one submission's process.

Nothing that arrives from a student's process is believed: sizes are checked before reading,
contents are plain data through the codec, answers are matched to requests, and every wait has
an end on this side's clock.
"""

from __future__ import annotations

import math
import secrets
import select
import socket
import struct
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

import numpy as np

from autograder.guest.codec import (
    CallbackRef,
    CodecError,
    Reference,
    Resolver,
    decode,
    encode,
    random_state,
)
from autograder.limits import MEGABYTE
from autograder.outputs import clean_text
from autograder.sandbox.control import ServerError
from autograder.sandbox.outcomes import DEATHS, CallOutcome, CellOutcome, TestCode, TestOutcome
from autograder.sandbox.server import StudentServer

__all__ = ["CallOutcome", "CellOutcome", "ServerError", "StudentProcess", "StudentServer"]

_STRAYS = 1000  # frames that answer nothing, before a process is given up
_NESTING = 16
_BRIEF = 10.0  # seconds for what is no student's work
_RAISED = (AssertionError, ValueError, TypeError, KeyError, IndexError, ZeroDivisionError)
_FUNCTIONS = 1000


class _Died(Exception):
    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


class StudentProcess:
    """One submission's process. Leave the context, and all of it is gone."""

    def __init__(
        self,
        server: StudentServer,
        name: str,
        prelude: tuple[str, ...] = (),
        student_files: Mapping[str, bytes] | None = None,
    ) -> None:
        self.server = server
        self.name = name
        self.prelude = prelude
        self.student_files = student_files or {}
        self.prelude_outcomes: list[CellOutcome] = []  # what cells gave that have run when it began
        self.limits = server.limits
        self.resolver = Resolver()  # what stands here for the student's functions and classes
        self.spent = 0.0
        self.dead: tuple[str, str] | None = None
        self._socket: socket.socket | None = None
        self._deadlines: list[float] = []
        self._functions: dict[int, Callable[..., Any]] = {}  # ours, for student code to call
        self._next = 0

    def __enter__(self) -> StudentProcess:
        self.restart()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def restart(self) -> None:
        """Replace the process with a fresh one, in which nothing has run."""
        self.close()
        self.dead = None
        self._socket, self.prelude_outcomes = self.server.fork(self)
        if self.student_files:
            with suppress(_Died):  # then the first cell finds the process dead, and says why
                self._ask({"op": "files", "files": dict(self.student_files)}, _BRIEF)

    def close(self, gone: bool = False) -> dict[str, Any]:
        """End the process and everything that came from it; return how it ended."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        return self.server.end(self, gone)

    def run_cell(
        self, source: str, timeout: float | None = None, *, given: bool = False
    ) -> CellOutcome:
        """Run one cell and collect its outputs; ``given`` where the text is the instructor's."""
        start = time.monotonic()
        allowed = self.limits.cell_timeout if timeout is None else timeout
        try:
            reply = self._ask({"op": "cell", "source": source, "given": given}, allowed)
        except _Died as death:
            seconds = time.monotonic() - start
            return CellOutcome([], False, None, death.reason, death.detail, seconds)
        return CellOutcome.from_reply(reply, self.limits, time.monotonic() - start)

    def run_test(self, code: TestCode, timeout: float) -> TestOutcome:
        """Run a test in the student's process, among the notebook's names.

        That it came to its end is asked twice, the second time with a word that was not known
        while it ran: a process that ended meanwhile, or is still in the test, does not give it.
        """
        try:
            request = {"op": "test", "body": code.body, "last": code.last}
            outcome = TestOutcome.from_reply(self._ask(request, timeout), self.limits)
            if outcome.ended:
                word = secrets.token_hex(16)
                said = self._ask({"op": "seal", "word": word}, _BRIEF).get("value")
                if not _is(said, word):
                    raise self._died("message")
            return outcome
        except _Died as death:
            return TestOutcome(died=death.reason, detail=death.detail)

    def bindings(self, timeout: float = 10.0) -> dict[str, str]:
        """Return the names that the notebook has bound, each with its kind.

        The kinds are ``function``, ``class``, ``module`` and ``value``. Empty when the process
        is dead.
        """
        try:
            value = self._ask({"op": "bindings"}, timeout).get("value")
        except _Died:
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
        random_state: Any = None,
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
        random_state : tuple, dict, RandomState or None
            What numpy's global generator is set to before the call.
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
            "random_state": _as_random_state(random_state),
        }
        return self._outcome(request, timeout)

    def packed(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> bytes:
        """Return the arguments of a call as `try_variants` takes them.

        Raises
        ------
        CodecError
            When an argument is not plain data.
        """
        return encode(_by_key(args, kwargs), self.limits.codec, self._refer)

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

    def forget_functions(self) -> None:
        """Let student code call none of our functions any more that it was given until now."""
        self._functions.clear()

    # One request

    def _outcome(self, request: dict[str, Any], timeout: float | None) -> CallOutcome:
        start = time.monotonic()
        allowed = self.limits.call_timeout if timeout is None else timeout
        try:
            reply = self._ask(request, allowed)
        except _Died as death:
            seconds = time.monotonic() - start
            return CallOutcome(False, died=death.reason, detail=death.detail, seconds=seconds)
        fields: dict[str, Any] = {"seconds": time.monotonic() - start}
        printed, state = reply.get("printed"), reply.get("random_state")
        if isinstance(printed, str):
            fields["printed"] = clean_text(printed, self.limits.output_bytes + 100)
        if type(state) is np.random.RandomState:
            fields["random_state"] = state.get_state()
        changed = reply.get("changed")
        if isinstance(changed, dict):
            wanted = request.get("arguments", {})
            fields["changed"] = {k: v for k, v in changed.items() if k in wanted}
        error = reply.get("error")
        if isinstance(error, list) and len(error) == 3 and all(type(t) is str for t in error):
            name, message, trace = (clean_text(text, 5000) for text in error)
            bases, args = reply.get("bases"), reply.get("error_args")
            if isinstance(bases, list):
                fields["bases"] = tuple(base for base in bases[:50] if type(base) is str)
            if isinstance(args, tuple):
                fields["error_args"] = args
            fields["exception"] = reply.get("exception")
            return CallOutcome(False, error_type=name, error=message, traceback=trace, **fields)
        if "value" in reply:
            return CallOutcome(True, value=reply["value"], **fields)
        unusable = reply.get("unusable")
        text = clean_text(unusable, 2000) if isinstance(unusable, str) else "it gave no answer"
        return CallOutcome(False, unusable=text, **fields)

    def _ask(self, request: dict[str, Any], timeout: float) -> dict[str, Any]:
        """Send a request and return its reply; raises `_Died`."""
        if self._socket is None or self.dead is not None:
            raise _Died(*(self.dead or ("exit", "the process has ended")))
        if len(self._deadlines) >= _NESTING:
            raise CodecError("calls and functions passed to them are nested too deeply")
        identity = secrets.token_hex(8)
        message = encode({**request, "id": identity}, self.limits.codec, self._refer)
        start = time.monotonic()
        left = self.limits.total_timeout - self.spent
        limit = min(timeout, left)
        deadline = min([start + limit, *self._deadlines])
        reason = ("timeout", timeout) if timeout <= left else ("budget", self.limits.total_timeout)
        self._deadlines.append(deadline)
        try:
            self._send(message, deadline)
            return self._await(identity, deadline)
        except TimeoutError:
            raise self._died(reason[0], seconds=reason[1]) from None
        except (OSError, EOFError):
            raise self._died(None) from None
        finally:
            self._deadlines.pop()
            if not self._deadlines:
                self.spent += time.monotonic() - start

    def _await(self, identity: str, deadline: float) -> dict[str, Any]:
        callbacks = 0
        for _ in range(_STRAYS + self.limits.callbacks):
            data = self._receive(deadline)
            try:
                reply = decode(data, self.limits.codec, self.resolver)
            except CodecError:
                raise self._died("message") from None
            # Types first: to compare with an array is no yes or no.
            if type(reply) is not dict or not _is(reply.get("id"), identity):
                continue  # an answer to nothing
            if not _is(reply.get("kind"), "callback"):
                return reply
            callbacks += 1
            if callbacks > self.limits.callbacks:
                break
            self._send(self._call_back(reply), deadline)
        raise self._died("message")

    def _call_back(self, request: dict[str, Any]) -> bytes:
        """Evaluate one of our functions for the student's; return the answer."""
        index, args, kwargs = (request.get(key) for key in ("index", "args", "kwargs"))
        if not (
            type(index) is int
            and 0 <= index < self._next
            and type(args) is list
            and type(kwargs) is dict
            and all(type(key) is str for key in kwargs)
        ):
            raise self._died("message")
        function = self._functions.get(index)
        if function is None:
            return encode({"error": "the test that passed this function has ended", "type": ""})
        try:
            value = function(*args, **kwargs)
            return encode({"value": value}, self.limits.codec, self._refer)
        except _Died:
            raise
        except Exception as error:
            if self.dead is not None:
                raise _Died(*self.dead) from None
            text = f"{type(error).__name__}: {error}"[:500]
            kind = type(error).__name__ if type(error) in _RAISED else "RuntimeError"
            text = f"the function passed as argument raised {text}"
            return encode({"error": text, "type": kind})

    def _refer(self, value: Any) -> Reference | None:
        reference = self.resolver.sent(value)
        if reference is not None or not callable(value):
            return reference
        name = getattr(value, "__name__", "")
        for index, known in self._functions.items():
            if known is value:
                return CallbackRef(index, name)
        if len(self._functions) >= _FUNCTIONS:
            raise CodecError("more functions were passed to it than can be kept")
        self._functions[self._next] = value
        self._next += 1
        return CallbackRef(self._next - 1, name)

    def _died(self, reason: str | None, seconds: float = 0.0) -> _Died:
        """End the process, find out why it ended, and return that as an exception."""
        ended = self.close(gone=reason is None)
        status = ended.get("status")
        if ended.get("reason"):
            reason = ended["reason"]
        elif reason is None and isinstance(status, int) and status < 0:
            reason = "crash"
        elif reason is None:
            reason = "exit"
        detail = DEATHS[reason].format(
            seconds=seconds,
            memory=self.limits.memory_mb,
            signal=-status if isinstance(status, int) else "unknown",
            megabytes=self.limits.message_bytes / MEGABYTE,
        )
        self.dead = (reason, detail)
        return _Died(reason, detail)

    # Bytes

    @property
    def _connection(self) -> socket.socket:
        if self._socket is None:
            raise EOFError
        return self._socket

    def _send(self, data: bytes, deadline: float) -> None:
        frame = memoryview(struct.pack(">Q", len(data)) + data)
        while frame:
            try:
                frame = frame[self._connection.send(frame) :]
            except BlockingIOError:
                self._wait(select.POLLOUT, deadline)

    def _receive(self, deadline: float) -> bytearray:
        (size,) = struct.unpack(">Q", self._exactly(8, deadline))
        if size > self.limits.message_bytes:
            raise self._died("size")
        return self._exactly(size, deadline)

    def _exactly(self, size: int, deadline: float) -> bytearray:
        data = bytearray()
        while len(data) < size:
            self._wait(select.POLLIN, deadline)
            try:
                chunk = self._connection.recv(min(size - len(data), 1 << 20))
            except BlockingIOError:
                continue
            if not chunk:
                raise EOFError
            data += chunk
        return data

    def _wait(self, event: int, deadline: float) -> None:
        poll = select.poll()
        poll.register(self._connection, event)
        left = deadline - time.monotonic()
        if left <= 0 or not poll.poll(math.ceil(left * 1000)):
            raise TimeoutError


def _is(value: Any, text: str) -> bool:
    return type(value) is str and value == text


def _by_key(args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[Any, Any]:
    """Return arguments by position and by keyword."""
    return {**dict(enumerate(args)), **kwargs}


def _as_random_state(state: Any) -> np.random.RandomState | None:
    if state is None or type(state) is np.random.RandomState:
        return state
    return random_state(state)

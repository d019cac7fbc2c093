"""One student's process and our talk with it: started, asked, ended.

Nothing that arrives from there is believed: sizes are checked before reading, contents are plain
data through the codec, answers are matched to questions, and every wait has an end on this side's
clock.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from autograder.guest.codec import (
    CallbackRef,
    CodecError,
    Reference,
    Resolver,
    decode,
    encode,
)
from autograder.guest.errors import crossing
from autograder.limits import MEGABYTE
from autograder.sandbox.forks import Fork
from autograder.sandbox.frames import Frames, FrameTooLargeError
from autograder.sandbox.outcomes import DEATHS, CellOutcome
from autograder.sandbox.server import StudentServer

BRIEF = 10.0
"""Seconds for what is no student's work."""
_STRAYS = 1000  # frames that answer nothing, before a process is given up
_NESTING = 16
_ROOM = 500  # characters of what is told of an exception of ours
_FUNCTIONS = 1000


class DiedError(Exception):
    """The process has ended; why is a key of `DEATHS`."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


class Conversation:
    """Questions to one student's process, and its answers."""

    def __init__(
        self,
        server: StudentServer,
        prelude: Sequence[str] = (),
        student_files: Mapping[str, bytes] | None = None,
    ) -> None:
        self.server = server
        self.student_files = dict(student_files or {})
        # Files of hers must be there before any cell runs.
        self.prelude = () if self.student_files else tuple(prelude)
        self.prelude_outcomes: list[CellOutcome] = []  # what cells gave that have run when it began
        self.limits = server.limits
        self.resolver = Resolver()  # what stands here for the student's functions and classes
        self.spent = 0.0
        self.dead: tuple[str, str] | None = None
        self._fork: Fork | None = None
        self._frames: Frames | None = None
        self._deadlines: list[float] = []
        self._functions: dict[int, Callable[..., Any]] = {}  # ours, for student code to call
        self._next = 0

    def restart(self) -> None:
        """Replace the process with a fresh one, in which nothing has run."""
        self.close()
        self.dead = None
        self._fork = fork = self.server.fork(self.prelude)
        self._frames = Frames(fork.connection, self.limits.message_bytes)
        self.prelude_outcomes = fork.outcomes
        if self.student_files:
            with suppress(DiedError):  # then the first cell finds the process dead, and says why
                self.ask({"op": "files", "files": self.student_files}, BRIEF)

    def close(self, gone: bool = False) -> dict[str, Any]:
        """End the process and everything that came from it; return how it ended."""
        if self._frames is not None:
            self._frames.close()
            self._frames = None
        return self.server.end(self._fork, gone)

    def forget_functions(self) -> None:
        """Let student code call none of our functions any more that it was given until now."""
        self._functions.clear()

    def function(self, index: int) -> Callable[..., Any] | None:
        """Return one of our functions that student code was given and can still call."""
        return self._functions.get(index)

    def ask(self, request: dict[str, Any], timeout: float) -> dict[str, Any]:
        """Send a request and return its reply; raises `DiedError`."""
        if self._frames is None or self.dead is not None:
            raise DiedError(*(self.dead or ("exit", "the process has ended")))
        if len(self._deadlines) >= _NESTING:
            raise CodecError("calls and functions passed to them are nested too deeply")
        identity = secrets.token_hex(8)
        message = encode({**request, "id": identity}, self.limits.codec, self.refer)
        start = time.monotonic()
        left = self.limits.total_timeout - self.spent
        limit = min(timeout, left)
        deadline = min([start + limit, *self._deadlines])
        reason = ("timeout", timeout) if timeout <= left else ("budget", self.limits.total_timeout)
        self._deadlines.append(deadline)
        try:
            self._connected.send(message, deadline)
            return self._await(identity, deadline)
        except TimeoutError:
            raise self.died(reason[0], seconds=reason[1]) from None
        except (OSError, EOFError):
            raise self.died(None) from None
        except FrameTooLargeError:
            raise self.died("size") from None
        finally:
            self._deadlines.pop()
            if not self._deadlines:
                self.spent += time.monotonic() - start

    def _await(self, identity: str, deadline: float) -> dict[str, Any]:
        callbacks = 0
        for _ in range(_STRAYS + self.limits.callbacks):
            data = self._connected.receive(deadline)
            try:
                reply = decode(data, self.limits.codec, self.resolver)
            except CodecError:
                raise self.died("message") from None
            # Types first: to compare with an array is no yes or no.
            if type(reply) is not dict or not is_text(reply.get("id"), identity):
                continue  # an answer to nothing
            if not is_text(reply.get("kind"), "callback"):
                return reply
            callbacks += 1
            if callbacks > self.limits.callbacks:
                break
            self._connected.send(self._call_back(reply), deadline)
        raise self.died("message")

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
            raise self.died("message")
        function = self._functions.get(index)
        if function is None:
            ended = RuntimeError("the test that passed this function has ended")
            return encode(crossing(ended, {}, _ROOM))
        try:
            value = function(*args, **kwargs)
            return encode({"value": value}, self.limits.codec, self.refer)
        except DiedError:
            raise
        except (Exception, SystemExit) as error:
            if self.dead is not None:
                raise DiedError(*self.dead) from None
            known = {
                name: self.resolver.named_class(name) for name in self.resolver.known_classes()
            }
            return encode(crossing(error, known, _ROOM))

    def refer(self, value: Any) -> Reference | None:
        """Return the reference that crosses in the place of a value, if one does."""
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

    def died(self, reason: str | None, seconds: float = 0.0) -> DiedError:
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
            seconds=round(seconds, 0 if seconds > 2 else 1),
            memory=self.limits.memory_mb,
            signal=-status if isinstance(status, int) else "unknown",
            megabytes=self.limits.message_bytes / MEGABYTE,
        )
        self.dead = (reason, detail)
        return DiedError(reason, detail)

    @property
    def _connected(self) -> Frames:
        if self._frames is None:
            raise EOFError
        return self._frames


def is_text(value: Any, text: str) -> bool:
    """Whether a value is this text; the type first, for nothing else may say that it is."""
    return type(value) is str and value == text

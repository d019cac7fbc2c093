"""The loop in a student's process: runs cells and calls functions, as the grader asks.

Student code shares this process and can change anything in it. All it can win is to lie about
its own functions' results, which the grader takes as plain data and compares.
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import socket
import sys
import time
import types
from typing import Any

import numpy as np

from . import codec, inside
from . import shell as shells
from .capture import Capture
from .changes import Changes
from .errors import bases, describe, plain_args, told
from .errors import rebuilt as rebuilt_error
from .layer import put
from .objects import Objects
from .operations import OPERATIONS
from .rebound import rebound
from .references import References
from .variants import answers, by_position
from .wire import Channel

_UNREADABLE = "it raises an error when it is looked at, so it cannot be graded"
_OF_SHELL = re.compile(r"__.*|_i*|_i?\d+|_[iod]h|_exit_code")
_HIDDEN = frozenset(["In", "Out", "exit", "quit", "get_ipython", "open"])
_PRINTED = {"stdout": "printed", "stderr": "printed_errors"}
_MAKING = frozenset(["call", "copy", "deepcopy", "enter", "iter", "replace"])


class Runner:
    """Answers one submission's requests."""

    channel: Channel  # a snapshot has none: nobody asks it anything

    def __init__(self, channel: Channel | None, settings: dict[str, Any]) -> None:
        if channel is not None:
            self.channel = channel
        self.settings = settings
        self.limits = codec.CodecLimits(
            total_bytes=settings["message_bytes"], items=settings["message_items"]
        )
        codec.use_course_types(settings["values"])
        self.shell = shells.StudentShell.instance()
        self.objects = Objects()
        self.references = References(self.shell, self.objects, self.call_back)
        # A snapshot has no file system of its own yet to keep what programs write in.
        self.capture = Capture(self.shell, settings, raw=channel is not None)
        self.changes = Changes(self.packed)
        self._calls: list[str] = []  # requests that are being answered, the latest last
        self._process = os.getpid()
        self.kept = kept
        self.ended = False  # whether the test that ran last came to its end

    def serve(self) -> None:
        """Answer until the grader hangs up."""
        while True:
            self.answer(self.decode(self.channel.receive()))

    def answer(self, request: dict[str, Any]) -> None:
        """Do one request and send its reply."""
        self._calls.append(request["id"])
        reply = getattr(self, f"do_{request['op']}")(request)
        with self.channel.alone():  # a thread that waits for an answer gets it first
            self._calls.remove(request["id"])
            self.send({"id": request["id"], "kind": "done", **reply})

    def send(self, message: dict[str, Any]) -> None:
        """Send a message; where its value cannot cross, send why."""
        try:
            data = codec.encode(message, self.limits, self.references.sent)
            self.objects.sent(True)
        except BaseException as error:  # a student's object may raise anything when looked at
            self.objects.sent(False)
            kept = {k: v for k, v in message.items() if k in ("id", "kind", *_PRINTED.values())}
            why = str(error) if type(error) is codec.CodecError else _UNREADABLE
            data = codec.encode({**kept, "unusable": why}, self.limits)
        self.channel.send(data)

    # Requests

    def do_cell(self, request: dict[str, Any]) -> dict[str, Any]:
        """Run a cell."""
        if request.get("given"):
            self.kept.put_back()
        with self.capture.outputs(self.settings["displays"]) as recorder:
            result = self.shell.run_cell(request["source"], store_history=True)
        error = result.error_before_exec or result.error_in_exec
        if request.get("given"):
            self.kept.renew()
        return {
            "outputs": recorder.finished(),
            "ok": bool(result.success),
            "error": ": ".join(describe(type(error), error))[:2000] if error else None,
        }

    def do_test(self, request: dict[str, Any]) -> dict[str, Any]:
        """Run a test of the instructor's among the notebook's own names."""
        self.ended = False
        self.kept.put_back()
        with self.capture.outputs(self.settings["displays"]) as recorder:
            found = inside.run(request["body"], request["last"], self.shell)
        reply: dict[str, Any] = {"outputs": recorder.finished()}
        error = found.get("raised")
        if error is None:
            self.ended = True
            return {**reply, "value": found["value"]}
        reply["error"] = told(error)
        reply["bases"] = bases(type(error), {})
        with contextlib.suppress(BaseException):  # what its class may do when looked at
            reply["line"] = inside.line_of(error)
            reply["missing"] = error.name if type(error) is NameError else None
        return reply

    def do_seal(self, request: dict[str, Any]) -> dict[str, Any]:
        """Confirm that the test has ended, and nothing of it is under way."""
        return {"value": request["word"] if self.ended and not inside.under_way() else ""}

    def do_files(self, request: dict[str, Any]) -> dict[str, Any]:
        """Put what the student handed in into the working folder."""
        put(request["files"])
        return {"value": None}

    def do_bindings(self, request: dict[str, Any]) -> dict[str, Any]:
        """Tell what the notebook has bound."""
        kinds = {}
        for name, value in list(self.shell.user_ns.items())[:10_000]:
            if type(name) is str and not _OF_SHELL.fullmatch(name) and name not in _HIDDEN:
                kinds[name] = _kind(value)
        return {"value": kinds}

    def do_get(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return a value of the notebook."""
        name = request["name"]
        self.references.given = frozenset(request["given"])
        if name not in self.shell.user_ns:
            return {"error": ["NameError", f"name {name!r} is not defined", ""]}
        return {"value": self.shell.user_ns[name]}

    def do_call(self, request: dict[str, Any]) -> dict[str, Any]:
        """Call a function of the notebook."""
        name, operation = request["name"], request["operation"]
        self.objects.drop(request["dropped"])
        self.references.given = frozenset(request["given"])
        arguments = request["arguments"]
        before = self.contents_before(arguments, operation)
        args, kwargs = by_position(arguments)
        if request["random_state"] is not None:
            codec.set_global_state(request["random_state"])  # students' code may draw from it
        python_before = request["python_state"]
        if python_before is not None:
            codec.set_python_state(python_before)
        drawn_before = self.changes.random_state()
        reply: dict[str, Any] = {}
        with self.capture.outputs(0) as recorder, rebound(self.shell.user_ns, request["bound"]):
            try:
                if operation is not None:
                    value = OPERATIONS[operation](*args, **kwargs)
                    made = operation in _MAKING and _is_of_notebook(type(value))
                    reply["value"] = self.objects.refer(value) if made else value
                elif name not in self.shell.user_ns:
                    raise NameError(f"name {name!r} is not defined")
                else:
                    reply["value"] = self.shell.user_ns[name](*args, **kwargs)
            except BaseException as error:
                reply |= self.raised(error)
        printed = recorder.finished()
        for name, key in _PRINTED.items():
            reply[key] = "".join(o["text"] for o in printed if o.get("name") == name)
        reply["changed"] = {
            key: arguments[key]
            for key, old in before.items()
            if old is not None and self.changes.contents(arguments[key]) != old
        }
        drawn = self.changes.random_state()
        if drawn != drawn_before:
            reply["random_state"] = drawn
        if python_before is not None and codec.python_state() != python_before:
            reply["python_state"] = codec.python_state()
        return reply

    def contents_before(self, arguments: dict[Any, Any], operation: str | None) -> dict[Any, Any]:
        """Return what can be compared of the arguments that a call can change, by their keys."""
        first = 0 if operation is None else 1  # before stands what something is done with
        return {
            key: self.changes.contents(value)
            for key, value in arguments.items()
            if type(key) is str or key >= first
        }

    def raised(self, error: BaseException) -> dict[str, Any]:
        """Return what is told of an exception that ended a call."""
        reply: dict[str, Any] = {
            "error": told(error),
            "bases": bases(type(error), self.shell.user_ns),
            "error_args": plain_args(error),
        }
        with contextlib.suppress(BaseException):  # what its class may do when looked at
            if type.__getattribute__(type(error), "__module__") != "builtins":
                reply["exception"] = self.objects.refer(error)
        return reply

    def do_variants(self, request: dict[str, Any]) -> dict[str, Any]:
        """Make calls with each of some changed texts, as far as the time goes."""
        rows: list[list[bytes | None]] = []
        calls, codecs = request["calls"], (self.decode, self.packed_by_name)
        begun = time.process_time()
        with self.capture.outputs(0):
            for texts in request["variants"]:
                rows.append(answers(self.shell.user_ns, texts, calls, *codecs))
                if time.process_time() - begun > request["seconds"]:
                    break
        return {"value": (time.process_time() - begun, rows)}

    # What a call needs

    def call_back(self, index: int, args: Any, kwargs: Any) -> Any:
        """Ask the grader to evaluate a function of its own; answer what it asks meanwhile."""
        if os.getpid() != self._process:
            raise RuntimeError("this function can be called in the notebook's own process only")
        with self.channel.alone():
            if not self._calls:
                raise RuntimeError("this function can be called only while the test calls yours")
            message = {"id": self._calls[-1], "kind": "callback", "index": index}
            message |= {"args": list(args), "kwargs": kwargs}
            self.channel.send(codec.encode(message, self.limits, self.references.sent))
            self.objects.sent(True)
            while True:
                reply = self.decode(self.channel.receive())
                if "op" in reply:
                    self.answer(reply)
                elif "raised" in reply:
                    raise rebuilt_error(reply, self.shell.user_ns)
                else:
                    return reply["value"]

    def packed(self, value: Any) -> bytes:
        """Return a value as the codec's bytes, for comparison."""
        data = codec.encode(value, self.limits, self.references.sent)
        self.objects.sent(False)
        return data

    def packed_by_name(self, value: Any) -> bytes:
        """Return a value as the codec's bytes, in which live objects have no place."""
        return codec.encode(value, self.limits, self.references.by_name)

    def decode(self, data: bytes) -> Any:
        """Read what the grader sends, with functions in the place of their references."""
        return codec.decode(data, self.limits, self.references)


kept = inside.Kept()


def _is_of_notebook(kind: type) -> bool:
    return bool(type.__getattribute__(kind, "__module__") == "__main__")


def _kind(value: Any) -> str:
    if isinstance(value, types.ModuleType):
        return "module"
    if isinstance(value, type):
        return "class"
    return "function" if callable(value) else "value"


def serve(connection: socket.socket, settings: dict[str, Any], after_prelude: bool) -> None:
    """Answer the grader until it hangs up; ``after_prelude`` says that the first cells have run."""
    if not after_prelude:
        _begin()
    channel = Channel(connection)
    with contextlib.suppress(EOFError, OSError):
        Runner(channel, settings).serve()


def run_prelude(settings: dict[str, Any], cells: list[str]) -> list[dict[str, Any]]:
    """Run the cells that all submissions begin with; return what each of them gave."""
    _begin()
    runner = Runner(None, settings)
    return [runner.do_cell({"source": source, "given": True}) for source in cells]


def _begin() -> None:
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002 - every submission starts alike
    sys.path.insert(0, "")

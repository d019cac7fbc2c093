"""The loop in a student's process: runs cells and calls functions, as the grader asks.

Student code shares this process and can change anything in it. All it can win is to lie about
its own functions' results, which the grader takes as plain data and compares.
"""

from __future__ import annotations

import builtins
import contextlib
import os
import random
import socket
import sys
import threading
import time
import traceback
import types
from collections.abc import Iterator
from typing import Any

import numpy as np

from . import codec, inside
from . import shell as shells
from .objects import Objects
from .operations import OPERATIONS
from .outputs import Recorder
from .variants import changed_names
from .wire import Channel

_UNREADABLE = "it raises an error when it is looked at, so it cannot be graded"
_HIDDEN = frozenset(["In", "Out", "exit", "quit", "get_ipython", "open"])
_FRAMES = 12
_ARGS = 1 << 16  # bytes of an exception's arguments
_ABSENT = object()
_MAKING = frozenset(["call", "copy", "deepcopy", "enter", "iter"])
_SCALARS = frozenset([bool, int, float, str, bytes, complex])
_LONG = 16  # lists from this length on are compared faster as the codec's bytes


class Callback:
    """Stands for a function of the grader's that was passed as an argument."""

    def __init__(self, runner: Runner, index: int, name: str) -> None:
        self._runner, self._index = runner, index
        self.__name__ = self.__qualname__ = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Evaluate the function, on the grader's side."""
        return self._runner.call_back(self._index, args, kwargs)


class Names(codec.Resolver):
    """What the grader's references and names stand for in the notebook."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner

    def refer(self, reference: Any) -> Any:
        """Return the notebook's function of a name, or one that asks the grader."""
        if type(reference) is codec.CallbackRef:
            return Callback(self._runner, reference.index, reference.name)
        if type(reference) is codec.ObjectRef:
            return self._runner.objects[reference.index]
        return self._runner.shell.user_ns.get(reference.name)

    def named_class(self, name: str) -> type | None:
        """Return the notebook's class of a name."""
        found = self._runner.shell.user_ns.get(name)
        return found if isinstance(found, type) else None


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
        self.names = Names(self)
        self.objects = Objects()
        self.given: frozenset[str] = frozenset()  # classes of which the grader has its own
        # A snapshot has no file system of its own yet to keep such output in.
        self.raw_output = None if channel is None else _raw_output()
        self._global_state = codec.GlobalState()
        self._calls: list[str] = []  # requests that are being answered, the latest last
        self._process = os.getpid()
        self.kept = kept
        self.ended = False  # whether the test that ran last came to its end
        self._talking = (
            threading.Lock()
        )  # one thread at a time sends a question and gets its answer
        self._talker: int | None = None

    def serve(self) -> None:
        """Answer until the grader hangs up."""
        while True:
            self.answer(self.decode(self.channel.receive()))

    def answer(self, request: dict[str, Any]) -> None:
        """Do one request and send its reply."""
        self._calls.append(request["id"])
        reply = getattr(self, f"do_{request['op']}")(request)
        with self.talking():  # a thread that waits for an answer gets it first
            self._calls.remove(request["id"])
            self.send({"id": request["id"], "kind": "done", **reply})

    def send(self, message: dict[str, Any]) -> None:
        """Send a message; where its value cannot cross, send why."""
        try:
            data = codec.encode(message, self.limits, self.refer)
            self.objects.sent(True)
        except BaseException as error:  # a student's object may raise anything when looked at
            self.objects.sent(False)
            kept = {k: v for k, v in message.items() if k in ("id", "kind", "printed")}
            why = str(error) if type(error) is codec.CodecError else _UNREADABLE
            data = codec.encode({**kept, "unusable": why}, self.limits)
        self.channel.send(data)

    # Requests

    def do_cell(self, request: dict[str, Any]) -> dict[str, Any]:
        """Run a cell."""
        with self.captured(self.settings["displays"]) as recorder:
            result = self.shell.run_cell(request["source"], store_history=True)
        error = result.error_before_exec or result.error_in_exec
        if request.get("given"):
            self.kept.renew()
        return {
            "outputs": recorder.finished(),
            "ok": bool(result.success),
            "error": ": ".join(shells.describe(type(error), error))[:2000] if error else None,
        }

    def do_test(self, request: dict[str, Any]) -> dict[str, Any]:
        """Run a test of the instructor's among the notebook's own names."""
        self.ended = False
        self.kept.put_back()
        with self.captured(self.settings["displays"]) as recorder:
            found = inside.run(request["body"], request["last"], self.shell)
        reply: dict[str, Any] = {"outputs": recorder.finished()}
        error = found.get("raised")
        if error is None:
            self.ended = True
            return {**reply, "value": found["value"]}
        reply["error"] = [*shells.describe(type(error), error), _traceback(error)]
        reply["bases"] = shells.bases(type(error), {})
        with contextlib.suppress(BaseException):  # what its class may do when looked at
            reply["line"] = inside.line_of(error)
            reply["missing"] = error.name if type(error) is NameError else None
        return reply

    def do_seal(self, request: dict[str, Any]) -> dict[str, Any]:
        """Confirm that the test has ended, and nothing of it is under way."""
        return {"value": request["word"] if self.ended and not inside.under_way() else ""}

    def do_files(self, request: dict[str, Any]) -> dict[str, Any]:
        """Put what the student handed in into the working folder."""
        for path, data in request["files"].items():
            with contextlib.suppress(OSError):
                os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(path)
                with open(path, "wb") as file:
                    file.write(data)
        return {"value": None}

    def do_bindings(self, request: dict[str, Any]) -> dict[str, Any]:
        """Tell what the notebook has bound."""
        kinds = {}
        for name, value in list(self.shell.user_ns.items())[:10_000]:
            if type(name) is str and not name.startswith("_") and name not in _HIDDEN:
                kinds[name] = _kind(value)
        return {"value": kinds}

    def do_get(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return a value of the notebook."""
        name = request["name"]
        self.given = frozenset(request["given"])
        if name not in self.shell.user_ns:
            return {"error": ["NameError", f"name {name!r} is not defined", ""]}
        return {"value": self.shell.user_ns[name]}

    def do_call(self, request: dict[str, Any]) -> dict[str, Any]:
        """Call a function of the notebook."""
        name, operation = request["name"], request["operation"]
        self.objects.drop(request["dropped"])
        self.given = frozenset(request["given"])
        arguments = request["arguments"]
        first = 0 if operation is None else 1  # before stands what something is done with
        before = {
            key: self.contents(value)
            for key, value in arguments.items()
            if type(key) is str or key >= first
        }
        args, kwargs = _arguments(arguments)
        if request["random_state"] is not None:
            state = request["random_state"].get_state(legacy=False)
            np.random.set_state(state)  # noqa: NPY002 - students' code may draw from it
        drawn_before = self.random_state()
        reply: dict[str, Any] = {}
        with self.captured(0) as recorder, self.rebound(request["bound"]):
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
                reply["error"] = [*shells.describe(type(error), error), _traceback(error)]
                reply["bases"] = shells.bases(type(error), self.shell.user_ns)
                reply["error_args"] = self.plain_args(error)
                with contextlib.suppress(BaseException):  # what its class may do when looked at
                    if type.__getattribute__(type(error), "__module__") != "builtins":
                        reply["exception"] = self.objects.refer(error)
        printed = recorder.finished()
        reply["printed"] = "".join(o["text"] for o in printed if o["output_type"] == "stream")
        reply["changed"] = {
            key: arguments[key]
            for key, old in before.items()
            if old is not None and self.contents(arguments[key]) != old
        }
        with contextlib.suppress(Exception):
            if self.random_state() != drawn_before:
                state = np.random.get_state(legacy=False)  # noqa: NPY002
                reply["random_state"] = codec.random_state(state)
        return reply

    @contextlib.contextmanager
    def rebound(self, bound: list[Any]) -> Iterator[None]:
        """Let names mean what a test has bound them to, for a call."""
        if not bound:
            yield
            return
        names, replaced, removed = bound
        spaces: list[tuple[dict[str, Any], dict[str, Any]]] = [
            (self.shell.user_ns, {**names, **dict.fromkeys(removed, _ABSENT)}),
            (vars(builtins), replaced),
        ]
        before = [{name: space.get(name, _ABSENT) for name in new} for space, new in spaces]
        try:
            for space, new in spaces:
                _put(space, new)
            yield
        finally:
            for (space, _), old in zip(spaces, before, strict=True):
                _put(space, old)

    def do_variants(self, request: dict[str, Any]) -> dict[str, Any]:
        """Make calls with each of some changed texts, as far as the time goes."""
        rows: list[list[bytes | None]] = []
        begun = time.process_time()
        with self.captured(0):
            for texts in request["variants"]:
                rows.append(self.answers(texts, request["calls"]))
                if time.process_time() - begun > request["seconds"]:
                    break
        return {"value": (time.process_time() - begun, rows)}

    def answers(self, texts: list[str], calls: list[list[Any]]) -> list[bytes | None]:
        """Return what calls give after these texts, up to the first that gives nothing."""
        found: list[bytes | None] = []
        try:
            names = changed_names(self.shell.user_ns, texts)
            for name, data in calls:
                args, kwargs = _arguments(self.decode(data))
                value = names[name](*args, **kwargs)
                found.append(codec.encode(value, self.limits, self.refer_by_name))
        except BaseException:  # whatever changed code raises, even to end the process
            found.append(None)
        return found

    # What a call needs

    def call_back(self, index: int, args: Any, kwargs: Any) -> Any:
        """Ask the grader to evaluate a function of its own; answer what it asks meanwhile."""
        if os.getpid() != self._process:
            raise RuntimeError("this function can be called in the notebook's own process only")
        with self.talking():
            if not self._calls:
                raise RuntimeError("this function can be called only while the test calls yours")
            message = {"id": self._calls[-1], "kind": "callback", "index": index}
            message |= {"args": list(args), "kwargs": kwargs}
            self.channel.send(codec.encode(message, self.limits, self.refer))
            self.objects.sent(True)
            while True:
                reply = self.decode(self.channel.receive())
                if "op" in reply:
                    self.answer(reply)
                elif "error" in reply:
                    raise getattr(builtins, reply["type"], RuntimeError)(reply["error"])
                else:
                    return reply["value"]

    @contextlib.contextmanager
    def talking(self) -> Iterator[None]:
        """Have the channel alone; a function within a function has it already."""
        mine = self._talker == threading.get_ident()
        if not mine:
            self._talking.acquire()
            self._talker = threading.get_ident()
        try:
            yield
        finally:
            if not mine:
                self._talker = None
                self._talking.release()

    def plain_args(self, error: BaseException) -> tuple[Any, ...] | None:
        """Return an exception's arguments where they are plain data, and not long."""
        try:
            args = BaseException.__getattribute__(error, "args")
            small = codec.CodecLimits(total_bytes=_ARGS, items=1000, depth=8)
            return args if codec.decode(codec.encode(args, small), small) is not None else None
        except BaseException:
            return None

    def refer(self, value: Any) -> Any:
        """Return a reference: by its name where the notebook knows a function by that."""
        # The type is asked, never the object, which may say that it is another.
        named = None if issubclass(type(value), type) else self.refer_by_name(value)
        return self.objects.refer(value) if named is None else named

    def given_class(self, name: str) -> Any:
        """Return the notebook's class of a name if the grader has one, too."""
        return self.shell.user_ns.get(name) if name in self.given else None

    def refer_by_name(self, value: Any) -> Any:
        """Return the reference of a function that the notebook or the grader knows."""
        if issubclass(type(value), Callback):
            return codec.CallbackRef(value._index)
        known = codec.crossing(value, self.given_class) if self.given else None
        if known is not None:
            return known
        name = None
        with contextlib.suppress(BaseException):
            name = getattr(value, "__name__", None)
        named = type(name) is str and name.isidentifier() and callable(value)
        if type(name) is str and named and self.shell.user_ns.get(name) is value:
            return codec.FunctionRef(name)
        return None

    def decode(self, data: bytes) -> Any:
        """Read what the grader sends, with functions in the place of their references."""
        return codec.decode(data, self.limits, self.names)

    def contents(self, value: Any) -> Any:
        """Return what can be compared of an argument that a call can change, else None."""
        if value is None or type(value) in _SCALARS:
            return None
        with contextlib.suppress(codec.CodecError, RecursionError):
            return self.comparable(value)
        return b""

    def comparable(self, value: Any) -> Any:
        """Return contents as nested tuples; two are equal where the codec's bytes would be."""
        kind = type(value)
        if kind is np.ndarray and value.dtype.kind in "biufc":
            return kind, value.dtype.str, value.shape, value.tobytes()
        if kind is float:
            return kind, value.hex()  # NaN equals itself, and 0.0 is not -0.0
        if value is None or (kind in _SCALARS and kind is not complex):
            return kind, value
        if kind in (list, tuple) and len(value) < _LONG:
            return kind, *map(self.comparable, value)
        if kind is dict:
            return kind, *(self.comparable(part) for pair in value.items() for part in pair)
        data = codec.encode(value, self.limits, self.refer)
        self.objects.sent(False)
        return data

    def random_state(self) -> Any:
        """Return numpy's global random state, comparable; None where student code broke it."""
        with contextlib.suppress(Exception):
            return self._global_state.get()
        return None

    @contextlib.contextmanager
    def captured(self, displays: int) -> Any:
        """Record everything printed and displayed meanwhile."""
        limits = self.settings
        recorder = Recorder(limits["output_bytes"], limits["display_bytes"], displays)
        undo = shells.capture(self.shell, recorder)
        try:
            yield recorder
        finally:
            undo()
            recorder.clear_next = False
            recorder.stream("stdout", self.drain())

    def drain(self) -> str:
        """Return what programs and libraries wrote past Python's own streams."""
        if self.raw_output is None:
            return ""
        try:
            size = os.fstat(self.raw_output).st_size
            if not size:
                return ""
            data = os.pread(self.raw_output, self.settings["output_bytes"], 0)
            os.ftruncate(self.raw_output, 0)
            return data.decode("utf-8", "replace")
        except OSError:
            return ""


kept = inside.Kept()


def _raw_output() -> int:
    """Point descriptors 1 and 2 at a file, and 0 at nothing."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    path = ".output"
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
    os.unlink(path)
    for number, source in ((0, nothing), (1, file), (2, file)):
        os.dup2(source, number)
    return file


def _put(space: dict[str, Any], values: dict[str, Any]) -> None:
    for name, value in values.items():
        if value is _ABSENT:
            space.pop(name, None)
        else:
            space[name] = value


def _is_of_notebook(kind: type) -> bool:
    return bool(type.__getattribute__(kind, "__module__") == "__main__")


def _arguments(by_key: dict[Any, Any]) -> tuple[list[Any], dict[str, Any]]:
    """Return arguments by position and by keyword."""
    args = [by_key[key] for key in sorted(k for k in by_key if type(k) is int)]
    return args, {key: value for key, value in by_key.items() if type(key) is str}


def _kind(value: Any) -> str:
    if isinstance(value, types.ModuleType):
        return "module"
    if isinstance(value, type):
        return "class"
    return "function" if callable(value) else "value"


def _traceback(error: BaseException) -> str:
    """Return the frames of the notebook's own cells, innermost last."""
    try:
        frames = [
            frame
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename.startswith("<ipython-input")
        ]
        lines = []
        for frame in frames[-_FRAMES:]:
            cell = frame.filename.split("-")[2]
            lines.append(f"Cell In[{cell}], line {frame.lineno}, in {frame.name}")
            lines.append(f"    {(frame.line or '').strip()[:200]}")
        return "\n".join(lines)
    except BaseException:
        return ""


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

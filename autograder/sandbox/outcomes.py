"""What running a cell or calling a function gave."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from autograder.guest.codec import CodecError, checked_python_state, legacy_state
from autograder.guest.codec.python_random import PythonState
from autograder.limits import Limits
from autograder.notebook import Output
from autograder.outputs import clean_outputs, clean_text

# Why a student's process ended, and how that is said.
DEATHS = {
    "timeout": "it ran longer than {seconds:g} seconds",
    "budget": "the submission used up its {seconds:g} seconds altogether",
    "memory": "it used more than the {memory} MB of memory allowed",
    "processes": "it started more processes than allowed",
    "cpu": "it used up its processor time",
    "exit": "it ended the Python process",
    "crash": "it crashed the Python process (signal {signal})",
    "message": "it sent something that is not an answer",
    "size": "its answer is larger than the {megabytes:g} MB allowed",
    "server": "the server of the sandbox did not answer",
}


@dataclass(frozen=True)
class CellOutcome:
    """What running one cell gave.

    Attributes
    ----------
    outputs : list of dict
        nbformat-4 outputs, limited and plain.
    ok : bool
        Whether the cell ran to its end.
    error : str or None
        Type and message of the exception.
    died : str or None
        A key of `DEATHS` where the process did not survive the cell.
    detail : str
        The sentence that belongs to ``died``.
    """

    outputs: list[Output]
    ok: bool
    error: str | None = None
    died: str | None = None
    detail: str = ""

    @classmethod
    def from_reply(cls, reply: dict[str, Any], limits: Limits) -> CellOutcome:
        """Read what a student's process answered; nothing in it is believed."""
        error = reply.get("error")
        return cls(
            outputs=clean_outputs(reply.get("outputs"), limits),
            ok=reply.get("ok") is True,
            error=clean_text(error, 2000) if isinstance(error, str) else None,
        )


@dataclass(frozen=True)
class TestCode:
    """A test as it runs in the student's process: compiled here, so that nothing there has a say.

    Attributes
    ----------
    body : bytes
        Marshalled code.
    last : bytes or None
        That of a last expression, whose value may be points.
    """

    __test__ = False

    body: bytes
    last: bytes | None = None


@dataclass(frozen=True)
class TestOutcome:
    """What running a test in the student's process gave; all of it is that process's word.

    Attributes
    ----------
    ended : bool
        Whether the test says that it came to its end.
    value : float or None
        The number with which it ended.
    error_type, error, traceback : str
        The exception that ended it, and the frames of the student's cells.
    bases : tuple of str
        The exception's builtin classes.
    line : int
        The line of the test.
    missing : str or None
        The name that is not defined.
    outputs : list of dict
        What the test showed.
    """

    __test__ = False

    ended: bool = False
    value: float | None = None
    error_type: str = ""
    error: str = ""
    traceback: str = ""
    bases: tuple[str, ...] = ()
    line: int = 0
    missing: str | None = None
    outputs: list[Output] = field(default_factory=list)
    died: str | None = None
    detail: str = ""

    @classmethod
    def from_reply(cls, reply: dict[str, Any], limits: Limits) -> TestOutcome:
        """Read what a student's process answered; nothing in it is believed."""
        value, line, missing = (reply.get(key) for key in ("value", "line", "missing"))
        error, bases = reply.get("error"), reply.get("bases")
        outputs = clean_outputs(reply.get("outputs"), limits)
        if isinstance(error, list) and len(error) == 3 and all(type(t) is str for t in error):
            name, text, trace = (clean_text(text, 5000) for text in error)
            return cls(
                error_type=name,
                error=text,
                traceback=trace,
                bases=tuple(b for b in bases[:50] if type(b) is str)
                if isinstance(bases, list)
                else (),
                line=line if type(line) is int else 0,
                missing=clean_text(missing, 200) if type(missing) is str else None,
                outputs=outputs,
            )
        ended = "error" not in reply and "value" in reply
        return cls(ended, value if type(value) is float else None, outputs=outputs)


@dataclass(frozen=True)
class CallOutcome:
    """What calling one function gave.

    Exactly one of these holds: ``ok``, with the ``value``; ``error_type`` is set, the function
    raised; ``unusable`` is set, it returned something that cannot cross; ``died`` is set.

    Attributes
    ----------
    bases, error_args : tuple
        The exception's classes that may be known here, by name, and its arguments.
    exception : object
        What stands for the exception itself, where its class is not builtin.
    changed : dict
        New contents of the arguments that the call changed in place, by position or keyword;
        random generators among the arguments too.
    random_state : tuple or None
        numpy's global random state after the call, for `guest.codec.set_global_state`.
    python_state : tuple or None
        The same of Python's generator, for `guest.codec.set_python_state`.
    printed, printed_errors : str
        What the call printed, on standard output and standard error.
    """

    ok: bool
    value: Any = None
    error_type: str | None = None
    error: str | None = None
    traceback: str = ""
    bases: tuple[str, ...] = ()
    error_args: tuple[Any, ...] | None = None
    exception: Any = None
    unusable: str | None = None
    died: str | None = None
    detail: str = ""
    changed: dict[int | str, Any] = field(default_factory=dict)
    random_state: tuple[Any, ...] | None = None
    python_state: PythonState | None = None
    printed: str = ""
    printed_errors: str = ""

    @classmethod
    def from_reply(
        cls, reply: dict[str, Any], request: dict[str, Any], limits: Limits
    ) -> CallOutcome:
        """Read what a student's process answered; nothing in it is believed.

        Raises
        ------
        CodecError
            When it says that a generator has a state that no generator can have.
        """
        fields: dict[str, Any] = {}
        state = reply.get("random_state")
        for key in ("printed", "printed_errors"):
            fields[key] = clean_text(reply.get(key), limits.output_bytes + 100)
        fields["random_state"] = legacy_state(state)
        python = reply.get("python_state")
        fields["python_state"] = checked_python_state(python)
        broken = state is not None and fields["random_state"] is None
        if broken or (python is not None and fields["python_state"] is None):
            raise CodecError("a malformed random state")
        changed = reply.get("changed")
        if isinstance(changed, dict):
            sent = request.get("arguments", {})
            fields["changed"] = {k: v for k, v in changed.items() if k in sent}
        error = reply.get("error")
        if isinstance(error, list) and len(error) == 3 and all(type(t) is str for t in error):
            name, message, trace = (clean_text(text, 5000) for text in error)
            bases, args = reply.get("bases"), reply.get("error_args")
            if isinstance(bases, list):
                fields["bases"] = tuple(base for base in bases[:50] if type(base) is str)
            if isinstance(args, tuple):
                fields["error_args"] = args
            fields["exception"] = reply.get("exception")
            return cls(False, error_type=name, error=message, traceback=trace, **fields)
        if "value" in reply:
            return cls(True, value=reply["value"], **fields)
        unusable = reply.get("unusable")
        text = clean_text(unusable, 2000) if isinstance(unusable, str) else "it gave no answer"
        return cls(False, unusable=text, **fields)

"""What running a cell or calling a function gave."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from autograder.limits import Limits
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
    seconds : float
        Wall time.
    """

    outputs: list[dict[str, Any]]
    ok: bool
    error: str | None = None
    died: str | None = None
    detail: str = ""
    seconds: float = 0.0

    @classmethod
    def from_reply(cls, reply: dict[str, Any], limits: Limits, seconds: float = 0.0) -> CellOutcome:
        """Read what a student's process answered; nothing in it is believed."""
        error = reply.get("error")
        return cls(
            outputs=clean_outputs(reply.get("outputs"), limits),
            ok=reply.get("ok") is True,
            error=clean_text(error, 2000) if isinstance(error, str) else None,
            seconds=seconds,
        )


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
        numpy's global random state after the call, for `numpy.random.set_state`.
    printed : str
        What the call printed.
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
    printed: str = ""
    seconds: float = 0.0

"""What a student's function did beside its numbers: facts that a check can see from outside."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from utils.attempt import Attempt, Call, Function, raising_line
from utils.circumstances import circumstances
from utils.repairs.programs import workshop

Entry = Mapping[str, Any]
_GIVEN = re.compile(r"takes (?:from \d+ to )?(\d+) positional arguments? but (\d+)")


def of_error(attempt: Attempt, error: Exception, entry: Entry) -> tuple[list[str], str]:
    """Explain an exception of a student's function, or of reading what it returned.

    Returns
    -------
    lines : list of str
        What to tell.
    verdict : str
        ``"error"`` if the function raised, ``"failed"`` if it returned something else.
    """
    calls = attempt.calls
    if calls and calls[-1].error is error:
        kind = getattr(error, "error_type", type(error).__name__)
        text = (getattr(error, "text", "") or str(error)).strip()
        where = getattr(error, "where", "")
        lines = [f"your function raised {kind}{where}: {text}".rstrip(": ")]
        if kind == "TypeError" and (found := _missing_parameters(text, calls[-1], entry)):
            return [*lines, *found], "error"
        if line := raising_line(error, attempt.functions):
            lines += [f"in the line: {line}", *circumstances(error, attempt.functions)]
        return lines, "not attempted" if kind == "NotImplementedError" else "error"
    form = entry.get("form")
    lines = [*of_calls(attempt, entry)]
    if calls and (calls[-1].result is not None or not lines):
        got = kind_of(calls[-1].result)
        # The course's own helpers say what they expected.
        said = str(error) if _is_ours(error) or not form else f"expected {form}, got {got}"
        if isinstance(error, KeyError):
            said = _without_key(error, calls[-1].result)
        lines.insert(0, said)
    return lines or [f"the answer cannot be read: {error}"], "failed"


def unfilled(functions: Sequence[Function]) -> str | None:
    """Return the first line of a student's that still stores None, as given."""
    for function in functions:
        try:
            text = inspect.getsource(function)
        except (OSError, TypeError):
            continue
        empty: list[tuple[str, str]]
        empty = re.findall(r"^ +((\w+) = None) *$", text, re.MULTILINE)
        for line, name in empty:
            if len(re.findall(rf"^ +{name}\b.*=[^=]", text, re.MULTILINE)) == 1:
                return line
    return None


def _without_key(error: KeyError, result: Any) -> str:
    """Say which entry is missing from the dictionaries that were returned."""
    said = f"there is no entry {error} in what was returned"
    parts = result if isinstance(result, tuple | list) else [result]
    held = [[*part] for part in parts if isinstance(part, dict)]
    key = error.args[0] if error.args else None
    short = [keys for keys in held if key not in keys]
    return f"{said}; it holds {', '.join(map(repr, short[0][:6])) or 'nothing'}" if short else said


def _is_ours(error: Exception) -> bool:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and "utils" in trace.tb_frame.f_globals.get("__name__", "")


def _missing_parameters(text: str, call: Call, entry: Entry) -> list[str]:
    """Say which parameters of the given first line are gone."""
    found = _GIVEN.search(text)
    names = entry.get("parameters", {}).get(call.name, [])
    if not found or not text.startswith(call.name) or not names:
        return []
    gone = names[int(found[1]) : int(found[2])]
    if not gone:
        return []
    said = f"your function has no parameter {' and '.join(gone)}: put the given first line back"
    return [said + (" and draw from rng in place of np.random" if "rng" in gone else "")]


def kind_of(value: Any) -> str:
    """Say what kind of thing a value is."""
    if isinstance(value, tuple | list):
        kinds = f": {', '.join(type(each).__name__ for each in value)}" if len(value) < 4 else ""
        return f"a {type(value).__name__} of {len(value)}{kinds}"
    return "None" if value is None else f"one value of type {type(value).__name__}"


def none_returned(who: str, form: str) -> str:
    """Say that a function returned None, whatever the reason."""
    return f"{who} returned None: is a None left, or does no line return {form}?"


def of_calls(attempt: Attempt, entry: Entry, alike: bool = False) -> Iterator[str]:
    """Yield what is odd about the calls, most telling first.

    Parameters
    ----------
    attempt : Attempt
    entry : mapping of str to object
        The exercise's entry in the hint table.
    alike : bool
        Whether all answers should be the same.
    """
    calls = [call for call in attempt.calls if call.error is None]
    for name in dict.fromkeys(call.name for call in calls):
        mine = [call for call in calls if call.name == name]
        who = "your function" if len(attempt.functions) == 1 else name
        if all(call.result is None for call in mine):
            form = entry.get("form") or "the answer"
            yield none_returned(who, form)
            continue
        parameters = entry.get("parameters", {}).get(name) or _parameters(attempt, name)
        yield from _of_arguments(who, mine, parameters)
        yield from _unread(attempt, name, who, entry)
        yield from _of_random_numbers(attempt, mine)
        if len(mine) > 1 and not alike and _all_alike(mine):
            yield f"{who} answers the same for different arguments."


def _parameters(attempt: Attempt, name: str) -> list[str]:
    for function in attempt.functions:
        if getattr(function, "__name__", None) == name:
            try:
                return [*inspect.signature(function).parameters]
            except (TypeError, ValueError):
                return []
    return []


def _unread(attempt: Attempt, name: str, who: str, entry: Entry) -> Iterator[str]:
    """Say which parameters a function does not use, though every right one does."""
    try:
        shop = workshop(attempt.functions)
    except Exception:  # odd code has no text to be read
        return
    for text in shop.texts if shop else ():
        if text.name != name or text.remote:
            continue
        arguments = text.tree.args
        mine = [each.arg for each in (*arguments.posonlyargs, *arguments.args)]
        loads = {n.id for n in ast.walk(text.tree) if isinstance(n, ast.Name)}
        for place in entry.get("reads", {}).get(name, []):
            if place < len(mine) and mine[place] not in loads | {"_"}:
                yield f"{who} never uses its parameter {mine[place]}."


def _of_arguments(who: str, calls: list[Call], parameters: list[str]) -> Iterator[str]:
    for name, before, after in zip(parameters, calls[0].before, calls[0].after, strict=False):
        if isinstance(after, np.random.RandomState):
            continue
        if not _identical(before, after):
            yield f"{name} is changed by the call; write to new arrays, not into it."
        if isinstance(after, np.ndarray | dict) and after is calls[0].result:
            yield f"{who} returned its argument {name}."


def _of_random_numbers(attempt: Attempt, calls: list[Call]) -> Iterator[str]:
    """Say where random numbers came from, if not from rng."""
    pairs = [
        (before, after)
        for before, after in zip(calls[0].before, calls[0].after, strict=True)
        if isinstance(after, np.random.RandomState)
    ]
    still = bool(pairs) and all(_state(before) == _state(after) for before, after in pairs)
    if attempt.moved_global and still:
        yield (
            "the random numbers come from np.random and not from rng, so they are"
            " others at every run: draw from rng."
        )
    elif attempt.moved_global:
        yield "np.random is used here; its numbers are others at every run."
    elif still:
        yield "rng has not been used: nothing was drawn from it."


def _state(rng: np.random.RandomState) -> tuple[Any, ...]:
    state: Any = rng.get_state()
    kind, keys, *rest = state
    return kind, keys.tobytes(), *rest


def _all_alike(calls: list[Call]) -> bool:
    first = calls[0]
    others = [call for call in calls[1:] if not _identical(call.before, first.before)]
    return bool(others) and all(_identical(call.result, first.result) for call in others)


def _identical(one: Any, other: Any) -> bool:
    if isinstance(one, Mapping):
        if not isinstance(other, Mapping) or one.keys() != other.keys():
            return False
        return all(_identical(one[key], other[key]) for key in one)
    if isinstance(one, tuple | list):
        return (
            isinstance(other, tuple | list)
            and len(one) == len(other)
            and all(map(_identical, one, other))
        )
    if isinstance(one, np.ndarray | np.generic | int | float):
        return np.array_equal(one, other, equal_nan=np.asarray(one).dtype.kind in "fc")
    return True  # functions, programs: nothing that a call changes


def of_names(got: Mapping[str, Any], expected: Mapping[str, Any]) -> str | None:
    """Say which names are missing from an answer and which it holds instead."""
    missing = [name for name in expected if name not in got]
    if not missing:
        return None
    extra = [str(name) for name in got if name not in expected]
    said = f"{', '.join(missing[:4])}{', ...' if len(missing) > 4 else ''}"
    said += f" {'is' if len(missing) == 1 else 'are'} missing from what was returned"
    if extra and len(got) <= len(expected):
        said += f"; it holds {', '.join(extra[:4])}"
    return said if got else said + ", which is empty"

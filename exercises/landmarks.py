"""The named parts of an example, and the factors that mean something in it, as numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from exercises.exercise import Case, Exercise, Function, NamedPart
from utils.facts import Landmark

Run = Callable[[Function], Mapping[str, Any]]
Made = Sequence[tuple[NamedPart, Mapping[str, Any]]]


def landmarks(exercise: Exercise, run: Run) -> list[Landmark]:
    """Return the landmarks of one example.

    Parameters
    ----------
    exercise : Exercise
        Whose named parts are wanted.
    run : callable
        Calls a function on the example and names the parts of the answer.
    """
    right = run(exercise.reference)
    found = []
    every = [(part, run(part.function(exercise))) for part in exercise.landmarks]
    for part, made in every:
        telling = [name for name in right if _differ(made.get(name), right[name])]
        values = {name: np.asarray(made[name], dtype=float) for name in telling}
        if not part.rest:
            values = {
                name: value
                for name, value in values.items()
                if not _is_anything(value) and _only_here(name, value, part, every)
            }
        if part.words:
            found.append(Landmark(part.words, values, bool(part.rest)))
        if part.rest:
            rest = {name: right[name] - value for name, value in values.items()}
            found.append(Landmark(part.rest, rest, True))
    return found


def _is_anything(value: np.ndarray) -> bool:
    """Whether a number is one that many mistakes give."""
    return value.ndim == 0 and abs(float(value)) in (0, 1)


def _only_here(name: str, value: np.ndarray, part: NamedPart, others: Made) -> bool:
    """Whether no landmark as simple makes the same of a part of the answer."""
    return not any(
        name in made and not _differ(made[name], value)
        for other, made in others
        if other is not part and not other.rest and len(other.edits) <= len(part.edits)
    )


def _differ(made: Any, right: Any) -> bool:
    if not all(isinstance(value, np.ndarray | np.generic | float) for value in (made, right)):
        return False
    return np.shape(made) == np.shape(right) and not np.allclose(made, right, rtol=1e-6)


def _sizes(value: Any) -> Iterator[int]:
    """Yield the lengths of an argument's arrays, which may be taken for the number of examples."""
    if isinstance(value, np.ndarray):
        yield from value.shape
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _sizes(each)


def constants(case: Case) -> dict[str, float]:
    """Return the factors that mean something in an example, by name: m, λ, keep_prob, ..."""
    examples = [np.shape(case[name])[1] for name in ("Y", "dZ", "dA") if name in case][:1]
    examples += [len(case[name]) for name in ("target", "x") if np.ndim(case.get(name, 0)) == 2][:1]
    found = {"m": float(examples[0])} if examples else {}
    sizes = {n for value in case.values() for n in _sizes(value)} - {1, *examples}
    for m in examples:  # another length may have been taken for m
        found |= {f"m/{n}": m / n for n in sorted(sizes)}
    for name, value in case.items():
        if isinstance(value, float) and value not in (0.0, 1.0):
            found[name] = value
    for name, value in [*found.items()]:
        if "/" in name:
            continue
        found[f"1/{name}"] = 1 / value
        if name == "keep_prob":
            found["√keep_prob"], found["1/√keep_prob"] = np.sqrt(value), 1 / np.sqrt(value)
        if name in ("keep_prob", "beta"):
            found[f"(1 - {name})"] = 1 - value
            found[f"1/(1 - {name})"] = 1 / (1 - value)
    return found

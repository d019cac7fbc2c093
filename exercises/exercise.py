"""An exercise as one object, from which hidden tests, hints and simulated classes are derived."""

from __future__ import annotations

import inspect
import linecache
import re
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any

import numpy as np

from exercises.values import as_array, as_number, copied, plain

Function = Callable[..., Any]
Case = dict[str, Any]
Outputs = dict[str, Any]


@dataclass(frozen=True)
class Complaint:
    """What a property found wrong: one line for the student, and the misconception if it is clear.

    The line never holds an expected value: only hidden tests know it.
    """

    text: str
    hint: str | None = None


@dataclass(frozen=True)
class Trial:
    """One call of the student's function on fresh inputs, as properties look at it.

    Attributes
    ----------
    function : callable
        The student's function.
    case : dict
        Its arguments in this trial, untouched by the call.
    outputs : dict
        What it returned, by name.
    changed : tuple of str
        Names of the arguments that the call changed.
    rng : Generator
        Source of what a property draws on its own.
    """

    exercise: Exercise
    function: Function
    case: Case
    outputs: Outputs
    changed: tuple[str, ...]
    rng: np.random.Generator

    def call(self, **changes: Any) -> Outputs:
        """Call the student's function once more, with some of the case's arguments changed.

        Raises
        ------
        FunctionRaised
            If the function raises: whatever else a property raises is none of the student's doing.
        WrongForm
            If it returns None, or something of another form than the exercise asks for.
        """
        if strangers := changes.keys() - self.case.keys():
            raise TypeError(f"the case of {self.exercise.id} has no {', '.join(strangers)}")
        try:
            result = call(self.function, {**self.case, **changes})
        except Exception as error:
            raise FunctionRaised(error) from error
        if result is None:
            raise WrongForm("for some arguments your function returns None: is an else missing?")
        return self.exercise.named(result)


Property = Callable[[Trial], Complaint | None]


class FunctionRaised(Exception):
    """The student's function raised an error, which is the first argument, where it was called."""


class WrongForm(Exception):
    """What a function returned has another form than the exercise asks for."""


@dataclass(frozen=True)
class JointFunction:
    """The functions of one solution cell, examined as if they were one, by calls of our own.

    Attributes
    ----------
    functions : dict of str to function
        By the names that they have in the student's cell, in the cell's order.
    glue : function
        Takes the functions, in that order, and a case's values; returns the answer of all.
    """

    functions: dict[str, Function]
    glue: Function

    @property
    def __name__(self) -> str:
        """All names, as one writes them in a call."""
        return ", ".join(self.functions)

    @property
    def __globals__(self) -> dict[str, Any]:
        """What the last function sees."""
        return [*self.functions.values()][-1].__globals__

    def __call__(self, *case: Any) -> Any:
        """Call the functions as the glue does."""
        return self.glue(*self.functions.values(), *case)

    def of(self, functions: Iterable[Function]) -> JointFunction:
        """Return the same for other functions."""
        return replace(self, functions=dict(zip(self.functions, functions, strict=True)))


@dataclass(frozen=True)
class Misconception:
    """A mistake that students make, as an edit of the right code.

    Attributes
    ----------
    id : str
        Such as ``"L2-HALF"``; shown to the student and counted in reports.
    diagnosis, next_step : str
        One line each: what was done, and what to look at now.
    edits : tuple of (str, str)
        Pieces of the reference's text and what stands there instead. Each piece must occur.
    raises : bool
        Whether the visible check's call raises an error, so that Python's own word comes first;
        the hidden test still knows the mistake.
    line : str
        What holds the line that raises, without spaces and in whatever way it is written, as a
        regular expression.
    """

    id: str
    diagnosis: str
    next_step: str
    edits: tuple[tuple[str, str], ...]
    raises: bool = False
    line: str = ""

    def text(self, reference: Function) -> str:
        """Return the reference's text with the mistake in it."""
        return edited(source_text(reference), self.edits)


@dataclass(frozen=True)
class NamedPart:
    """A part of the right answer that has a name, such as the penalty.

    Attributes
    ----------
    words : str
        What the answer is called that this makes; empty if only the rest has a name.
    changes : dict of str to object
        Arguments of the reference, by name, and what they are in its place.
    edits : tuple of (str, str)
        Pieces of the reference's text and what stands there instead.
    rest : str
        What is called that which the right answer has beyond this, if the two are added.
    """

    words: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    edits: tuple[tuple[str, str], ...] = ()
    rest: str = ""

    def function(self, exercise: Exercise) -> Function:
        """Return the reference as it makes this part."""
        if self.edits:
            text = edited(source_text(exercise.reference), self.edits)
            return exercise.compile(text, self.words or self.rest)
        signature = inspect.signature(exercise.reference)

        def changed(*arguments: Any) -> Any:
            bound = signature.bind(*arguments)
            bound.arguments |= self.changes
            return exercise.reference(*bound.args)

        return changed


def instead(right: str, *wrong: tuple[str, str]) -> tuple[NamedPart, ...]:
    """Name what comes of other texts in the place of a right one.

    Parameters
    ----------
    right : str
        A piece of the reference's text.
    *wrong : tuple of (str, str)
        What it is called, such as ``"the larger norm below"``, and the text.
    """
    return tuple(NamedPart(f"what comes of {said}", edits=((right, text),)) for said, text in wrong)


@dataclass(frozen=True)
class Share:
    """A part of an answer that earns its share of the points where others are wrong.

    Only what the exercise itself asks for may be a share: what a reader gets right by copying a
    given function earns nothing.

    Attributes
    ----------
    names : tuple of str
        The answer's parts, which must all be right.
    lines : int
        How many lines of the solution make them; the points are in proportion.
    """

    names: tuple[str, ...]
    lines: int = 1


def in_each(lines: Sequence[str], old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Make the edits that change the same thing in several lines of a reference.

    Parameters
    ----------
    lines : sequence of str
        Pieces of the reference's text, layer by layer.
    old, new : str
        What is replaced, and by what; ``#`` stands for the layer, from 1.
    """
    return tuple(
        (line, line.replace(old.replace("#", str(layer)), new.replace("#", str(layer))))
        for layer, line in enumerate(lines, start=1)
    )


@dataclass(frozen=True)
class Exercise:
    """One exercise: what is asked, what is right, and what students make of it.

    Attributes
    ----------
    id : str
        The solution cell's ``grade_id``.
    reference : function
        A right implementation, with the name that the student's function must have. It uses
        only what the student's notebook imports, and is not the notebook's own solution.
    inputs : function
        Makes the arguments of one call from a ``Generator``, in the reference's order; always
        from a consistent pass.
    outputs : function
        Names the parts of what the function returned. Raises ``WrongForm`` if it has
        another form; parts may be None.
    visible : function
        Makes the arguments of the visible check's call.
    properties : tuple of Property
        What must hold for every right implementation, in every trial.
    properties_once : tuple of Property
        The same for properties that bring inputs of their own: they look at one trial.
    misconceptions : tuple of Misconception
    alternatives : tuple of function
        Differently written right implementations.
    compared : tuple of str
        The parts that the visible check compares.
    masks : tuple of str
        Those of them that are random masks: fair ones from another stretch of ``rng`` are no
        mistake, and the check says so.
    untouched : tuple of (str, str)
        Edits of the reference's text that make it answer as the student's cell does before
        anything is filled in. Empty where that returns None.
    form : str
        What the function returns, such as "A3 and cache", where a check takes it apart.
    landmarks : tuple of NamedPart
        By which a check says what a wrong number is.
    trials : int
        How many random inputs the hidden test draws.
    shares : tuple of Share
        Parts that earn their share alone; empty where an answer is right as a whole or not.
    """

    id: str
    reference: Function
    inputs: Callable[[np.random.Generator], Case]
    outputs: Callable[[Any], Outputs]
    visible: Callable[[], Case]
    compared: tuple[str, ...]
    properties: tuple[Property, ...]
    misconceptions: tuple[Misconception, ...]
    alternatives: tuple[Function, ...]
    properties_once: tuple[Property, ...] = ()
    masks: tuple[str, ...] = ()
    untouched: tuple[tuple[str, str], ...] = ()
    form: str = ""
    landmarks: tuple[NamedPart, ...] = ()
    trials: int = 2
    shares: tuple[Share, ...] = ()

    @property
    def function_name(self) -> str:
        """Name of the function that the student writes; of several, separated by commas."""
        return self.reference.__name__

    @cached_property
    def wrong_functions(self) -> dict[str, Function]:
        """The misconceptions as functions, by id."""
        return {
            each.id: self.compile(each.text(self.reference), each.id)
            for each in self.misconceptions
        }

    @cached_property
    def untouched_function(self) -> Function | None:
        """What the student's cell computes before anything is filled in; None if it is None."""
        if not self.untouched:
            return None
        return self.compile(edited(source_text(self.reference), self.untouched), "untouched")

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The parts that are single numbers."""
        right = self.outputs(call(self.reference, self.visible()))
        return frozenset(name for name, value in right.items() if np.ndim(value) == 0)

    def get_ready(self) -> None:
        """Make what is kept between examinations; processes forked from this one have it then."""
        _ = self.wrong_functions, self.untouched_function, self.numbers

    def named(self, result: Any) -> Outputs:
        """Name the parts of what a student's function returned, in plain forms.

        A number is right in whatever form: in an array with one entry, in a list, or as True. The
        visible check tells the form; a hidden test judges the number. ``WrongForm`` is raised as
        by ``outputs``.
        """
        try:
            outputs = self.outputs(plain(result))
        except RecursionError:
            raise WrongForm("what is returned holds itself") from None
        for name, value in outputs.items():
            if isinstance(value, list | tuple):
                outputs[name] = value = as_array(value)
            if name in self.numbers:
                outputs[name] = value = as_number(value)
            if type(value) is np.ndarray and value.dtype.kind == "b":
                outputs[name] = value.astype(int)
        return outputs

    def compile(self, text: str, label: str) -> Function:
        """Turn a text of the function into a function that sees what the reference sees."""
        namespace = dict(self.reference.__globals__)
        file = f"<{self.id}: {label}>"
        # Where tracebacks and ``inspect`` look for the text, as they do for a notebook's cells.
        linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
        exec(compile(text, file, "exec"), namespace)
        functions: Any = map(namespace.get, self.function_name.split(", "))
        return self.examined(*functions)

    def examined(self, *functions: Function) -> Function:
        """Return what a hidden test calls: the student's function, or all of them together."""
        joint, right = isinstance(functions[0], JointFunction), self.reference
        if isinstance(right, JointFunction) and len(functions) == len(right.functions):
            return functions[0] if joint else right.of(functions)
        (function,) = functions
        return function

    def misconception(self, hint: str) -> Misconception:
        """Return the misconception with this id."""
        return next(each for each in self.misconceptions if each.id == hint)


def functions_of(function: Function) -> tuple[Function, ...]:
    """Return the functions of one solution, as a check cell hands them over."""
    if isinstance(function, JointFunction):
        return tuple(function.functions.values())
    return (function,)


def source_text(function: Function, name: str | None = None) -> str:
    """Return a function's text without its docstring, under another name if one is given.

    The text of several together is that of each, under the name that it has in the cell.
    """
    if isinstance(function, JointFunction):
        return "\n\n".join(source_text(each, name) for name, each in function.functions.items())
    text = _bare_text(function)
    if name:
        text = text.replace(f"def {function.__name__}(", f"def {name}(", 1)
    return text


@cache  # inspect tokenizes the function each time: 1 to 2 ms, for each of its mistakes
def _bare_text(function: Function) -> str:
    text = textwrap.dedent(inspect.getsource(function))
    if function.__doc__:
        text = re.sub(r'\n\s*""".*?"""', "", text, count=1, flags=re.DOTALL)
    return text


def edited(text: str, edits: tuple[tuple[str, str], ...]) -> str:
    """Return a text with pieces of it replaced; each piece must occur."""
    for right, wrong in edits:
        if right not in text:
            raise ValueError(f"the text does not hold {right!r}:\n{text}")
        text = text.replace(right, wrong)
    return text


def call(function: Function, case: Case) -> Any:
    """Call a function on copies, so that nothing it does to its arguments is felt elsewhere.

    The values go by position, in the case's order: what a student calls them is the student's.
    """
    return function(*copied(case).values())

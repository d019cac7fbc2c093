"""Begin a graded notebook of this course: its text, one complete exercise, and their tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from autograder.build.new import filled, refuse_name, title_from, write_new
from autograder.build.notebooks import BuildError

TEMPLATES = Path(__file__).parent / "templates"
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def new_assignment(root: Path, name: str, exercise: str) -> Iterator[Path]:
    """Write the files of a new assignment, and register it; yield each file.

    Parameters
    ----------
    root : Path
        The course's folder.
    name : str
        The assignment's name, such as ``"07_weight_norms"``.
    exercise : str
        The first exercise's id, such as ``"squared-error"``.

    Raises
    ------
    BuildError
        If a name cannot be used, or is in use; nothing was written then.
    """
    refuse_name(root, name)
    package = re.sub(r"\W", "_", re.sub(r"^\d+[_-]*", "", name)).lower()
    if not package.isidentifier():
        raise BuildError(f"{name!r} says too little: name it by its topic, as in 07_weight_norms.")
    if not _ID.fullmatch(exercise):
        raise BuildError(
            f"{exercise!r} cannot be an exercise's id: write it as in squared-error, in the words "
            "of the task."
        )
    _refuse_known(exercise)
    function = exercise.replace("-", "_")
    number = re.match(r"\d+", name)
    values = {
        "name": name,
        "number": str(int(number[0])) if number else "1",
        "title": title_from(name),
        "package": package,
        "exercise": exercise,
        "module": function,
        "function": function,
        "CONSTANT": function.upper(),
        "PREFIX": exercise.upper(),
    }
    files = {
        "source": root / "source" / f"{name}.py",
        "package": root / "exercises" / package / "__init__.py",
        "exercise": root / "exercises" / package / f"{function}.py",
        "testcases": root / "utils" / "testcases" / f"{package}.py",
        "test": root / "tests" / f"test_{name}.py",
    }
    for file in files.values():
        if file.exists():
            raise BuildError(f"{file} is there already. Choose another name, or edit that.")
    registered = _registered(root, name, package)
    for template, file in files.items():
        yield write_new(file, filled(TEMPLATES / f"{template}.txt", **values))
    for file, text in registered.items():
        file.write_text(text, encoding="utf-8")
        yield file


def _refuse_known(exercise: str) -> None:
    from exercises import EXERCISES

    if exercise in EXERCISES:
        raise BuildError(f"There is an exercise {exercise!r} already. Choose another --exercise.")


def _registered(root: Path, name: str, package: str) -> dict[Path, str]:
    """Return the files that name every assignment, with the new one in them."""
    register, settings = root / "exercises" / "__init__.py", root / "pyproject.toml"
    text = register.read_text(encoding="utf-8")
    text = _inserted(register, text, r"(?<=from exercises import \()[^)]*", f"    {package},\n")
    entry = f'    "{name}": {package}.EXERCISES,\n'
    text = _inserted(register, text, r"(?<=\] = \{)[^}]*(?=\}\n\"\"\"The exercises of each)", entry)
    found = {register: text}
    if settings.exists():
        text = settings.read_text(encoding="utf-8")
        # Implementations are texts as students write them: bare of type hints.
        line = f'    "exercises.{package}.*",\n'
        inside = r'(?<=module = \[)[^\]]*"exercises\.regularization\.\*",\n'
        found[settings] = _inserted(settings, text, inside, line)
    return found


def _inserted(file: Path, text: str, place: str, line: str) -> str:
    """Return a text with a line at the end of a place."""
    found = re.search(place, text)
    if found is None:
        raise BuildError(f"{file} has another form than it had: add {line.strip()!r} by hand.")
    return text[: found.end()] + line + text[found.end() :]

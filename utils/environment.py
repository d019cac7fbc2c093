"""The environment check of the first notebook: what is installed, and what to do where it is not.

It prints one line per requirement and never a traceback: whoever needs it is a beginner whose
set-up may be broken in any way.
"""

from __future__ import annotations

import importlib
import re
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = (3, 11)
INSTALL = """make install, or:
.venv/bin/python -m pip install -r requirements.txt -c constraints.txt -e ."""


@dataclass(frozen=True)
class Requirement:
    """A package that the notebooks use.

    Attributes
    ----------
    name : str
        Its name on PyPI.
    at_least, below : str
        The range of versions in which the course is tested, as in ``requirements.txt``.
    module : str
        What to import to see whether it works; nothing for programs that are slow to import.
    needed_for : str
        What does not work without it; nothing where no notebook runs without it.
    """

    name: str
    at_least: str
    below: str
    module: str = ""
    needed_for: str = ""


REQUIREMENTS = (
    Requirement("numpy", "2.0", "3", "numpy"),
    Requirement("matplotlib", "3.9", "4", "matplotlib.pyplot"),
    Requirement("scipy", "1.14", "2", "scipy.special"),
    Requirement("h5py", "3.11", "4", "h5py"),
    Requirement("jupyterlab", "4.2", "5", needed_for="opening notebooks in JupyterLab"),
    Requirement("ipywidgets", "8.1.3", "9", "ipywidgets", needed_for="the lessons' sliders"),
    Requirement("anywidget", "0.9.18", "0.12", "anywidget", needed_for="the playgrounds"),
    Requirement("tqdm", "4.66.4", "5", "tqdm", needed_for="progress bars"),
    Requirement("nbgrader", "0.9.5", "0.10", needed_for="grading yourself"),
)


def check_environment() -> bool:
    """Print for each requirement the version found, and OK or the remedy.

    Returns
    -------
    bool
        Whether every notebook can run. What only adds comfort may be missing.
    """
    essential = [_report("Python", *_judge_python())]
    for requirement in REQUIREMENTS:
        found, remedy = _judge(requirement)
        fine = _report(requirement.name, found, remedy, requirement.needed_for)
        essential.append(fine or bool(requirement.needed_for))
    _report("lessons' gallery", *_judge_gallery(), "the lessons")
    _report("autograder", *_judge_autograder(), "grading yourself")
    if all(essential):
        print("\nThe notebooks can run here.")
    else:
        print(f"\nNot yet. From the course's folder: {INSTALL}\nThen restart the kernel.")
    return all(essential)


def _report(name: str, found: str, remedy: str | None, needed_for: str = "") -> bool:
    if remedy is None:
        print(f"{name:17}{found:10} OK")
        return True
    purpose = f"needed for {needed_for}; " if needed_for else ""
    print(f"{name:17}{found:10} {purpose}{remedy}")
    return False


def _judge_python() -> tuple[str, str | None]:
    found = ".".join(map(str, sys.version_info[:3]))
    if tuple(sys.version_info[:2]) >= PYTHON:
        return found, None
    wanted = ".".join(map(str, PYTHON))
    return found, f"install Python {wanted} or newer and set the course up again with it"


def _judge(requirement: Requirement) -> tuple[str, str | None]:
    """Return the version found, and what to do about it or None."""
    wanted = f"{requirement.name}>={requirement.at_least},<{requirement.below}"
    install = f'python -m pip install "{wanted}"'
    try:
        found = metadata.version(requirement.name)
    except metadata.PackageNotFoundError:
        return "missing", install
    except Exception as error:  # a broken installation can raise anything at all
        return "unreadable", f"{_first_line(error)}; {install} --force-reinstall"
    if not found:
        return "unreadable", f"it states no version; {install} --force-reinstall"
    if not _numbers(requirement.at_least) <= _numbers(found) < _numbers(requirement.below):
        return found, f"tested with {wanted.removeprefix(requirement.name)}; {install}"
    if requirement.module:
        try:
            importlib.import_module(requirement.module)
        except Exception as error:
            return found, f"does not load ({_first_line(error)}); {install} --force-reinstall"
    return found, None


def _judge_gallery() -> tuple[str, str | None]:
    try:
        from utils.gallery import load_sweep

        load_sweep("lambda")
    except Exception as error:  # h5py itself may be what is broken
        return "missing", _first_line(error)
    return "present", None


def _judge_autograder() -> tuple[str, str | None]:
    if (ROOT / "autograder" / "__init__.py").is_file():
        return "present", None
    return "missing", "get the whole course folder, not the package alone"


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def _numbers(version: str) -> tuple[int, ...]:
    """Return the leading numbers of a version: ``"2.4.0rc1"`` gives ``(2, 4, 0)``."""
    match = re.match(r"\d+(\.\d+)*", version)
    return tuple(int(part) for part in match[0].split(".")) if match else ()

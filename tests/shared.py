"""What is made once, however many processes run the tests: made under a lock, read by all."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from stock import nbgrader


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that ``make`` has filled, in whichever process came first."""
    base = factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        base = base.parent
    folder, finished = base / name, base / f"{name}.finished"
    with open(base / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not finished.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            finished.touch()
    return folder


def register(factory: pytest.TempPathFactory, root: Path, *assignments: str) -> None:
    """Let nbgrader register a new course's assignments; courses with the same sources copy that.

    It takes four seconds of computing, and a gradebook does not know where its course lies.
    """
    files = sorted(path for path in (root / "source").rglob("*") if path.is_file())
    known = hashlib.sha256()
    for path in files:
        known.update(str(path.relative_to(root)).encode() + path.read_bytes())

    def make(folder: Path) -> None:
        shutil.copytree(root / "source", folder / "source")
        shutil.copy(root / "nbgrader_config.py", folder)
        for assignment in assignments:
            nbgrader(folder, "generate_assignment", assignment)

    made = made_once(factory, f"registered-{known.hexdigest()[:16]}", make)
    shutil.copy(made / "gradebook.db", root)

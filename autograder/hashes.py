"""What a result depends on besides the submission, as hashes."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import platform
import sys
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from autograder.cells import role_of, text_of
from autograder.course.settings import CourseCode, Settings
from autograder.files import regular_files
from autograder.imports import imports_in, versions
from autograder.notebook import Notebook

READ_LIMIT = 64 << 20  # bytes of one file that enter a hash
# What is around the grading of one submission: no verdict depends on it, but through settings,
# which enter the key of a result by themselves. On any file that is not named here verdicts may,
# or what preflight remembers under the same key.
AROUND = (
    *(
        "__main__.py",
        "class_grades.py",
        "cli.py",
        "headings.py",
        "report.py",
        "states.py",
        "tables.py",
        "uploads.py",
    ),
    *("whole_class.py", "words.py", "README.md", "LICENSE", "py.typed", "pyproject.toml"),
    *("batch/cache.py", "batch/cluster.py", "batch/files.py", "batch/graded_file.py"),
    *(
        "batch/exchange.py",
        "batch/newer.py",
        "batch/options.py",
        "batch/pool.py",
        "batch/recorder.py",
        "batch/run.py",
        "batch/ungraded.py",
        "batch/watch.py",
    ),
    *("build/", "commands/", "course/", "downloads/", "gradebook/", "learner/"),
    *("nbgrader_plugin/", "pages/"),
)
PACKAGES = ("numpy", "scipy", "matplotlib", "h5py", "ipython", "msgpack")


def tests_hash(source: Notebook, code: CourseCode, files: str = "") -> str:
    """Hash the instructor's notebook, and the packages and files that its tests rest on."""
    cells = [
        [cell["cell_type"], role_of(cell), text_of(cell["source"]), cell.get("metadata", {})]
        for cell in source["cells"]
    ]
    packages = [_package_hash(folder) for folder in (*code.test_packages, *code.packages)]
    content = json.dumps([cells, files, code.values, *packages])
    return hashlib.sha256(content.encode()).hexdigest()


def files_hash(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the hash of what a student handed in beside the notebook; nothing for nothing."""
    if not files:
        return {}
    digest = hashlib.sha256()
    for name, data in sorted(files.items()):
        digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    return {"files": digest.hexdigest()}


@functools.cache
def environment_hash(code: CourseCode, versions: tuple[str, ...] = ()) -> str:
    """Hash the versions that numbers depend on, and what students' code may import."""
    numpy = metadata.version("numpy")
    parts = [sys.version, platform.machine(), platform.system(), numpy, *versions]
    parts += map(_package_hash, code.packages)
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


@functools.cache
def _package_hash(folder: str) -> str:
    """Hash a package's files, once a process: what is imported does not change any more."""
    digest = hashlib.sha256(Path(folder).name.encode())
    for path in sorted(Path(folder).rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(str(path.relative_to(folder)).encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@functools.cache
def engine_hash(code: CourseCode) -> str:
    """Hash all code that a verdict depends on, the engine's and the course's, and the versions."""
    digest = hashlib.sha256()
    here = Path(__file__).resolve().parent
    for package in (here, *map(Path, code.folders)):
        for name, path in sorted(regular_files(package, ("__pycache__",), READ_LIMIT)):
            if package is here and name.startswith(AROUND):
                continue
            digest.update(f"{package.name}/{name}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    digest.update(f"{sys.version}\0{sys.platform}\0".encode())
    for package_name in PACKAGES:
        with contextlib.suppress(metadata.PackageNotFoundError):
            digest.update(f"{package_name}=={metadata.version(package_name)}\0".encode())
    return digest.hexdigest()


def conditions(settings: Settings, sources: Mapping[str, bytes]) -> dict[str, Any]:
    """Return what a result depends on beside its notebooks, as parts for `key_of`."""
    return {
        "engine": engine_hash(settings.code),
        "code": [
            [Path(folder).name for folder in settings.code.packages],
            [Path(folder).name for folder in settings.code.test_packages],
            settings.code.values,
        ],
        "limits": repr(settings.limits),
        "isolation": settings.isolation,
        "rules": repr(settings.rules),
        "tests": [settings.tests, sorted(settings.inside)],
        "files": [settings.files.digest, settings.student_files],
        "imports": versions(set().union(*map(imports_in, sources.values())), settings.code.folders),
    }


def key_of(**parts: Any) -> str:
    """Return the key of a result that depends on ``parts`` (plain JSON data)."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()

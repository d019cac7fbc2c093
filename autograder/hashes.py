"""What a result depends on besides the submission, as hashes."""

from __future__ import annotations

import functools
import hashlib
import json
import platform
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from autograder.cells import role_of, text_of
from autograder.course.settings import CourseCode
from autograder.notebook import Notebook


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
    parts = [sys.version, platform.machine(), platform.system(), np.__version__, *versions]
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

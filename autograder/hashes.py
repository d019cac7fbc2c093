"""What a result depends on besides the submission, as hashes."""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import json
import platform
import sys
from pathlib import Path
from typing import Any

import numpy as np

from autograder.cells import role_of, text_of


def tests_hash(source: dict[str, Any]) -> str:
    """Hash the instructor's notebook and the modules that its tests rest on."""
    cells = [
        [cell["cell_type"], role_of(cell), text_of(cell["source"]), cell.get("metadata", {})]
        for cell in source["cells"]
    ]
    content = json.dumps([cells, _package_hash("autograder.exercises"), _package_hash("utils")])
    return hashlib.sha256(content.encode()).hexdigest()


@functools.cache
def environment_hash() -> str:
    """Hash the versions that numbers depend on, and the course's utils."""
    parts = [sys.version, platform.machine(), platform.system(), np.__version__]
    return hashlib.sha256(json.dumps([*parts, _package_hash("utils")]).encode()).hexdigest()


@functools.cache
def _package_hash(name: str) -> str:
    """Hash a package's files, once a process: what is imported does not change any more."""
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):  # ValueError: a module that was made, not found
        spec = None
    digest = hashlib.sha256()
    for folder in (spec.submodule_search_locations or []) if spec else []:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(folder)).encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()

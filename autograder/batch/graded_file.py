"""A graded notebook as it is kept: what the cache, ``autograded/`` and the gradebook take of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from autograder.batch.files import lock_cells, notebook_bytes
from autograder.cells import checksum, nbgrader_metadata
from autograder.notebook import Notebook
from autograder.result import Result


@dataclass(frozen=True)
class GradedFile:
    """A result with its autograded notebook as a file.

    Attributes
    ----------
    notebook : bytes
        The file for ``autograded/``; empty where nothing was handed in under its name.
    checksums : mapping of str to str
        nbgrader's checksum of each solution cell as the student left it.
    """

    result: Result
    notebook: bytes = b""
    checksums: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, result: Result, notebook: Notebook) -> GradedFile:
        """Finish an autograded notebook, which is changed, and make a file of it."""
        # Pages are made of it; nbgrader leaves metadata of other tools alone.
        notebook["metadata"]["autograder"] = result.to_dict()
        lock_cells(notebook)
        solutions = [cell for cell in notebook["cells"] if nbgrader_metadata(cell).get("solution")]
        checksums = {nbgrader_metadata(cell)["grade_id"]: checksum(cell) for cell in solutions}
        return cls(result, notebook_bytes(notebook), checksums)

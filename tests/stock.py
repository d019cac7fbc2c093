"""Run nbgrader's commands, with our doors or as they come, and see what they leave."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import nbgrader_forks
import sqlalchemy as sa

GRADES = """
SELECT s.student_id, n.name AS notebook, c.name AS cell, {columns}
FROM {table} r
JOIN base_cell c ON c.id = r.cell_id
JOIN submitted_notebook sn ON sn.id = r.notebook_id
JOIN notebook n ON n.id = sn.notebook_id
JOIN submitted_assignment s ON s.id = sn.assignment_id
JOIN assignment a ON a.id = s.assignment_id
"""
QUERIES = {
    "student": "SELECT id, first_name, last_name, email, lms_user_id FROM student",
    "course": "SELECT id FROM course",
    "submission": "SELECT a.name, s.student_id, s.timestamp, s.extension"
    " FROM submitted_assignment s JOIN assignment a ON a.id = s.assignment_id",
    "notebook": "SELECT s.student_id, n.name, sn.flagged, sn.late_submission_penalty"
    " FROM submitted_notebook sn JOIN notebook n ON n.id = sn.notebook_id"
    " JOIN submitted_assignment s ON s.id = sn.assignment_id",
    "grade": GRADES.format(
        table="grade",
        columns="r.auto_score, r.manual_score, r.extra_credit, r.needs_manual_grade, c.type",
    ),
    "comment": GRADES.format(table="comment", columns="r.auto_comment, r.manual_comment"),
}


CONFIG = Path(__file__).resolve().parent.parent / "nbgrader_config.py"
ENGINE = "from autograder.nbgrader_plugin import configure\nconfigure(c)\n"
"""The settings that put our engine in the place of nbgrader's grading."""


def without_engine() -> str:
    """Return the course's other settings: with them nbgrader grades as it comes."""
    text = CONFIG.read_text(encoding="utf-8")
    assert text.count("\nconfigure(c)\n") == 1
    return text.replace("\nconfigure(c)\n", "\n")


def nbgrader(root: Path, *arguments: str, check: bool = True) -> CompletedProcess[str]:
    """Run an nbgrader command in a course, in a fork of a process that has imported nbgrader."""
    done = nbgrader_forks.run(list(arguments), root, environment())
    if check:
        assert done.returncode == 0, done.stderr
    return done


def environment() -> dict[str, str]:
    """Return the environment of nbgrader's commands: this Python's programs, and this project."""
    path = os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", "")])
    return os.environ | {"PATH": path, "PYTHONPATH": str(CONFIG.parent)}


def rows(db_url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows that a submission leaves, without generated ids, in a fixed order."""
    engine = sa.create_engine(db_url)
    try:
        with engine.connect() as conn:
            return {
                name: sorted(map(tuple, conn.execute(sa.text(query))), key=repr)
                for name, query in QUERIES.items()
            }
    finally:
        engine.dispose()


def change(db_url: str, statement: str) -> None:
    """Change a gradebook as a human grader would."""
    engine = sa.create_engine(db_url)
    try:
        with engine.begin() as conn:
            conn.execute(sa.text(statement))
    finally:
        engine.dispose()


def tree(root: Path) -> dict[str, Any]:
    """Return an autograded folder's files: permissions, and content that is comparable.

    Not compared in notebooks: outputs and execution counts (tests run outside a kernel and
    students' outputs are reduced to text and pictures), timing that the notebook client adds,
    what the kernel says of its language, and our own note of the isolation level.
    """
    found: dict[str, Any] = {}
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        mode = oct(path.stat().st_mode & 0o777)
        if path.suffix != ".ipynb":
            found[str(path.relative_to(root))] = (mode, path.read_bytes())
            continue
        notebook = json.loads(path.read_bytes())
        for name in ("autograder", "language_info"):
            notebook["metadata"].pop(name, None)
        for cell in notebook["cells"]:
            cell["metadata"].pop("execution", None)
            cell["source"] = "".join(cell["source"])
            for name in ("outputs", "execution_count"):
                cell.pop(name, None)
        found[str(path.relative_to(root))] = (mode, notebook)
    return found

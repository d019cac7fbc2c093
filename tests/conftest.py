"""What several test modules share."""

import ast
import json
import os
import re
import sys
from pathlib import Path

import hypothesis
import matplotlib as mpl
import pytest

# jsonschema can do without: nobody here checks addresses, and its grammars take two seconds.
sys.modules.setdefault("rfc3987_syntax", None)
hypothesis.settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any machine")
mpl.use("Agg")
# A helper's assertion shows its values as a test's does.
pytest.register_assert_rewrite("lesson_kit")
ROOT = Path(__file__).resolve().parent.parent
# Programs of this environment (alembic, jupyter) must be found without activating it.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def original_data() -> Path:
    """Return the folder with the original data file, or skip the test and say why."""
    folder = Path(os.environ.get("COURSE_DATA_DIR", ""))
    if not os.environ.get("COURSE_DATA_DIR") or not (folder / "data.mat").exists():
        pytest.skip("COURSE_DATA_DIR names no folder with the original data.mat")
    return folder


def read_notebook(file: Path) -> dict:
    """Read a notebook as plain data."""
    return json.loads(file.read_text(encoding="utf-8"))


def code_of(notebook: dict) -> dict[str, str]:
    """Return the code cells' texts by cell id, in order."""
    return {
        cell["id"]: "".join(cell["source"])
        for cell in notebook["cells"]
        if cell["cell_type"] == "code"
    }


def words_of(notebook: dict) -> str:
    """Return what a notebook says in words, answers to its questions included, in one line."""
    said = []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            said.append(source)
        elif "@reveal(" in source:
            returned = ast.parse(source).body[-1].body[-1].value
            said.append((returned.elts[-1] if isinstance(returned, ast.Tuple) else returned).value)
    return re.sub(r"\s+", " ", " ".join(said))

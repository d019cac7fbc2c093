"""The engine as others install it: nothing of this course in it, and it grades a stranger's."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

from autograder.sandbox.detection import detect_isolation
from utils.check import load_hints

UV = (sys.executable, "-m", "uv")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(*UV, "build", "--wheel", "--out-dir", str(folder), str(ROOT / "autograder"))
    (found,) = folder.glob("*.whl")
    return found


def run(*command, cwd=None, env=None):
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.long
def test_the_engines_wheel_holds_the_engine_alone(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        text = "\n".join(archive.read(name).decode() for name in names if name.endswith(".py"))
    engine = ROOT / "autograder"
    templates = engine.glob("*/templates/*")
    code = {str(path.relative_to(ROOT)) for path in [*engine.rglob("*.py"), *templates]}
    metadata = {name for name in names if ".dist-info/" in name}
    assert set(names) - metadata == {*code, "autograder/py.typed"}
    for exercise in load_hints():
        assert f'"{exercise}"' not in text, exercise


@pytest.mark.slow
@pytest.mark.skipif(detect_isolation().level != "sandbox", reason="needs the sandbox")
def test_it_grades_nbgraders_own_course_in_an_environment_without_this_repository(wheel, tmp_path):
    place, course = tmp_path / "environment", tmp_path / "course"
    run(sys.executable, "-m", "venv", str(place))
    constraints = ["--constraint", str(ROOT / "constraints.txt")]
    python = str(place / "bin" / "python")
    run(*UV, "pip", "install", "--python", python, *constraints, str(wheel))
    env = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    env["PATH"] = f"{place / 'bin'}{os.pathsep}{env['PATH']}"
    said = run(python, "-c", "import autograder; print(autograder.__file__)", cwd=tmp_path, env=env)
    assert Path(said.strip()).is_relative_to(place)

    run("nbgrader", "quickstart", str(course), cwd=tmp_path, env=env)
    with open(course / "nbgrader_config.py", "a", encoding="utf-8") as config:
        config.write("\nfrom autograder.nbgrader_plugin import configure\nconfigure(c)\n")
    run("nbgrader", "generate_assignment", "ps1", cwd=course, env=env)
    for student, step in (("solved", "source"), ("untouched", "release")):
        folder = course / "submitted" / student / "ps1"
        folder.mkdir(parents=True)
        for notebook in (course / step / "ps1").glob("*.ipynb"):
            (folder / notebook.name).write_bytes(notebook.read_bytes())
    run("autograder", "grade", "ps1", "--json", "report.json", cwd=course, env=env)
    report = json.loads((course / "report.json").read_text(encoding="utf-8"))
    scores = {}
    for result in report if isinstance(report, list) else report["results"]:
        earned = sum(test["points"] or 0 for test in result["tests"])
        scores[result["student"]] = scores.get(result["student"], 0) + earned
        assert result["isolation"] == "sandbox"
    # One of its tests replaces a function that the student's own code calls.
    assert scores["untouched"] == 0
    assert scores["solved"] >= 2

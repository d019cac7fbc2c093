"""The oldest and the newest packages that requirements.txt allows."""

import os
import subprocess
import sys

import pytest
from conftest import ROOT

SUITE = (
    *("tests/test_exercises.py", "tests/test_compare.py", "tests/test_check.py"),
    *("tests/test_networks.py", "tests/test_data.py", "tests/test_notebooks.py"),
    *("tests/test_codec.py", "tests/test_grade.py", "tests/test_doors.py"),
)


UV = (sys.executable, "-m", "uv")


def newest_python() -> str:
    """Return the newest Python of this machine: the newest NumPy wants it."""
    for version in ("3.14", "3.13", "3.12"):
        found = subprocess.run(
            [*UV, "python", "find", "--no-python-downloads", version],
            capture_output=True, text=True, check=False)  # fmt: skip
        if found.returncode == 0:
            return found.stdout.strip()
    return sys.executable


@pytest.mark.slow
@pytest.mark.parametrize("resolution", ["lowest-direct", "highest"])
def test_the_course_works_with(resolution, tmp_path):
    """Install without the constraints, and run what rests on the packages most."""
    base = newest_python() if resolution == "highest" else sys.executable
    environment = tmp_path / "env"
    subprocess.run([*UV, "venv", "--quiet", "--python", base, str(environment)], check=True)
    python = environment / "bin" / "python"
    install = [*UV, "pip", "install", "--quiet", f"--python={python}"]
    course = [f"--resolution={resolution}", "-r", "requirements.txt", "--editable", "."]
    subprocess.run([*install, *course], cwd=ROOT, check=True)
    subprocess.run([*install, "pytest", "hypothesis"], cwd=ROOT, check=True)
    path = os.pathsep.join([str(python.parent), os.environ["PATH"]])
    # Warnings of packages that are older or newer than the pinned ones are their own matter.
    options = ["-q", "-m", "not slow", "-p", "no:cacheprovider", "-W", "default"]
    command, env = [str(python), "-m", "pytest", *options, *SUITE], {**os.environ, "PATH": path}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:]

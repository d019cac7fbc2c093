"""nbgrader's own tests of its command pass with this engine under it, but for those listed."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from stock import ENGINE, environment

LISTED = Path(__file__).with_name("nbgrader_own.txt")
TESTS = "nbgrader.tests.apps.test_nbgrader_autograde"
SETTINGS = 'c.Grader.accept = ["*"]\nc.Grader.tests = "auto"\n'


def listed() -> dict[str, str]:
    """Return the tests that are known to fail, with the reasons."""
    lines = LISTED.read_text("utf-8").splitlines()
    pairs = (line.partition(": ") for line in lines if not line.startswith("#"))
    return {name: reason for name, _, reason in pairs}


def test_each_has_its_reason() -> None:
    assert all(len(reason) > 20 for reason in listed().values())


@pytest.mark.slow
def test_nbgraders_own_tests_of_autograde(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text(f"c = get_config()\n{ENGINE}{SETTINGS}")
    report = tmp_path / "report.xml"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "--junitxml", str(report), "--pyargs", TESTS],
        cwd=tmp_path,
        env=environment() | {"JUPYTER_CONFIG_PATH": str(tmp_path), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.is_file(), done.stdout + done.stderr
    cases = list(ET.parse(report).iter("testcase"))
    failed = {c.get("name") for c in cases if c.find("failure") is not None}
    assert not [c.get("name") for c in cases if c.find("error") is not None]
    assert len(cases) > 30
    assert failed == set(listed())

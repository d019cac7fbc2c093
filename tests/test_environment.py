"""The environment check says what is there and what to do, and never breaks."""

from __future__ import annotations

import importlib
import re
from importlib import metadata
from pathlib import Path

import pytest

from utils import environment
from utils.environment import REQUIREMENTS, check_environment

ROOT = Path(__file__).resolve().parent.parent


def lines(capsys: pytest.CaptureFixture) -> dict[str, str]:
    """Return what was printed, by the requirement's name."""
    printed = capsys.readouterr()
    assert printed.err == ""
    return {line[:17].strip(): line[17:] for line in printed.out.splitlines() if line.strip()}


def test_a_complete_environment_is_ok_in_every_line(capsys):
    assert check_environment()
    said = lines(capsys)
    for requirement in REQUIREMENTS:
        assert said[requirement.name].split() == [metadata.version(requirement.name), "OK"]
    assert said["Python"].endswith("OK")
    assert said["lessons' gallery"].split() == ["present", "OK"]
    assert said["autograder"].split() == ["present", "OK"]


def test_the_ranges_are_those_of_the_requirements_file():
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    stated = dict(re.findall(r"^([a-z0-9]+)(>=[^\n#]+)$", text, re.MULTILINE))
    for requirement in REQUIREMENTS:
        wanted = f">={requirement.at_least},<{requirement.below}"
        assert stated[requirement.name].strip() == wanted


@pytest.mark.parametrize(("missing", "ready"), [("numpy", False), ("ipywidgets", True)])
def test_a_missing_package_names_its_remedy(monkeypatch, capsys, missing, ready):
    version = metadata.version

    def without(name):
        if name == missing:
            raise metadata.PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(metadata, "version", without)
    assert check_environment() is ready
    line = lines(capsys)[missing]
    assert line.startswith("missing")
    assert f'python -m pip install "{missing}>=' in line
    assert ("sliders" in line) is (missing == "ipywidgets")


@pytest.mark.parametrize("error", [None, KeyError("Version"), OSError()])
def test_a_package_whose_version_cannot_be_read_is_said(monkeypatch, capsys, error):
    version = metadata.version

    def damaged(name):
        if name != "scipy":
            return version(name)
        if error:
            raise error
        return None  # what some versions of Python find in an empty folder of a package

    monkeypatch.setattr(metadata, "version", damaged)
    assert not check_environment()
    printed = capsys.readouterr().out
    assert re.search(
        r"^scipy +unreadable .+; python -m pip install .+ --force-reinst", printed, re.M
    )
    assert "-r requirements.txt -c constraints.txt" in printed


@pytest.mark.parametrize("found", ["1.26.4", "3.0.0", "unknown"])
def test_a_version_outside_the_tested_range_is_said(monkeypatch, capsys, found):
    version = metadata.version
    monkeypatch.setattr(
        metadata, "version", lambda name: found if name == "numpy" else version(name)
    )
    assert not check_environment()
    assert "tested with >=2.0,<3" in lines(capsys)["numpy"]


def test_a_broken_installation_is_said_in_one_line(monkeypatch, capsys):
    load = importlib.import_module

    def broken(name):
        if name == "h5py":
            raise RuntimeError("first line\nsecond line")
        return load(name)

    monkeypatch.setattr(importlib, "import_module", broken)
    assert not check_environment()
    line = lines(capsys)["h5py"]
    assert "does not load (first line)" in line
    assert "--force-reinstall" in line


def test_an_old_python_is_said(monkeypatch, capsys):
    monkeypatch.setattr(environment.sys, "version_info", (3, 9, 1, "final", 0))
    assert not check_environment()
    said = lines(capsys)["Python"]
    assert said.startswith("3.9.1")
    assert "install Python 3.11 or newer" in said


@pytest.mark.parametrize(
    ("error", "words"),
    [(OSError("it is not there\nand more"), "it is not there"), (OSError(), "OS")],
)
def test_a_missing_gallery_and_autograder_do_not_stop_anybody(
    monkeypatch, capsys, tmp_path, error, words
):
    def missing(name):
        raise error

    monkeypatch.setattr("utils.gallery.load_sweep", missing)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    assert check_environment()
    said = lines(capsys)
    assert words in said["lessons' gallery"]
    assert "whole course folder" in said["autograder"]

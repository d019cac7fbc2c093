"""What the command line says where it cannot go on."""

import pytest
from typer.testing import CliRunner

from autograder.cli import app as engine
from exercises.__main__ import app as course


@pytest.mark.parametrize(
    ("app", "command"), [(engine, "build"), (course, "gallery"), (course, "pictures")]
)
def test_another_folder_is_told_with_its_name_and_the_remedy(app, command, tmp_path, monkeypatch):
    folder = tmp_path / "week [2] [/old]"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(app, [command])
    assert done.exit_code == 2
    assert f"Error: {folder} is no course" in done.stderr
    assert "Run this command from the course's folder" in done.stderr
    assert "Traceback" not in done.stderr

"""Submissions that were downloaded from a platform: whose they are, and what is refused."""

from __future__ import annotations

import errno
import io
import json
import os
import stat
import zipfile
from pathlib import Path
from typing import IO
from zoneinfo import ZoneInfo

import pytest
from course_kit import RIGHT, WRONG, answer, make_course, source_notebook
from hypothesis import given, settings
from hypothesis import strategies as st
from shared import register
from stock import ENGINE, nbgrader
from typer.testing import CliRunner

from autograder.cli import app
from autograder.course.folders import load_course
from autograder.downloads import archive
from autograder.downloads.archive import DownloadError, opened
from autograder.downloads.formats import sorted_out
from autograder.downloads.people import Claim, People, Person
from autograder.downloads.roster import Roster
from autograder.downloads.times import moment_of
from autograder.tables import read_table

BOOK = json.dumps(answer(source_notebook(), double=RIGHT)).encode()
OTHER = json.dumps(answer(source_notebook(), double=WRONG)).encode()

WORKSHEET = """\ufeffIdentifier,"Full name","Email address",Status,Grade,"Maximum Grade",\
"Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"
"Participant 1001","Ada Lovelace",ada@uni.example,"Submitted for grading",,9.00,Yes,\
"Friday, 3 November 2023, 11:05 AM",-,
"Participant 1002","Zoë Müller",zoe@uni.example,"Submitted for grading",,9.00,Yes,\
"Samstag, 4. März 2023, 23:59",-,
"Participant 1003","Ada Lovelace",ada2@uni.example,"No submission",,9.00,Yes,-,-,
"""
GRADEBOOK = """Student,ID,SIS User ID,SIS Login ID,Section,Homework 1 (77),Current Score
,,,,,Manual Posting,
    Points Possible,,,,,9.00,(read only)
"Lovelace, Ada",501,S-1,ada,"Group 1, Monday",,
"Müller, Zoë",502,S-2,zoe,Group 2,,
"Student, Test",503,,8c7d,Group 1,,
"""
CONTENTS = """---
submission_11:
  :submitters:
  - :name: Ada Lovelace
    :sid: 'S-1'
    :email: ada@uni.example
  - :name: Zoë Müller
    :sid:
    :email: zoe@uni.example
  :created_at: 2023-11-03 11:05:00.123000000 Z
  :score: !ruby/object:BigDecimal 18:0.1e1
  :history: []
submission_12:
  :submitters: []
"""


def zipped(path: Path, files: dict[str, bytes | str]) -> Path:
    """Write a zip of these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return path


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small course, as the current folder."""
    root = make_course(tmp_path / "course", "c.NbGraderAPI.timezone = 'Europe/Berlin'\n")
    monkeypatch.chdir(root)
    return root


def call(*arguments: str | Path) -> tuple[int, str]:
    """Run a command; return its exit code and what it printed."""
    done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.output


def collect(download: Path, *options: str | Path) -> tuple[int, str]:
    """Collect a download for the course's assignment."""
    return call("collect", download, "--assignment", "a1", *options)


def tree(root: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_moodle_with_its_grading_worksheet(course: Path, tmp_path: Path) -> None:
    download = zipped(
        tmp_path / "m.zip",
        {
            "Ada Lovelace_1001_assignsubmission_file/a1.ipynb": BOOK,
            "Ada Lovelace_1001_assignsubmission_file/data/x.csv": "1",
            "Zoë Müller_1002_assignsubmission_file_/sub/a1.ipynb": OTHER,
            "Zoë Müller_1002_assignsubmission_file_/__MACOSX/._a1.ipynb": "litter",
            "Eve Else_1009_assignsubmission_file/a1.ipynb": BOOK,
        },
    )
    roster = write(tmp_path / "w.csv", WORKSHEET)
    code, said = collect(download, "--roster", roster)
    assert code == 1 and "read as Europe/Berlin" in said and "No times" not in said
    assert "Eve Else (1009): not among the students" in said and "2 collected" in said
    assert tree(course / "submitted") == {
        "ada@uni.example/a1/a1.ipynb": BOOK,
        "ada@uni.example/a1/data/x.csv": b"1",
        "ada@uni.example/a1/timestamp.txt": b"2023-11-03 10:05:00 UTC\n",
        "zoe@uni.example/a1/a1.ipynb": OTHER,
        "zoe@uni.example/a1/timestamp.txt": b"2023-03-04 22:59:00 UTC\n",
    }
    found, _ = load_course(course).submissions("a1")
    assert [str(each.timestamp) for each in found] == ["2023-11-03 10:05:00", "2023-03-04 22:59:00"]


def test_moodle_where_it_hides_the_names(course: Path, tmp_path: Path) -> None:
    files = {f"Participant_{n}_assignsubmission_file/a1.ipynb": BOOK for n in (1001, 1002)}
    roster = "Identifier,Status,Grade\nParticipant 1001,,\nParticipant 1002,,\n"
    download = zipped(tmp_path / "m.zip", files)
    assert collect(download, "--roster", write(tmp_path / "w.csv", roster))[0] == 0
    assert {path.name for path in (course / "submitted").iterdir()} == {"1001", "1002"}


def test_moodle_without_folders_and_without_a_roster(course: Path, tmp_path: Path) -> None:
    files = {
        "Ada Lovelace_1001_assignsubmission_file_my_a1.ipynb": BOOK,
        "Ada Lovelace_1001_assignsubmission_onlinetext_onlinetext.html": "<p>hello</p>",
        "Bo_2_assignsubmission_file_a1.ipynb": BOOK,
        "Sam Same_3_assignsubmission_file_a1.ipynb": BOOK,
        "Sam Same_4_assignsubmission_file_a1.ipynb": OTHER,
        "notes.txt": "mine",
    }
    code, said = collect(zipped(tmp_path / "m.zip", files))
    assert code == 1 and "notes.txt: is nobody's" in said
    assert "Sam Same: 2 hand-ins are this student's" in said
    assert "--roster FILE with the grading worksheet of this assignment" in said
    assert "No times of handing in are known, so nobody will count as late." in said
    assert tree(course / "submitted").keys() == {
        "Ada Lovelace/a1/my_a1.ipynb",
        "Ada Lovelace/a1/onlinetext.html",
        "Bo/a1/a1.ipynb",
    }


def test_canvas_by_its_numbers_and_by_names(course: Path, tmp_path: Path) -> None:
    files = {
        "lovelaceada_501_9001_a1-2.ipynb": BOOK,
        "lovelaceada_501_9003_data-1.csv": "1",
        "lovelaceada_501_9004_own-1.csv": "2",
        "müllerzoë_LATE_999_9002_a1.ipynb": OTHER,
        "anon_x7Q2a_9003_a1.ipynb": OTHER,
    }
    write(course / "source/a1/data.csv", "0")
    download = zipped(tmp_path / "submissions.zip", files)
    code, said = collect(download, "--roster", write(tmp_path / "c.csv", GRADEBOOK))
    assert code == 1 and "anonymous x7Q2a: not among the students" in said
    assert "müllerzoë (999): not among the students" in said  # her number is 502
    adas = {"ada/a1/a1.ipynb": BOOK, "ada/a1/data.csv": b"1", "ada/a1/own-1.csv": b"2"}
    assert tree(course / "submitted") == adas

    roster = write(tmp_path / "r.csv", "Username,Name\nada,Ada Lovelace\nzoe,Zoë Müller\n")
    code, said = collect(download, "--roster", roster)
    assert "Marked late; the download does not say by how much:\n  zoe\n" in said
    assert tree(course / "submitted") == {**adas, "zoe/a1/a1.ipynb": OTHER}


def test_ilias_in_folders_of_teams_or_not(course: Path, tmp_path: Path) -> None:
    files = {
        "Blatt 01/Abgaben/Team 7/Lovelace_Ada_ada_12/Verspaetete Abgabe - a1.ipynb": BOOK,
        "Blatt 01/Abgaben/van_der_Berg_Anna Lena_berg_13/a1.ipynb": OTHER,
        "Blatt 01/status.xlsx": "table",
    }
    code, said = collect(zipped(tmp_path / "i.zip", files))
    assert code == 0, said
    assert tree(course / "submitted") == {"ada/a1/a1.ipynb": BOOK, "berg/a1/a1.ipynb": OTHER}
    assert "Marked late" in said and "--team COLUMN gives it to all of the team" in said


def test_what_one_of_a_team_hands_in_is_that_of_all(course: Path, tmp_path: Path) -> None:
    files = {
        "Blatt/Abgaben/Team 7/Lovelace_Ada_ada_12/a1.ipynb": BOOK,
        "Blatt/Abgaben/Team 8/Else_Eve_eve_13/a1.ipynb": OTHER,
        "Blatt/Abgaben/Team 9/Hopper_Grace_grace_14/a1.ipynb": BOOK,
        "Blatt/Abgaben/Team 9/Noether_Emmy_emmy_15/a1.ipynb": OTHER,
    }
    table = "Login,Gruppe\nada,7\nzoe,7\neve,\nian,\ngrace,9\nemmy,9\nkurt,9\n"
    roster = write(tmp_path / "r.csv", table)
    download = zipped(tmp_path / "i.zip", files)
    code, said = collect(download, "--roster", roster, "--team", "gruppe")
    assert tree(course / "submitted") == {
        "ada/a1/a1.ipynb": BOOK,
        "zoe/a1/a1.ipynb": BOOK,
        "eve/a1/a1.ipynb": OTHER,
        "grace/a1/a1.ipynb": BOOK,
        "emmy/a1/a1.ipynb": OTHER,
    }
    assert "zoe: handed in by Lovelace Ada (ada), of the same team" in said
    # Who has none of her own gets no one's at random.
    assert code == 1 and "kurt: 2 hand-ins are this student's" in said
    code, said = collect(download, "--roster", roster, "--team", "Kurs")
    assert code == 2 and "no column 'Kurs'. Its columns: Login, Gruppe" in said
    assert "name its file with --roster" in collect(download, "--team", "gruppe")[1]


def test_teams_whose_names_differ_in_signs_are_several(course: Path, tmp_path: Path) -> None:
    teams = {"ada": "C++", "bo": "C#", "cy": "c++ ", "di": "Gruppe A", "eve": "Gruppe Ä"}
    people = People([Person(name, team=team) for name, team in teams.items()])
    together = {
        who.id: [other.id for other in people.others_of_team(who)] for who in people.persons
    }
    assert together == {"ada": ["cy"], "bo": [], "cy": ["ada"], "di": [], "eve": []}

    def named(name: str) -> list[str]:
        return [who.id for who in people.team_named(Claim(name, name, ids=(name,)))]

    assert (named("Gruppe Ä"), named("gruppe-a"), named("C")) == (["eve"], [], [])


def test_another_assignments_worksheet_is_told(course: Path, tmp_path: Path) -> None:
    files = {f"Zoë Müller_{number}_assignsubmission_file/a1.ipynb": BOOK for number in (2002,)}
    roster = write(tmp_path / "w.csv", WORKSHEET)
    code, said = collect(zipped(tmp_path / "m.zip", files), "--roster", roster)
    assert code == 1 and "gives this name another number (1002): is it the grading" in said
    assert "Add them to the roster" not in said and not (course / "submitted").exists()


def test_all_are_listed(course: Path, tmp_path: Path) -> None:
    files = {f"student{n}_LATE_{n}_9_a1.ipynb": BOOK for n in range(60)}
    code, said = collect(zipped(tmp_path / "s.zip", files))
    assert code == 0 and "\n  59\n" in said and "more" not in said


def test_a_teams_repository_is_that_of_all(course: Path, tmp_path: Path) -> None:
    files = {f"a1-submissions/a1-{name}/a1.ipynb": BOOK for name in ("team-seven", "eve")}
    roster = "github_username,team\nada,Team Seven\nzoe,Team Seven\neve,\n"
    options = ("--roster", write(tmp_path / "r.csv", roster), "--team", "team")
    code, said = collect(zipped(tmp_path / "c.zip", files), *options)
    assert code == 0, said
    assert {path.name for path in (course / "submitted").iterdir()} == {"ada", "zoe", "eve"}


def test_moodle_gives_each_of_a_team_a_copy(course: Path, tmp_path: Path) -> None:
    names = ("Team-A-Ada Lovelace_1", "Team-A-Anna-Lena Berg_2", "Team-B-Zoë Müller_3")
    names += ("Team-B-Eve Else_4",)
    files = {f"{name}_assignsubmission_file/a1.ipynb": BOOK for name in names}
    roster = "Username,Name\nada,Ada Lovelace\nberg,Anna-Lena Berg\nzoe,Zoë Müller\n"
    download = zipped(tmp_path / "m.zip", files)
    code, said = collect(download, "--roster", write(tmp_path / "r.csv", roster))
    assert code == 1 and "Team-B-Eve Else (4): not among the students" in said
    assert {path.name for path in (course / "submitted").iterdir()} == {"ada", "berg", "zoe"}


def test_a_double_name_is_no_team(course: Path, tmp_path: Path) -> None:
    names = ("Anna-Lena Berg_1", "Anna-Maria Weil_2", "Bo Ek_3")
    files = {f"{name}_assignsubmission_file/a1.ipynb": BOOK for name in names}
    roster = "Username,Name\nlena,Lena Berg\nek,Bo Ek\n"
    code, _ = collect(
        zipped(tmp_path / "m.zip", files), "--roster", write(tmp_path / "r.csv", roster)
    )
    assert code == 1
    assert {path.name for path in (course / "submitted").iterdir()} == {"ek"}


def test_gradescope_gives_a_groups_work_to_all_of_it(course: Path, tmp_path: Path) -> None:
    base = "assignment_5_export"
    files = {
        f"{base}/submission_metadata.yml": CONTENTS,
        f"{base}/submission_11/a1.ipynb": BOOK,
        f"{base}/submission_12/a1.ipynb": BOOK,
    }
    code, said = collect(zipped(tmp_path / "g.zip", files))
    assert code == 1 and "submission_12/a1.ipynb: is nobody's" in said
    files = {"a1/a1.ipynb": BOOK, "a1/timestamp.txt": b"2023-11-03 11:05:00 UTC\n"}
    assert tree(course / "submitted") == {
        f"{student}/{name}": data for student in ("S-1", "zoe@uni.example")
        for name, data in files.items()
    }  # fmt: skip


@pytest.mark.parametrize(
    ("folders", "students"),
    [
        (["a1-ada", "a1-bo-lee"], {"ada", "bo-lee"}),
        (["hw-one-ann-lee", "hw-one-ann-smith", "hw-one-bo"], {"ann-lee", "ann-smith", "bo"}),
        (["hw1-submissions/hw1-ann-lee", "hw1-submissions/hw1-ann-bo"], {"ann-lee", "ann-bo"}),
    ],
)
def test_classroom_repositories(
    course: Path, tmp_path: Path, folders: list[str], students: set[str]
) -> None:
    for name in folders:
        repository = tmp_path / "repositories" / name
        (repository / ".git").mkdir(parents=True)
        (repository / ".git" / "HEAD").write_text("ref: refs/heads/main")
        (repository / "README.md").write_text("read me")
        (repository / "a1.ipynb").write_bytes(BOOK)
    code, said = collect(tmp_path / "repositories", "--from", "classroom")
    assert code == 0, said
    assert tree(course / "submitted").keys() == {
        f"{student}/a1/{file}" for student in students for file in ("README.md", "a1.ipynb")
    }


def test_a_roster_tells_where_a_users_name_begins(course: Path, tmp_path: Path) -> None:
    for name in ("hw1-ann-lee", "hw1-ann-smith"):
        (tmp_path / "all" / name).mkdir(parents=True)
        (tmp_path / "all" / name / "a1.ipynb").write_bytes(BOOK)
    head = '"identifier","github_username","github_id","name"\n'
    rows = '"Lee Ann","ann-lee","1",""\n"Smith Ann","Ann-Smith","2",""\n'
    roster = write(tmp_path / "classroom_roster.csv", head + rows)
    assert collect(tmp_path / "all", "--roster", roster)[0] == 0
    assert {path.name for path in (course / "submitted").iterdir()} == {"Lee Ann", "Smith Ann"}


def test_nothing_is_lost_and_nothing_is_overwritten_unseen(course: Path, tmp_path: Path) -> None:
    def gradescope(when: str, book: bytes) -> Path:
        contents = CONTENTS.replace("2023-11-03 11:05:00.123000000 Z", when)
        files = {"submission_metadata.yml": contents, "submission_11/a1.ipynb": book}
        return zipped(tmp_path / "g.zip", files)

    first = gradescope("2023-11-03 12:05:00 +01:00", BOOK)
    assert collect(first)[0] == 0
    before = tree(course)
    code, said = collect(first)
    assert code == 0 and "a1, from gradescope: 2 unchanged." in said and tree(course) == before

    code, said = collect(gradescope("2023-11-02 11:05:00 Z", OTHER))
    assert code == 0 and "handed in later:\n  S-1 (Ada Lovelace (S-1))" in said
    assert tree(course) == before

    code, said = collect(gradescope("2023-11-04 11:05:00 Z", OTHER))
    assert code == 0 and "2 replaced" in said and "replaced/a1/:\n  S-1" in said
    now = tree(course / "submitted")
    assert now["S-1/a1/a1.ipynb"] == OTHER
    assert now["S-1/a1/timestamp.txt"] == b"2023-11-04 11:05:00 UTC\n"
    kept = tree(course / "replaced" / "a1" / "S-1")
    assert sorted(kept.values()) == sorted([BOOK, b"2023-11-03 11:05:00 UTC\n"])
    assert not list(course.rglob(".autograder-part-*"))


def test_a_roster_that_tells_times_later_replaces_nothing(course: Path, tmp_path: Path) -> None:
    files = {"Zoë Müller_1002_assignsubmission_file/a1.ipynb": BOOK}
    download, roster = zipped(tmp_path / "m.zip", files), tmp_path / "r.csv"
    collect(download, "--roster", write(roster, "Username,Name\nzoe,Zoë Müller\n"))
    times = "Username,Name,Last modified (submission)\nzoe,Zoë Müller,2030-01-01 12:00\n"
    for state in ("given their times", "unchanged"):
        code, said = collect(download, "--roster", write(roster, times))
        assert code == 0 and f"a1, from moodle: 1 {state}." in said
        assert tree(course / "submitted" / "zoe" / "a1") == {
            "a1.ipynb": BOOK,
            "timestamp.txt": b"2030-01-01 11:00:00 UTC\n",
        }
    assert not (course / "replaced").exists()


def test_a_time_in_another_zone_is_corrected(course: Path, tmp_path: Path) -> None:
    files = {"Zoë Müller_1002_assignsubmission_file/a1.ipynb": BOOK}
    download, config = zipped(tmp_path / "m.zip", files), course / "nbgrader_config.py"
    roster = write(tmp_path / "w.csv", WORKSHEET)
    for zone, hour in (("Asia/Tokyo", 14), ("America/New_York", 28), ("Europe/Berlin", 22)):
        write(config, config.read_text() + f"c.NbGraderAPI.timezone = {zone!r}\n")
        code, said = collect(download, "--roster", roster)
        assert code == 0 and "Grade them" in said
        when = f"2023-03-0{4 + hour // 24} {hour % 24:02}:59:00 UTC\n".encode()
        assert (course / "submitted/zoe@uni.example/a1/timestamp.txt").read_bytes() == when
    assert "was 5 March 2023, 05:59 CET, is now 4 March 2023, 23:59 CET" in said
    assert not (course / "replaced").exists()


def test_a_roster_that_comes_later_finds_the_folders(course: Path, tmp_path: Path) -> None:
    files = {f"Zoë Müller_{n}_assignsubmission_file/a1.ipynb": BOOK for n in (1002,)}
    download = zipped(tmp_path / "m.zip", files)
    assert "grading worksheet of this assignment, from Moodle, has them" in collect(download)[1]
    code, said = collect(download, "--roster", write(tmp_path / "w.csv", WORKSHEET))
    assert code == 0 and "1 given their times" in said
    assert tree(course / "submitted").keys() == {
        f"Zoë Müller/a1/{name}" for name in ("a1.ipynb", "timestamp.txt")
    }
    numbers = zipped(tmp_path / "c.zip", {"lovelaceada_501_9_a1.ipynb": BOOK})
    collect(numbers)
    code, said = collect(numbers, "--roster", write(tmp_path / "c.csv", GRADEBOOK))
    assert code == 0 and "1 unchanged" in said


def test_a_second_hand_in_without_its_time_is_not_taken(course: Path, tmp_path: Path) -> None:
    name = "Zoë Müller_1002_assignsubmission_file/a1.ipynb"
    roster = write(tmp_path / "w.csv", WORKSHEET)
    collect(zipped(tmp_path / "m.zip", {name: BOOK}), "--roster", roster)
    before = tree(course / "submitted")
    untimed = write(tmp_path / "r.csv", "Id,Full name\nzoe@uni.example,Zoë Müller\n")
    code, said = collect(zipped(tmp_path / "n.zip", {name: OTHER}), "--roster", untimed)
    assert code == 1 and "this does not, so lateness would be judged by the former" in said
    assert tree(course / "submitted") == before
    code, said = collect(tmp_path / "m.zip", "--roster", untimed)
    assert code == 0 and "1 unchanged" in said and "No times" not in said


def test_times_that_cannot_be_read_are_named(course: Path, tmp_path: Path) -> None:
    files = {f"X_{number}_assignsubmission_file/a1.ipynb": BOOK for number in (1001, 1002)}
    odd = WORKSHEET.replace("Samstag, 4. März 2023, 23:59", "03/04/2023 23:59")
    options = ("--roster", write(tmp_path / "w.csv", odd))
    files["Kim_1003_assignsubmission_file/a1.ipynb"] = BOOK
    code, said = collect(zipped(tmp_path / "m.zip", files), *options)
    assert "Without a time of handing in, so that they will not count as late:\n  ada2@" in said
    assert code == 0 and "zoe@uni.example: 03/04/2023 23:59\n" in said and "ada@" not in said
    write(tmp_path / "w.csv", odd.replace("Friday, 3 November", "3. Foobar"))
    code, said = collect(tmp_path / "m.zip", *options)
    assert "ada@uni.example: 3. Foobar 2023" in said and "has them" not in said


def test_a_replacement_by_nobody_knows_what_is_said(course: Path, tmp_path: Path) -> None:
    for book in (BOOK, OTHER):
        folder = "Abgaben/Lovelace_Ada_ada_12/a1.ipynb"
        code, said = collect(zipped(tmp_path / "i.zip", {folder: book}))
    assert code == 0 and "no times, nobody knows whether by a newer one); what was" in said


def test_one_folder_that_cannot_be_written_holds_up_nobody_else(
    course: Path, tmp_path: Path
) -> None:
    names = ("Ada_1", "Bo_2", "Cy_3")
    files = {f"{name}_assignsubmission_file/a1.ipynb": BOOK for name in names}
    (course / "submitted").mkdir()
    (course / "submitted" / "Ada").symlink_to(tmp_path)
    write(course / "submitted" / "Bo", "a file where a folder should be")
    code, said = collect(zipped(tmp_path / "m.zip", files))
    assert code == 1 and "Ada: " in said and "is a symbolic link" in said
    assert "Bo: cannot be written: " in said and "1 collected" in said
    assert tree(course / "submitted").keys() == {"Bo", "Cy/a1/a1.ipynb"}


def test_what_is_replaced_may_go_to_another_drive(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = os.rename

    def of_one_drive(old: Path, new: Path) -> None:
        if "replaced" in Path(new).parts:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        rename(old, new)

    monkeypatch.setattr(os, "rename", of_one_drive)
    for book in (BOOK, OTHER):
        collect(zipped(tmp_path / "m.zip", {"Ada_1_assignsubmission_file/a1.ipynb": book}))
    assert tree(course / "submitted") == {"Ada/a1/a1.ipynb": OTHER}
    assert list(tree(course / "replaced").values()) == [BOOK]


def test_a_student_who_hands_in_a_zip(course: Path, tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"work/a1.ipynb": BOOK, "work/.DS_Store": "x"})
    hostile = zipped(tmp_path / "hostile.zip", {"../../escape.ipynb": BOOK})
    files = {
        "Ada_1_assignsubmission_file/homework.zip": inner.read_bytes(),
        "Eve_2_assignsubmission_file/homework.zip": hostile.read_bytes(),
    }
    code, said = collect(zipped(tmp_path / "m.zip", files))
    assert code == 0 and "Eve: homework.zip was refused" in said
    assert "Without a notebook:\n  Eve" in said
    assert tree(course / "submitted") == {
        "Ada/a1/a1.ipynb": BOOK,
        "Eve/a1/homework.zip": hostile.read_bytes(),
    }
    assert not list(tmp_path.rglob("escape*"))


def test_files_of_one_name_and_files_without_one_are_all_kept(course: Path, tmp_path: Path) -> None:
    base = "Abgaben/Lovelace_Ada_ada_12"
    files = {
        f"{base}/a1.ipynb": BOOK,
        f"{base}/Late Submission - a1.ipynb": OTHER,
        f"{base}/Late Submission - ..": b"1",
        f"{base}/timestamp.txt": b"2000-01-01 00:00:00 UTC",
        "Abgaben/Else_Eve_eve_13/one.zip": zipped(tmp_path / "1", {"a1.ipynb": BOOK}).read_bytes(),
        "Abgaben/Else_Eve_eve_13/two.zip": zipped(tmp_path / "2", {"a1.ipynb": OTHER}).read_bytes(),
    }
    code, said = collect(zipped(tmp_path / "i.zip", files))
    assert code == 0 and "ada: timestamp.txt of the student's own was left out" in said
    assert tree(course / "submitted") == {
        "ada/a1/Late Submission - ..": b"1",
        "ada/a1/Late Submission - a1.ipynb": OTHER,
        "ada/a1/a1.ipynb": BOOK,
        "eve/a1/a1.ipynb": BOOK,
        "eve/a1/two/a1.ipynb": OTHER,
    }


def test_one_damaged_file_holds_up_nobody_else(course: Path, tmp_path: Path) -> None:
    folders = [f"{name}_{n}_assignsubmission_file" for n, name in enumerate(("Ada", "Bo"))]
    download = zipped(tmp_path / "m.zip", {f"{folder}/a1.ipynb": BOOK for folder in folders})
    data = bytearray(download.read_bytes())
    data[200] ^= 255
    download.write_bytes(data)
    code, said = collect(download)
    assert code == 1 and "Ada: Ada_0_assignsubmission_file/a1.ipynb" in said and "damaged" in said
    assert tree(course / "submitted") == {"Bo/a1/a1.ipynb": BOOK}


def test_one_file_that_the_disk_does_not_give_holds_up_nobody_else(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("Ada_0_assignsubmission_file", "Bo_1_assignsubmission_file"):
        (tmp_path / "m" / folder).mkdir(parents=True)
        (tmp_path / "m" / folder / "a1.ipynb").write_bytes(BOOK)
    whole = archive.opened_regular

    def damaged(path: Path) -> IO[bytes]:
        if "Ada" in str(path):
            raise OSError(errno.EIO, "Input/output error")
        return whole(path)

    monkeypatch.setattr(archive, "opened_regular", damaged)
    code, said = collect(tmp_path / "m")
    assert code == 1 and "cannot be read: Input/output error" in said
    assert tree(course / "submitted") == {"Bo/a1/a1.ipynb": BOOK}


def special(name: str, mode: int, *, flags: int = 0) -> tuple[zipfile.ZipInfo, bytes]:
    """Return an entry with a mode of Unix, or with flags."""
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    info.flag_bits = flags
    return info, b"/etc/passwd"


HOSTILE = {
    "out of the folder": [("../x", b"")],
    "out of the folder, deeper": [("a/../../x", b"")],
    "absolute": [("/etc/x", b"")],
    "a drive": [("C:/x", b"")],
    "a backslash": [("a\\..\\..\\x", b"")],
    "an empty name": [("a//x", b"")],
}
_EVE = "Eve_2_assignsubmission_file"
OF_ONE_STUDENT: dict[str, list[tuple[str | zipfile.ZipInfo, bytes]]] = {
    "a device of Windows": [(f"{_EVE}/NUL.txt", b"")],
    "a link": [special(f"{_EVE}/link", stat.S_IFLNK | 0o777)],
    "a device": [special(f"{_EVE}/null", stat.S_IFCHR | 0o666)],
    "a pipe": [special(f"{_EVE}/pipe", stat.S_IFIFO | 0o666)],
    "one name twice": [(f"{_EVE}/x", b"1"), (f"{_EVE}/x", b"2")],
    "one name in two cases": [(f"{_EVE}/a/x.ipynb", b"1"), (f"{_EVE}/A/x.ipynb", b"2")],
    "one name in two encodings": [(f"{_EVE}/\u00fc", b"1"), (f"{_EVE}/u\u0308", b"2")],
    "a file and a folder": [(f"{_EVE}/a", b"1"), (f"{_EVE}/a/x", b"2")],
    "a bomb": [(f"{_EVE}/x", b"\0" * 11_000_000)],
    "too deep": [(f"{_EVE}/{'/'.join('a' * 30)}", b"")],
    "a long name": [(f"{_EVE}/{'x' * 300}", b"")],
    "a long path": [(f"{_EVE}/{'/'.join(['x' * 250] * 5)}", b"")],
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", OF_ONE_STUDENT)
def test_what_a_student_may_have_caused_costs_that_file_alone(
    course: Path, tmp_path: Path, kind: str
) -> None:
    download = tmp_path / "h.zip"
    with zipfile.ZipFile(download, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in OF_ONE_STUDENT[kind]:
            made.writestr(name, data)
        made.writestr("Ada_1_assignsubmission_file/a1.ipynb", BOOK)
    code, said = collect(download)
    assert code == 1 and said.count("was left out") == 1, said
    assert tree(course / "submitted")["Ada/a1/a1.ipynb"] == BOOK


def damaged_lzma() -> bytes:
    """Return a zip in which one file's packed content begins with noise."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as whole:
        whole.writestr("a1.ipynb", BOOK)
    data = bytearray(made.getvalue())
    data[data.index(b"a1.ipynb") + 12] = 255
    return bytes(data)


# A zip that Eve hands in beside her files x and a, a file in it, and what comes of it.
IN_EVES_ZIP = {
    "the place of a file beside it": ("b.zip", "x/y.txt", "Eve/a1/b/x/y.txt"),
    "no place": ("a.zip", "x/y.txt", "a.zip was not unpacked"),
    "a folder for a file": ("zip.ZIP", "a/a/a", "Eve/a1/zip/a/a/a"),
    "a long path": ("b.zip", "/".join(["x" * 250] * 18), "has too long a name: left out"),
}


@pytest.mark.parametrize("kind", IN_EVES_ZIP)
def test_what_is_in_a_students_zip_stops_nobody_else(
    course: Path, tmp_path: Path, kind: str
) -> None:
    name, file, expected = IN_EVES_ZIP[kind]
    download: dict[str, bytes | str] = {
        f"{_EVE}/{name}": zipped(tmp_path / "eve.zip", {file: b"1"}).read_bytes(),
        f"{_EVE}/x": "hers",
        f"{_EVE}/a": "hers",
        "Zoe_3_assignsubmission_file/a1.ipynb": BOOK,
    }
    code, said = collect(zipped(tmp_path / "m.zip", download))
    there = tree(course / "submitted")
    assert code == 0 and (expected in said or expected in there), said
    assert there["Eve/a1/x"] == there["Eve/a1/a"] == b"hers" and "Zoe/a1/a1.ipynb" in there


def test_a_zip_whose_packing_is_damaged_and_a_folder_that_cannot_be_written_stop_nobody_else(
    course: Path, tmp_path: Path
) -> None:
    download: dict[str, bytes | str] = {
        f"{_EVE}/a.zip": damaged_lzma(),
        "Kim_4_assignsubmission_file_x": b"1",
        "Kim_4_assignsubmission_file/x/a1.ipynb": BOOK,
        "Zoe_5_assignsubmission_file/a1.ipynb": BOOK,
    }
    code, said = collect(zipped(tmp_path / "m.zip", download))
    assert code == 1 and "Eve: a1.ipynb in a.zip is damaged" in said
    assert "Kim: cannot be written: " in said, said
    assert tree(course / "submitted")["Zoe/a1/a1.ipynb"] == BOOK
    assert not list((course / "submitted" / "Kim").iterdir())


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_zips_are_refused_before_anything_is_written(
    course: Path, tmp_path: Path, kind: str
) -> None:
    download = tmp_path / "h.zip"
    with zipfile.ZipFile(download, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Ada_1_assignsubmission_file/a1.ipynb", BOOK)
        for name, data in HOSTILE[kind]:
            made.writestr(name, data)
    before = tree(tmp_path)
    code, said = collect(download)
    assert code == 2 and f"{download} was refused" in said.replace("\n", ""), said
    assert tree(tmp_path) == before


def test_bounds_of_a_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    download = zipped(tmp_path / "b.zip", {f"{n}.txt": b"x" * 1000 for n in range(20)})
    with opened(download, file_bytes=999) as found:
        assert not found.entries and len(found.left_out) == 20
    monkeypatch.setattr(archive, "MAX_BYTES", 19_000)
    with pytest.raises(DownloadError, match="refused"), opened(download):
        pass
    monkeypatch.setattr(archive, "MAX_FILES", 19)
    with pytest.raises(DownloadError, match="more than 19 files"), opened(download):
        pass


def test_a_file_that_is_larger_than_its_zip_says_is_not_read_on(tmp_path: Path) -> None:
    data = zipped(tmp_path / "l.zip", {"x": b"y" * 5000}).read_bytes()
    lie = data.replace((5000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lie != data
    (tmp_path / "l.zip").write_bytes(lie)
    with opened(tmp_path / "l.zip") as found, pytest.raises(DownloadError, match="damaged"):
        found.entries[0].read()


@settings(max_examples=20)
@given(st.binary(max_size=300), st.integers(0, 400))
def test_a_broken_zip_is_an_error_of_ours(noise: bytes, place: int) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as whole:
        whole.writestr("a/x.ipynb", b"{}")
        whole.writestr("b/y.ipynb", b"{}")
    data = bytearray(made.getvalue())
    data[place : place + len(noise)] = noise
    try:
        archive.entries_of_zip(io.BytesIO(bytes(data)), "x.zip")
    except DownloadError as error:
        assert "x.zip" in str(error)


def test_links_in_a_folder_are_not_followed(course: Path, tmp_path: Path) -> None:
    home = tmp_path / "d" / "Ada_1_assignsubmission_file"
    home.mkdir(parents=True)
    (home / "a1.ipynb").symlink_to("/etc/passwd")
    (home / "b1.ipynb").write_bytes(BOOK)
    (tmp_path / "d" / "Eve_2_assignsubmission_file").symlink_to("/etc")
    code, said = collect(tmp_path / "d")
    assert code == 1 and "a1.ipynb is a link" in said and "Eve_2" in said
    assert tree(course / "submitted").keys() == {"Ada/a1/b1.ipynb"}


MISTAKES = {
    "a path that is not there": (["nowhere.zip"], "nowhere.zip cannot be opened: No such file"),
    "no zip": (["w.csv"], "w.csv is no zip"),
    "an unknown platform": (["m.zip", "--from", "blackboard"], "one of moodle, canvas, ilias"),
    "another platform": (["m.zip", "--from", "ilias"], "not named as ilias names them"),
    "an empty zip": (["empty.zip"], "empty.zip holds no file"),
    "a zip of zips": (["zips.zip"], "holds only zips (m.zip): unpack it"),
    "half a zip": (["half.zip"], "half.zip is cut off or damaged: download it again"),
    "Gradescope without contents": (["g.zip"], "submission_metadata.yml is not in it"),
    "contents that are no YAML": (["bad.zip"], "submission_metadata.yml cannot be read"),
    "contents without end": (["deep.zip"], "nested deeper than 50 levels"),
    "contents that grow": (["grow.zip"], "submission_metadata.yml cannot be read"),
    "names that no platform gives": (["odd.zip"], "It holds: x/a1.ipynb. Known are moodle"),
    "a roster that is not there": (["m.zip", "--roster", "r.csv"], "r.csv cannot be read: No such"),
    "a spreadsheet": (["m.zip", "--roster", "m.zip"], "is a spreadsheet: open it and save it as"),
    "a missing column": (["m.zip", "--roster", "n.csv"], "no column that says who is who"),
    "an empty roster": (["m.zip", "--roster", "e.csv"], "e.csv is empty"),
    "no such column": (["m.zip", "--roster", "w.csv", "--id", "Nr"], "no column 'Nr'. Its columns"),
    "a column with doubles": (
        ["m.zip", "--roster", "w.csv", "--id", "Full name"],
        "'Full name' has ada lovelace 2 times",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistakes_are_told_with_the_remedy(course: Path, mistake: str) -> None:
    arguments, told = MISTAKES[mistake]
    zipped(course / "m.zip", {"Ada_1_assignsubmission_file/a1.ipynb": BOOK})
    zipped(course / "odd.zip", {"x/a1.ipynb": BOOK})
    zipped(course / "empty.zip", {})
    zipped(course / "zips.zip", {"m.zip": (course / "m.zip").read_bytes()})
    (course / "half.zip").write_bytes((course / "m.zip").read_bytes()[:90])
    zipped(course / "g.zip", {"e/submission_11/a1.ipynb": BOOK})
    grow = "a: &a {x: 1}\nb: &b {<<: [*a, *a]}\nc: {<<: [*b, *b]}\n"
    for name, text in (("bad", "a: [b\n c: {"), ("deep", "[" * 100_000), ("grow", grow)):
        contents = {"submission_metadata.yml": text, "submission_11/a1.ipynb": BOOK}
        zipped(course / f"{name}.zip", contents)
    write(course / "w.csv", WORKSHEET)
    write(course / "n.csv", "Vorname;Nachname\nAda;Lovelace\n")
    write(course / "e.csv", "\n\n")
    code, said = collect(Path(arguments[0]), *arguments[1:])
    assert code == 2 and told in said.replace("\n", " "), said
    assert not (course / "submitted").exists()


def test_an_unknown_assignment_is_told(course: Path) -> None:
    zipped(course / "m.zip", {"Ada_1_assignsubmission_file/a1.ipynb": BOOK})
    code, said = call("collect", "m.zip", "--assignment", "a2")
    assert code == 2 and "There are: a1." in said.replace("\n", " ")


def test_people_are_found_by_any_of_their_names() -> None:
    people = People(
        [
            Person("ada", "Ada", "King Lovelace", email="Ada@uni.example", lms="7"),
            Person("joerg", full="Jörg Müßig", others=("1234",)),
            Person("kim1", "Kim", "Lee"),
            Person("kim2", "Kim", "Lee"),
        ],
        complete=True,
    )

    def who(**told: object) -> str:
        found = people.find(Claim("x", "", **told))  # type: ignore[arg-type]
        return found if isinstance(found, str) else found.id

    assert who(name="King Lovelace, Ada") == who(name="ADA KING-LOVELACE") == "ada"
    assert who(run_together="kinglovelaceada") == who(email="ada@UNI.example") == "ada"
    assert who(run_together="müßigjörg") == who(name="Joerg Muessig") == "joerg"
    assert who(name="Jorg Mussig") == who(ids=("1234",)) == "joerg"
    assert who(name="Kim Lee") == "2 students are called so: kim1, kim2"
    assert who(lms="8", name="Nobody") == "not among the students"
    # A number of one kind is none of another, but for who is known by nothing else.
    assert who(lms="1234") == "not among the students"
    people = People([Person("1234"), Person("1235", "Ada", "Lovelace")], complete=True)
    assert (who(lms="1234"), who(lms="1235")) == ("1234", "not among the students")


def test_a_roster_in_each_platforms_form(tmp_path: Path) -> None:
    def read(text: str, encoding: str = "utf-8", **options: str) -> list[tuple[str, str, str]]:
        (tmp_path / "r.csv").write_bytes(text.encode(encoding))
        persons = Roster(read_table(tmp_path / "r.csv"), **options).persons()
        return [(p.id, p.first, p.last) for p in persons]

    lovelace = ("ada", "Ada", "Lovelace")
    assert read(GRADEBOOK) == [lovelace, ("zoe", "Zoë", "Müller")]
    assert read(GRADEBOOK, id_column="SIS User ID")[0] == ("S-1", "Ada", "Lovelace")
    parted = GRADEBOOK.replace("Student,", "LastName,FirstName,").replace(",,,,,", ",,,,,,")
    parted = parted.replace('"Lovelace, Ada"', "Lovelace,Ada").replace(
        '"Müller, Zoë"', "Müller,Zoë"
    )
    assert read(parted.replace('"Student, Test"', "Student,Test"))[:2] == [
        ("ada", "Ada", "Lovelace"), ("zoe", "Zoë", "Müller")
    ]  # fmt: skip
    nbgrader_own = "id,first_name,last_name,email\nada,Ada,Lovelace,\n"
    assert read(nbgrader_own) == [lovelace]
    german = 'sep=;\r\n"Vorname";"Nachname";"Anmeldename"\r\n"Zoë; A.";"Müller";"zoe"\r\n\r\n;;\r\n'
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        assert read(german, encoding) == [("zoe", "Zoë; A.", "Müller")]
    assert read("Username\tName\nada\tLovelace, Ada\n") == [lovelace]

    (tmp_path / "w.csv").write_text(WORKSHEET, encoding="utf-8")
    worksheet = Roster(read_table(tmp_path / "w.csv")).persons()
    assert [p.participant for p in worksheet] == ["1001", "1002", "1003"]
    assert str(worksheet[0].handed_in) == "2023-11-03 11:05:00" and not worksheet[2].handed_in


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Friday, 3 November 2023, 11:05 PM", "2023-11-03 22:05:00"),
        ("2023-11-03 23:05", "2023-11-03 22:05:00"),
        ("2023-11-03T23:05:00-05:00", "2023-11-04 04:05:00"),
        ("Mittwoch, 31. Mai 2023, 23:05", "2023-05-31 21:05:00"),
        ("1. Mär. 2030, 18:00", "2030-03-01 17:00:00"),
        ("31.01.2030 18:00", "2030-01-31 17:00:00"),
        ("31.13.2030 18:00", "None"),
        ("3 août 2023, 11:05", "None"),
        ("Friday, November 2023, 11:05 PM", "None"),
        ("03/11/2023 11:05 PM", "None"),
        ("a day in May", "None"),
        ("-", "None"),
        ("not yet", "None"),
    ],
)
def test_times_of_platforms(text: str, moment: str) -> None:
    assert str(moment_of(text, ZoneInfo("Europe/Berlin"))) == moment


@pytest.mark.slow
def test_nbgraders_zip_collect_knows_the_names(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = make_course(tmp_path / "course", ENGINE)
    register(tmp_path_factory, root, "a1")
    home = root / "downloaded" / "a1" / "archive"
    home.mkdir(parents=True)
    files = {
        "submission_metadata.yml": CONTENTS.replace("  - :name: Zoë Müller\n    :sid:\n    "
                                                    ":email: zoe@uni.example\n", ""),
        "submission_11/hw.zip": zipped(tmp_path / "hw", {"a1.ipynb": BOOK}).read_bytes(),
        "submission_12/a1.ipynb": BOOK,
    }  # fmt: skip
    zipped(home / "g.zip", files)
    said = nbgrader(root, "zip_collect", "a1").stderr
    assert "submission_12/a1.ipynb: is nobody's" in said
    assert tree(root / "submitted").keys() == {"S-1/a1/a1.ipynb", "S-1/a1/timestamp.txt"}
    zipped(home / "g.zip", {"../x": b"", **files})
    done = nbgrader(root, "zip_collect", "a1", "--force", check=False)
    assert done.returncode == 1 and "g.zip was refused" in done.stderr


def test_reading_a_download_of_a_large_class(tmp_path: Path) -> None:
    names = {f"Ada {n}_{n}_assignsubmission_file/a1.ipynb": b"{}" for n in range(300)}
    with opened(zipped(tmp_path / "m.zip", names)) as found:
        assert len(sorted_out(found, "a1").hand_ins) == 300


def test_zip_collect_takes_an_expression_instead() -> None:
    from autograder.nbgrader_plugin.zip_collect import PlatformCollector

    names = r".*/[^_]+_(?P<student_id>\w+)_attempt_(?P<timestamp>[\d-]+)_(?P<file_id>.+)"
    collector = PlatformCollector(named_regexp=names)
    told = {"student_id": "ada", "timestamp": "2030-02-03", "file_id": "a1.ipynb"}
    assert collector.collect("extracted/hw_ada_attempt_2030-02-03_a1.ipynb") == told
    # A platform's names mean nothing then.
    assert collector.collect("extracted/Ada_1_assignsubmission_file_a1.ipynb") is None

"""Who takes the course: rosters into the gradebook, and people by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from course_kit import make_course
from shared import register
from stock import change, rows
from test_collect import GRADEBOOK, call, collect, tree, write, zipped

from autograder.course.folders import load_course
from autograder.downloads.enrolled import people_of
from autograder.downloads.people import Claim, People, Person, together


@pytest.fixture
def course(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Return a course whose gradebook knows its assignment, as the current folder."""
    root = make_course(tmp_path / "course")
    register(tmp_path_factory, root, "a1")
    monkeypatch.chdir(root)
    return root


def test_a_roster_enters_and_updates_students_and_removes_nobody(course: Path) -> None:
    change("sqlite:///gradebook.db", "INSERT INTO student (id) VALUES ('ada'), ('old')")
    code, said = call("roster", write(course / "c.csv", GRADEBOOK))
    assert code == 0
    assert "2 students in the roster, known by 'SIS Login ID': 1 added, 1 brought up" in said
    assert "In the gradebook, not in the roster: old." in said
    entered = [
        ("ada", "Ada", "Lovelace", None, "501"),
        ("old", None, None, None, None),
        ("zoe", "Zoë", "Müller", None, "502"),
    ]
    assert rows("sqlite:///gradebook.db")["student"] == entered
    change("sqlite:///gradebook.db", "UPDATE student SET email = 'ada@uni.example'")
    assert "0 added, 0 brought up" in call("roster", "c.csv")[1]
    assert rows("sqlite:///gradebook.db")["student"][0][3] == "ada@uni.example"


def test_a_class_is_not_entered_again_under_other_ids(course: Path) -> None:
    call("roster", write(course / "c.csv", GRADEBOOK))
    before = rows("sqlite:///gradebook.db")["student"]
    code, said = call("roster", "c.csv", "--id", "ID")
    assert code == 2 and "2 of 2 students" in said
    assert "such as '501' as 'ada'" in said and "--id COLUMN" in said
    assert rows("sqlite:///gradebook.db")["student"] == before
    # By the whole name in one column, too; but one name twice may be two people.
    for one, two, expected in (("Ada", "Zoë", 2), ("Ada", "Eve", 0)):
        table = f"Id,Full name\n1,{one} Lovelace\n2,{two} Müller\n"
        code, said = call("roster", write(course / "n.csv", table))
        assert (code, "2 of 2 students" in said) == (expected, expected == 2), said


def test_a_worksheet_after_the_participants_enters_nobody_again(course: Path) -> None:
    heads = "First name,Last name,ID number,Email address\n"
    people = "Ada,King,7,ada@uni.example\nZoë,Müller,8,zoe@uni.example\n"
    call("roster", write(course / "participants.csv", heads + people))
    before = rows("sqlite:///gradebook.db")["student"]
    worksheet = "Identifier,Full name,Email address\nParticipant 1,A. King,ada@uni.example\n"
    worksheet += "Participant 2,Zoë Müller,\nParticipant 3,Eve Else,eve@uni.example\n"
    code, said = call("roster", write(course / "w.csv", worksheet), "--id", "Identifier")
    assert code == 2 and "2 of 3 students" in said and "such as '1' as '7'" in said
    assert rows("sqlite:///gradebook.db")["student"] == before


def test_names_that_became_ids_are_found_again(course: Path) -> None:
    change("sqlite:///gradebook.db", "INSERT INTO student (id) VALUES ('Ada Lovelace'), ('bo')")
    known = people_of(load_course(course))
    found = known.find(Claim("x", "", name="Lovelace, Ada", participant="7"))
    assert isinstance(found, Person) and found.id == "Ada Lovelace"
    assert known.find(Claim("x", "Lovelace Ada", name="Lovelace Ada")) == Person("Lovelace Ada")
    listed = [Person("ada@uni.example", full="Ada Lovelace"), Person("x@uni.example", full="Bo")]
    ids = [person.id for person in together(listed, known).persons]
    assert ids == ["Ada Lovelace", "x@uni.example"]  # one word alone is no whole name


def test_the_gradebooks_students_are_the_roster_of_a_download(course: Path, tmp_path: Path) -> None:
    download = zipped(tmp_path / "s.zip", {"lovelaceada_501_9_a1.ipynb": "{}"})
    change("sqlite:///gradebook.db", "INSERT INTO student (id) VALUES ('met-in-grading')")
    assert not people_of(load_course(course)).complete
    call("roster", write(course / "c.csv", GRADEBOOK))
    assert people_of(load_course(course)).complete
    assert collect(download)[0] == 0
    assert tree(course / "submitted").keys() == {"ada/a1/a1.ipynb"}
    code, said = collect(zipped(tmp_path / "s.zip", {"elseeve_509_9_a1.ipynb": "{}"}))
    assert code == 1 and "autograder roster FILE" in said


def test_a_roster_of_one_assignment_gives_the_gradebooks_ids(course: Path, tmp_path: Path) -> None:
    call("roster", write(course / "c.csv", GRADEBOOK))
    worksheet = 'Identifier,Full name,Email address\nParticipant 7,"Zoë Müller",z@uni.example\n'
    download = zipped(tmp_path / "m.zip", {"Z M_7_assignsubmission_file/a1.ipynb": "{}"})
    assert collect(download, "--roster", write(tmp_path / "w.csv", worksheet))[0] == 0
    assert tree(course / "submitted").keys() == {"zoe/a1/a1.ipynb"}


def test_two_of_one_name_are_never_made_one() -> None:
    kim, other = Person("k1", "Kim", "Lee", email="kim@uni.example"), Person("k2", "Kim", "Lee")
    sam, max_ = Person("s1", "Sam", "Poe", email="sam@uni.example"), Person("m1", "Max", "Roe")
    listed = [
        Person("kim@uni.example", full="Kim Lee", email="kim@uni.example"),
        Person("lee@uni.example", full="Lee Kim", email="lee@uni.example"),
        Person("poe@uni.example", full="Sam Poe", email="poe@uni.example"),
        Person("roe@uni.example", full="Roe, Max", email="roe@uni.example"),
    ]
    for known in ([kim, sam, max_], [kim, other, sam, max_]):
        ids = [person.id for person in together(listed, People(known, complete=True)).persons]
        assert ids == ["k1", "lee@uni.example", "poe@uni.example", "m1"]


@pytest.mark.slow
def test_a_roster_makes_the_gradebook_where_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_course(tmp_path / "course"))
    assert people_of(load_course()).persons == []
    assert not Path("gradebook.db").exists()
    assert call("roster", write(Path("c.csv"), GRADEBOOK))[0] == 0
    assert [row[0] for row in rows("sqlite:///gradebook.db")["student"]] == ["ada", "zoe"]

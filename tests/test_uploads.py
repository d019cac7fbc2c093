"""Grades in the tables of platforms: a round trip with files in their documented forms."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from course_kit import RIGHT, WRONG, make_course, submit
from shared import register
from stock import ENGINE, change, nbgrader
from test_collect import call, write

from autograder.batch.options import Options
from autograder.batch.run import grade_assignment
from autograder.class_grades import Grade, Grades
from autograder.course.folders import load_course
from autograder.course.settings import Settings
from autograder.downloads.enrolled import people_of
from autograder.downloads.people import People, Person
from autograder.tables import Table, TableError, harmless, read_table, text_of_rows
from autograder.uploads import for_moodle

FAKE = Settings(isolation="process", stand_in="course_kit:fake_grade_notebook")
DB = "sqlite:///gradebook.db"

CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,Quiz 1 (70),a1 (77),Current Score
,,,,,,Manual Posting,
    Points Possible,,,,,3.00,9.00,(read only)
"King, Lovelace, Ada",501,S-1,ada,"Group 1, Monday",2.00,,80
"Müller, Zoë",502,S-2,zoe,Group 2,,,
"=cmd|'/c calc'!A1, Eve",503,S-3,eve,+1,,1.50,
"Nobody, Kim",504,S-4,kim,Group 2,,,
"Müller, Zoë",505,S-5,zoe2,Group 2,,,
"Student, Test",506,,8c7d,Group 1,,,
"""
MOODLE = """\ufeffIdentifier,"Full name","ID number","Email address",Status,Grade,"Maximum Grade",\
"Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"
"Participant 11","Ada King, Lovelace",S-1,ada@uni.example,"Submitted for grading",,9.00,Yes,\
"Friday, 3 November 2023, 11:05 AM",-,
"Participant 12","Zoë Müller",S-2,+zoe@uni.example,"Submitted for grading",,9.00,Yes,-,-,
"Participant 13","=Eve",S-3,eve@uni.example,"Submitted for grading",,9.00,Yes,-,-,"See me"
"Participant 14","Kim Nobody",S-4,kim@uni.example,"No submission",,9.00,Yes,-,-,
"""
PEOPLE = [
    ("ada", "Ada", "King, Lovelace", "ada@uni.example", "501"),
    ("zoe", "Zoë", "Müller", "zoe@other.example", "502"),
    ("eve", "Eve", "=cmd|'/c calc'!A1", "eve@uni.example", "503"),
    ("kim", "Kim", "Nobody", "kim@uni.example", "504"),
]


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course with a student graded, one in part, one wrong, one without a name."""
    root = make_course(tmp_path_factory.mktemp("uploads"), ENGINE)
    register(tmp_path_factory, root, "a1")
    url = f"sqlite:///{root}/gradebook.db"
    for id_, first, last, email, lms in PEOPLE:
        quoted = ", ".join("'{}'".format(x.replace("'", "''")) for x in (id_, first, last, email))
        columns = "id, first_name, last_name, email, lms_user_id"
        change(url, f"INSERT INTO student ({columns}) VALUES ({quoted}, '{lms}')")
    submit(root, "ada", RIGHT)
    submit(root, "zoe", RIGHT, why="Because.")
    submit(root, "eve", WRONG)
    submit(root, "ghost", RIGHT)
    grade_assignment(load_course(root), "a1", Options(FAKE))
    change(url, "UPDATE comment SET manual_comment = '=1+1 <b>good</b>'")
    return root


@pytest.fixture
def course(graded: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(graded)
    return graded


def filled(*arguments: str) -> tuple[str, Path]:
    code, said = call("export", "a1", *arguments)
    assert code == 0, said
    return said, Path(said.strip().splitlines()[-1].rpartition(": ")[2])


def test_canvas_gets_its_own_table_back(course: Path, tmp_path: Path) -> None:
    said, path = filled("--canvas", str(write(tmp_path / "canvas.csv", CANVAS)))
    assert path == tmp_path / "canvas-graded.csv"
    assert path.read_text(encoding="utf-8") == (
        "Student,ID,SIS User ID,SIS Login ID,Section,a1 (77)\n"
        ",,,,,Manual Posting\n"
        "Points Possible,,,,,9.00\n"
        '"King, Lovelace, Ada",501,S-1,ada,"Group 1, Monday",5\n'
        '"Müller, Zoë",502,S-2,zoe,Group 2,\n'
        "\"'=cmd|'/c calc'!A1, Eve\",503,S-3,eve,+1,2\n"
        '"Nobody, Kim",504,S-4,kim,Group 2,\n'
        '"Müller, Zoë",505,S-5,zoe2,Group 2,\n'
        '"Student, Test",506,,8c7d,Group 1,\n'
    )
    assert "a1: not graded to the end, so left as they were: zoe" in said
    assert "a1: graded, but not in this table: ghost" in said
    assert "without a hand-in, so left as they were: kim" in said
    assert "not in the gradebook: Müller, Zoë, Student, Test" in said
    assert "2 of 4 students' points" in said
    # What was filled is a table of Canvas's again, and filling it changes nothing.
    _, again = filled("--canvas", str(path))
    assert read_table(again).rows == read_table(path).rows


def test_who_is_excused_in_canvas_stays_so(course: Path, tmp_path: Path) -> None:
    said, path = filled("--canvas", str(write(tmp_path / "c.csv", CANVAS.replace("1.50", "EX"))))
    assert [row[5] for row in read_table(path).rows if row[3] == "eve"] == ["EX"]
    assert "a1: excused in Canvas, so left as they were: '=cmd" in said and "1 of 4" in said


def test_moodle_gets_its_worksheet_back(course: Path, tmp_path: Path) -> None:
    said, path = filled("--moodle", str(write(tmp_path / "w.csv", MOODLE)))
    before, after = read_table(tmp_path / "w.csv"), read_table(path)
    assert after.heads == before.heads
    grades = [row[5] for row in after.rows]
    assert grades == ["5", "", "2", ""]
    good = "=1+1 &lt;b&gt;good&lt;/b&gt;"
    assert after.rows[0][10] == f"double: {good}<br>why: {good}"
    assert after.rows[2][10] == "See me" and after.rows[3][10] == ""
    assert [row[1] for row in after.rows] == [
        *("Ada King, Lovelace", "Zoë Müller", "'=Eve", "Kim Nobody")
    ]
    assert after.rows[1][3] == "'+zoe@uni.example" and after.rows[1][9] == "-"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf") and "Maximum" not in said
    _, again = filled("--moodle", str(path), "--to", str(tmp_path / "again.csv"))
    assert read_table(again).rows == after.rows


def test_points_and_comments_of_before_are_told(
    graded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Path(shutil.copytree(graded, tmp_path / "copy"))
    monkeypatch.chdir(root)
    _, first = filled("--moodle", str(write(tmp_path / "w.csv", MOODLE)))
    change(DB, "UPDATE comment SET manual_comment = 'Better'")
    change(
        DB,
        "UPDATE grade SET manual_score = 1, needs_manual_grade = true WHERE notebook_id IN "
        "(SELECT n.id FROM submitted_notebook n JOIN submitted_assignment s "
        "ON s.id = n.assignment_id WHERE s.student_id = 'ada')",
    )
    submit(root, "kim", RIGHT)
    submit(root, "zoe", RIGHT, why="Because of more.")
    said, second = filled("--moodle", str(first))
    rows = {row[1]: row for row in read_table(second).rows}
    assert rows["Ada King, Lovelace"][5] == "3"
    assert [row[10] for row in rows.values()] == [row[10] for row in read_table(first).rows]
    told = {line.rpartition(": ")[2]: line for line in said.splitlines()}
    assert "another comment in the table" in told["'=Eve, Ada King, Lovelace"]
    assert "(they wait for a look in formgrader)" in told["ada"]
    assert "with the points of before" in told["zoe"]
    assert "never graded (run `grade`), so left as they were" in told["kim"]
    assert "without a hand-in" not in said


def test_moodles_number_is_an_id_only_where_names_are_hidden(course: Path, tmp_path: Path) -> None:
    change(DB, "UPDATE submitted_assignment SET student_id = '12' WHERE student_id = 'ghost'")
    change(DB, "UPDATE student SET id = '12' WHERE id = 'ghost'")
    try:
        _, path = filled("--moodle", str(write(tmp_path / "w.csv", MOODLE)))
        assert [row[5] for row in read_table(path).rows] == ["5", "", "2", ""]
        hidden = "Identifier,Grade,Last modified (grade)\nParticipant 12,,-\nParticipant 11,,-\n"
        _, path = filled("--moodle", str(write(tmp_path / "h.csv", hidden)))
        assert [row[1] for row in read_table(path).rows] == ["5", ""]
    finally:
        change(DB, "UPDATE submitted_assignment SET student_id = 'ghost' WHERE student_id = '12'")
        change(DB, "UPDATE student SET id = 'ghost' WHERE id = '12'")


def test_another_maximum_is_said(course: Path, tmp_path: Path) -> None:
    said, _ = filled("--moodle", str(write(tmp_path / "w.csv", MOODLE.replace("9.00", "100,00")
                                           .replace(",100,00,", ',"100,00",'))))  # fmt: skip
    assert "Moodle gives 100 points at most, this course 9" in said


MISTAKES = {
    "no table": ([], "Name one table"),
    "two tables": (["--canvas", "c.csv", "--moodle", "w.csv"], "Name one table"),
    "no such file": (["--canvas", "x.csv"], "x.csv cannot be read: No such file"),
    "another platform's": (["--canvas", "w.csv"], "w.csv has no column 'ID'"),
    "a worksheet without grades": (["--moodle", "c.csv"], "c.csv has no column 'grade'"),
    "no such column": (["--canvas", "c.csv", "--column", "HW"], "'HW': Quiz 1 (70), a1 (77)."),
    "over itself": (["--canvas", "c.csv", "--to", "c.csv"], "write to another file"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistakes_are_told_with_the_remedy(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mistake: str
) -> None:
    arguments, told = MISTAKES[mistake]
    for name, text in (("c.csv", CANVAS), ("w.csv", MOODLE)):
        write(tmp_path / name, text)
    paths = [str(tmp_path / each) if each.endswith(".csv") else each for each in arguments]
    code, said = call("export", "a1", *paths)
    assert code == 2 and told in said.replace("\n", " "), said
    assert not list(tmp_path.glob("*-graded.csv"))


def test_an_assignment_that_was_never_graded(course: Path, tmp_path: Path) -> None:
    path = str(write(tmp_path / "c.csv", CANVAS))
    code, said = call("export", "a2", "--canvas", path)
    assert code == 2 and "There are: a1." in said.replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  @SUM(A1)", "'  @SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        ("＝1+1", "'＝1+1"),
        ("-", "-"),
        ("", ""),
        ("Lovelace, Ada", "Lovelace, Ada"),
        ("Ada;=cmd|' /C calc'!A0;x", "Ada;'=cmd|' /C calc'!A0;x"),
        ("Ada, ＋1\t@SUM(A1)", "Ada, '＋1\t'@SUM(A1)"),
        ('Ada;"-1\n=2', "Ada;\"'-1\n'=2"),
        ("a-b, c = d; -", "a-b, c = d; -"),
    ],
)
def test_no_field_starts_a_formula(text: str, cell: str) -> None:
    assert harmless(text) == cell


def test_what_is_written_reads_as_it_was(tmp_path: Path) -> None:
    rows = [["a", 'b "c"'], ["d, e", "f\ng"], ["h;i", "ä"]]
    write(tmp_path / "t.csv", text_of_rows(rows))
    table = read_table(tmp_path / "t.csv")
    assert [list(table.heads), *table.rows] == rows


@pytest.mark.parametrize(
    ("text", "heads", "row"),
    [
        ("sep=;\na,b;c,d\n1;2\n", ["a,b", "c,d"], ["1", "2"]),
        ("sep=\t\na,b\tc,d,e\n1\t2\n", ["a,b", "c,d,e"], ["1", "2"]),
        ("Name (Last, First);ID\nLovelace, Ada;7\n", ["Name (Last, First)", "ID"], None),
        ("Name,Group; time\nAda,1\n", ["Name", "Group; time"], ["Ada", "1"]),
        ("a,b\n1,2,,\n", ["a", "b"], ["1", "2"]),
    ],
)
def test_the_delimiter_is_what_the_file_says_or_what_fits(
    tmp_path: Path, text: str, heads: list[str], row: list[str] | None
) -> None:
    table = read_table(write(tmp_path / "t.csv", text))
    assert (list(table.heads), table.rows) == (heads, [row or ["Lovelace, Ada", "7"]])


def test_a_comma_that_is_not_in_quotes_is_told_with_its_line(tmp_path: Path) -> None:
    write(tmp_path / "t.csv", "name,id\nAda,ada1\nLovelace, Ada,ada1\n")
    with pytest.raises(TableError, match=r"line 3: it has more than the 2 fields .* a comma in it"):
        read_table(tmp_path / "t.csv")


def test_two_of_one_name_are_told_once_and_with_the_reason(tmp_path: Path) -> None:
    people = People([Person(id_, "Kim", "Lee") for id_ in ("k1", "k2")], complete=True)
    grades = Grades("a1", 9, people, {id_: Grade(5.0) for id_ in ("k1", "k2")})
    table = "Identifier,Full name,Grade,Last modified (grade)\nParticipant 1,Kim Lee,,-\n"
    made = for_moodle(read_table(write(tmp_path / "w.csv", table)), grades)
    assert made.notes == [
        "a1: not told apart, so left as they were: Kim Lee (2 students are called so: k1, k2)"
    ]


def test_everybody_who_is_left_out_is_named() -> None:
    ids = [f"s{n:02}" for n in range(40)]
    grades = Grades("a1", 9, People(list(map(Person, ids))), {id_: Grade() for id_ in ids})
    heads = ("Identifier", "Full name", "Grade", "Last modified (grade)")
    (note,) = for_moodle(Table(Path("w.csv"), heads, []), grades).notes
    assert note.endswith(f": {', '.join(ids)}")


def test_comments_that_people_wrote_in_moodle_stay_as_they_are(tmp_path: Path) -> None:
    people = People([Person(id_) for id_ in ("a", "b", "c")], complete=True)
    grades = Grades("a1", 9, people, {id_: Grade(5.0, "double: well done") for id_ in "abc"})
    heads = "Identifier,Full name,ID number,Grade,Last modified (grade),Feedback comments\n"
    rows = "P 1,A,a,,-,- good work\nP 2,B,b,,-,\nP 3,C,c,,-,double: well done\n"
    made = for_moodle(read_table(write(tmp_path / "w.csv", heads + rows)), grades)
    assert [line.rpartition(",")[2] for line in made.text.splitlines()[1:]] == [
        *("- good work", "double: well done", "double: well done")
    ]
    (note,) = made.notes
    assert note.startswith("a1: with another comment in the table") and note.endswith(": A")


@pytest.mark.slow
def test_nbgraders_export_writes_the_same(course: Path, tmp_path: Path) -> None:
    canvas, moodle = write(tmp_path / "c.csv", CANVAS), write(tmp_path / "w.csv", MOODLE)
    for kind, path in (("Canvas", canvas), ("Moodle", moodle)):
        _, ours = filled(f"--{kind.casefold()}", str(path))
        exporter = f"--exporter=autograder.nbgrader_plugin.platforms.{kind}Export"
        options = [f"--{kind}Export.file={path}", "--assignment=['a1']"]
        nbgrader(course, "export", exporter, *options, f"--to={tmp_path / 'n.csv'}")
        assert (tmp_path / "n.csv").read_bytes() == ours.read_bytes()
        done = nbgrader(course, "export", exporter, "--assignment=['a1']", check=False)
        assert done.returncode == 1 and f"--{kind}Export.file=FILE" in done.stderr
    known = [person.id for person in people_of(load_course(course)).persons]
    assert known == ["ada", "eve", "ghost", "kim", "zoe"]

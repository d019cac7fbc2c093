"""Many submissions at once: workers that die, runs that are killed, what is graded again."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest
from course_kit import RIGHT, WRONG, make_course, source_notebook, submit, write
from shared import register
from stock import change, rows

from autograder import imports
from autograder.batch.cache import Cache
from autograder.batch.graded_file import GradedFile
from autograder.batch.newer import newer_than_graded
from autograder.batch.options import Options, Run
from autograder.batch.run import grade_assignment
from autograder.batch.ungraded import left_out
from autograder.course.cache_folder import FOLDER
from autograder.course.folders import CourseError, load_course
from autograder.course.settings import CourseCode, Settings, settings_for
from autograder.course.timestamps import parse_utc
from autograder.hashes import conditions, key_of
from autograder.notes import Note
from autograder.pages.class_report import ClassReport
from autograder.pages.collected import Collected, gather
from autograder.pages.feedback_files import write_feedback
from autograder.pages.figures import needs
from autograder.result import Result, TestResult
from autograder.states import needs_a_person, state

HERE = Path(__file__).resolve().parent
FAKE = Settings(isolation="process", stand_in="course_kit:fake_grade_notebook")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the gradebook of a course that nbgrader knows."""
    root = make_course(tmp_path_factory.mktemp("template"))
    register(tmp_path_factory, root, "a1")
    return (root / "gradebook.db").read_bytes()


@pytest.fixture
def course(template: bytes, tmp_path: Path) -> Path:
    """Return a fresh course that nbgrader knows."""
    root = make_course(tmp_path / "course")
    write(root / "gradebook.db", template)
    return root


def run(root: Path, settings: Settings = FAKE, workers: int = 2, **options: object) -> Run:
    """Grade a1."""
    course = load_course(root)
    return grade_assignment(course, "a1", Options(settings, workers, **options))  # type: ignore[arg-type]


def scores(results: list[Result]) -> dict[str, float]:
    """Return scores by student."""
    return {result.student: result.score for result in results}


def in_gradebook(root: Path) -> dict[str, list[float | None]]:
    """Return each student's automatic scores."""
    found: dict[str, list[float | None]] = {}
    for student, _, _, auto, *_ in rows(f"sqlite:///{root}/gradebook.db")["grade"]:
        found.setdefault(student, []).append(auto)
    return found


def test_a_worker_that_dies_costs_only_its_submission(
    course: Path,
) -> None:
    for n in range(8):
        submit(course, f"s{n}", "EXIT = 1" if n in (0, 3) else RIGHT)
    done = run(course)
    assert scores(done.results) == {f"s{n}": 0.0 if n in (0, 3) else 5.0 for n in range(8)}
    dead = [result for result in done.results if result.student in ("s0", "s3")]
    assert all(result.needs_human and state(result) == "not graded" for result in dead)
    tried = (course / "kit.log").read_text().split("\n")
    assert tried.count("s0 a1") == tried.count("s3 a1") == 2
    assert in_gradebook(course)["s0"] == in_gradebook(course)["s3"] == [None, None, None]


def test_a_defect_of_ours_is_reported_not_raised(course: Path) -> None:
    submit(course, "odd", "RAISE = 1")
    submit(course, "good")
    done = run(course)
    assert scores(done.results) == {"good": 5.0, "odd": 0.0}
    assert needs_a_person(done.results[1])
    assert "a defect" in done.results[1].notes[0].text

    # Everybody reads why, and it is tried again.
    for _, _, cell, comment, _ in rows(f"sqlite:///{course}/gradebook.db")["comment"][-2:]:
        assert "broke down" in comment and "a defect" in comment, cell
    found = gather(load_course(course), "a1")
    assert [(need.student, need.what) for need in needs(found)] == [("odd", "not graded")]
    assert "a defect" in needs(found)[0].why
    (page,) = write_feedback(load_course(course), "a1", ["odd"])
    told = page.read_text()
    assert "Grading this notebook broke down" in told and "a defect" in told
    assert "no points yet" in told and "could not be read" not in told
    submit(course, "odd", RIGHT)
    assert run(course).graded == 1
    assert in_gradebook(course)["odd"] == [2.0, 3.0, 0.0]


def test_a_folder_without_a_notebook_waits_for_a_person(course: Path) -> None:
    write(course / "submitted/odd/a1/essay.docx", b"words")
    for _ in range(2):
        assert any(map(needs_a_person, run(course).results))
        assert in_gradebook(course)["odd"] == [None, None, None]
    found = gather(load_course(course), "a1")
    assert [(need.student, need.what) for need in needs(found)] == [("odd", "refused")]
    (page,) = write_feedback(load_course(course), "a1")
    assert "no points yet" in page.read_text() and "essay.docx, 5 bytes" in page.read_text()


def test_points_that_a_person_gives_to_what_cannot_be_read_are_told(course: Path) -> None:
    write(course / "submitted/odd/a1/essay.docx", b"words")
    run(course)
    url = f"sqlite:///{course}/gradebook.db"
    change(url, "UPDATE comment SET manual_comment = 'Read on paper.'")
    given = "UPDATE grade SET manual_score = 1.5, needs_manual_grade = false"

    def told() -> tuple[str, str]:
        (page,) = write_feedback(load_course(course), "a1")
        return page.read_text(), ClassReport.of(gather(load_course(course), "a1")).csv()

    change(url, f"{given} WHERE id = (SELECT min(id) FROM grade)")
    page, table = told()
    assert "no points yet" in page and "odd,,refused,,9,0,0,2" in table
    change(url, given)
    page, table = told()
    assert "<b>4.5</b> of 9 points" in page and "odd,,refused,4.5,9,0,0,0" in table
    assert "A person gave these points,</b>" in page and "Read on paper." in page
    assert "no points yet" not in page and page.count("FileNotFoundError") == 1
    assert "Your code" not in page and "A person will look" not in page


def test_a_notebook_is_left_out_only_beside_another_one(tmp_path: Path) -> None:
    missing = Result("anna", "a1", "b1", (), notes=(Note("info", "no notebook"),))
    write(tmp_path / ".ipynb_checkpoints/a1.ipynb", b"")
    assert not left_out(missing, tmp_path)
    write(tmp_path / "a1.ipynb", b"")
    assert left_out(missing, tmp_path)
    unclear = replace(missing, notes=(Note("refusal", "which one is meant?"),))
    assert not left_out(unclear, tmp_path)


def test_what_broke_down_is_tried_again_though_nothing_changed(course: Path) -> None:
    submit(course, "odd", "RAISE = 1")
    for _ in range(2):
        done = run(course)
        assert (done.graded, done.broken) == (0, 1)
    assert (course / "kit.log").read_text().split("\n").count("odd a1") == 2


def test_a_broken_source_stops_before_the_class_is_blamed(course: Path) -> None:
    submit(course, "good")
    write(course / "source/a1/a1.ipynb", source_notebook("# BROKEN"))
    with pytest.raises(CourseError, match="the source is broken"):
        run(course)


def test_workers_import_no_nbgrader(course: Path) -> None:
    submit(course, "good")
    watched = Settings(isolation="process", stand_in="course_kit:watched_grade_notebook")
    done = run(course, watched)
    assert scores(done.results) == {"good": 5.0}, done.results


def test_one_new_submission_costs_one(course: Path) -> None:
    for n in range(4):
        submit(course, f"s{n}")
    assert run(course).graded == 4
    submit(course, "new", WRONG)
    again = run(course)
    assert (again.graded, again.unchanged) == (1, 4)
    assert run(course, force=True).graded == 5
    assert run(course, students=["s*"]).unchanged == 4


def test_lost_files_and_rows_are_put_back_without_grading(course: Path) -> None:
    submit(course, "s0")
    submit(course, "s1")
    run(course)
    target = course / "autograded/s0/a1/a1.ipynb"
    before = target.read_bytes()
    target.unlink()
    with sqlite3.connect(course / "gradebook.db") as db:
        db.execute("UPDATE grade SET auto_score = 1")
    db.close()
    again = run(course)
    assert (again.graded, again.reused) == (0, 2)
    assert target.read_bytes() == before
    assert in_gradebook(course)["s1"] == [2.0, 3.0, 0.0]


def test_a_graded_file_that_was_damaged_is_put_back(course: Path) -> None:
    submit(course, "s0")
    run(course)
    target = course / "autograded/s0/a1/a1.ipynb"
    before = target.read_bytes()
    target.write_bytes(b"\0" * len(before))  # as after a power failure
    with pytest.raises(CourseError, match="is damaged: run `grade a1`"):
        write_feedback(load_course(course), "a1")
    assert run(course).graded == 0
    assert target.read_bytes() == before
    write_feedback(load_course(course), "a1")


def test_what_is_handed_in_again_is_newer_than_what_was_graded(course: Path) -> None:
    for student in ("anna", "ben", "carl"):
        write(submit(course, student) / "data.txt", student)
    loaded = load_course(course)
    assert newer_than_graded(loaded, "a1") == []
    run(course)
    assert newer_than_graded(loaded, "a1") == []
    submit(course, "anna", "SLEEP = TIMEOUT = 1")  # never taken from the cache
    write(course / "submitted/ben/a1/timestamp.txt", "2030-01-01 10:00:00 UTC")
    with Cache(course):  # a run that goes on does not matter
        found = gather(loaded, "a1")
    assert found.newer == ["anna", "ben"]
    assert [(need.student, need.what) for need in needs(found)] == [
        ("anna", "handed in again"),
        ("ben", "handed in again"),
    ]
    run(course)
    assert newer_than_graded(loaded, "a1") == []


def test_what_was_acknowledged_is_one_hand_in(course: Path) -> None:
    write(course / "submitted/odd/a1/essay.docx", b"words")
    assert run(course).open_matters == 1
    assert run(course, acknowledge=True).open_matters == run(course).open_matters == 0
    write(course / "submitted/odd/a1/essay.docx", b"other words")
    assert run(course).open_matters == 1


def test_an_error_that_passes_deletes_no_results(course: Path) -> None:
    submit(course, "s0")
    done = run(course).results[0]
    memory = course / FOLDER / "results.sqlite"
    with Cache(course) as cache:
        size = cache._db.execute("PRAGMA page_count").fetchone()[0]
        cache._db.execute(f"PRAGMA max_page_count = {size}")
        with pytest.raises(CourseError, match="See to it that there is room"):
            for n in range(size * 100):
                cache.put(f"key{n}", GradedFile(done, os.urandom(9_000)))
    kept = memory.rename(memory.with_name("away"))
    memory.symlink_to(course / "no/such/drive")
    with pytest.raises(CourseError, match="unable to open"):
        Cache(course)
    memory.unlink()
    kept.rename(memory)
    assert run(course).unchanged == 1


def test_a_damaged_cache_is_noticed(course: Path) -> None:
    submit(course, "s0")
    submit(course, "s1")
    run(course)
    memory = course / ".autograder-cache/results.sqlite"
    with sqlite3.connect(memory) as db:
        key, payload = db.execute("SELECT key, payload FROM results LIMIT 1").fetchone()
        damaged = payload[:20] + bytes([payload[20] ^ 1]) + payload[21:]
        db.execute("UPDATE results SET payload = ? WHERE key = ?", (damaged, key))
    db.close()
    assert run(course).graded == 1
    memory.write_bytes(b"no database at all " * 50)
    assert run(course).graded == 2


def test_timeouts_are_not_taken_from_the_cache(course: Path) -> None:
    submit(course, "slow", "TIMEOUT = 1")
    assert run(course).graded == 1
    assert run(course).graded == 1


def test_two_runs_at_once_are_refused(course: Path) -> None:
    submit(course, "s0")
    with Cache(course), pytest.raises(CourseError, match="Another run"):
        run(course)


def test_a_cache_that_cannot_be_opened_is_said(course: Path) -> None:
    (course / FOLDER / "results.sqlite").mkdir(parents=True)
    with pytest.raises(CourseError, match="cannot be used"):
        Cache(course)


def test_what_crosses_in_another_way_is_graded_anew(course: Path) -> None:
    def key(values: tuple) -> str:
        settings = Settings(code=CourseCode(values=values))
        return key_of(**conditions(settings, {}))

    pair = ("shapes:to_plain", "shapes:from_plain")
    assert key(()) != key((("shapes:Circle", pair),)) == key((("shapes:Circle", pair),))


def test_hostile_folders_are_refused_and_the_rest_graded(course: Path) -> None:
    for name in ("-rf", "ünï [red]code[red]", "good", "%(x)s {y}"):
        submit(course, name)
    for name in ("new\nline", "esc\x1b[2J", "x" * 200, "\u202etxt"):
        submit(course, name)
    submitted = course / "submitted"
    (submitted / "link").symlink_to(submitted / "good")
    (submitted / "inner").mkdir()
    (submitted / "inner/a1").symlink_to(submitted / "good/a1")
    os.mkdir(os.fsencode(submitted) + b"/bad\xff")
    os.mkdir(os.fsencode(submitted) + b"/bad\xff/a1")
    (submitted / "stray-file").write_text("x")
    os.mkfifo(submitted / "good/a1/timestamp.txt")
    done = run(course)
    graded = {result.student for result in done.results if result.notebook}
    assert graded == {"-rf", "ünï [red]code[red]", "good", "%(x)s {y}"}
    refused = [result for result in done.results if not result.notebook]
    assert len(refused) == 7
    assert all(result.student.isprintable() and result.needs_human for result in refused)
    assert set(in_gradebook(course)) == graded
    json.dumps([result.to_dict() for result in done.results]).encode()
    page = report_page(done.results)
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_a_folder_that_cannot_be_read_is_not_taken_for_nothing(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("anna", "carl", "dora"):
        submit(course, name)
    run(course)
    closed = {course / "submitted/anna", course / "submitted/carl/a1"}
    listed, asked = os.scandir, os.lstat

    def scandir(place: Path) -> object:
        if Path(place) in closed:
            raise PermissionError(13, "Permission denied", str(place))
        return listed(place)

    def lstat(place: Path) -> object:
        if Path(place).parent in closed:
            raise PermissionError(13, "Permission denied", str(place))
        return asked(place)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "lstat", lstat)
    refused = {result.student: result for result in run(course).results if not result.notebook}
    assert refused.keys() == {"anna", "carl"}
    why = "carl/a1 cannot be read (Permission denied)"
    assert why in refused["carl"].notes[0].text and needs_a_person(refused["anna"])
    assert not gather(load_course(course), "a1").missing
    closed.add(course / "submitted")
    with pytest.raises(CourseError, match=r"submitted cannot be read \(Permission denied\)"):
        run(course)
    closed |= {course / "autograded/dora"}
    with pytest.raises(CourseError, match=r"autograded/dora.* cannot be used: dora cannot be read"):
        write_feedback(load_course(course), "a1")


def report_page(results: list[Result]) -> str:
    """Return the class report of results alone."""
    return ClassReport.of(Collected("a1", {}, list(results))).html(Path("/report.html"))


def test_a_report_says_no_more_than_there_is() -> None:
    def scored(points: float) -> Result:
        return Result(f"s{points:g}", "a1", "a1", (TestResult("t", points, 2, "passed"),))

    nobody, one, four = (report_page([scored(n) for n in range(most)]) for most in (0, 1, 4))
    assert "Nobody yet: nothing was handed in." in nobody
    assert "Answers alike" not in nobody and "Nobody was late" not in nobody
    assert "the one student" in one and "the middle half" not in one
    assert "the middle half" in four


def test_students_who_need_a_person_for_the_same_reason_stand_together() -> None:
    refused = [
        Result(f"s{n}", "a1", "a1", (), notes=(Note("refusal", "no file"),), needs_human=True)
        for n in range(14)
    ]
    page = " ".join(report_page(refused).split())
    assert "14 students: <span>s0</span>, <span>s1</span>" in page
    assert page.count("no file") == 1
    assert "14 submissions need you" in page


def test_names_in_the_page_are_escaped() -> None:
    evil = "<script>alert(1)</script>"
    page = report_page([Result(evil, "a1", "a1", (), notes=(Note("repair", evil),))])
    assert evil not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    "text",
    [
        "2030-01-01 10:00:00 UTC",
        "2030-01-01 10:00:00 7200",
        "2030-01-01 10:00:00.5 Europe/Paris",
        "2030-01-01T10:00:00Z",
        "2030-01-01 10:00",
    ],
)
def test_times_are_read_as_nbgrader_reads_them(text: str) -> None:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # importing nbgrader warns
        from nbgrader.utils import parse_utc as theirs
    assert parse_utc(text) == theirs(text)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2030-07-01 18:00:00.5 CEST", 16),
        ("1 July 2030 18:00:00 CEST", 16),
        ("2030-07-01 18:00:00 CET", 17),
        ("2030-07-01 12:00:00 -0430", 16.5),
        ("2030-07-01 12:00:00 +02:00", 10),
        ("2030-07-01 12:00:00 -03", 15),
        ("2030-07-01 06:00:00 PM", 18),
    ],
)
def test_offsets_and_short_names_of_zones_mean_what_they_say(text: str, hour: float) -> None:
    when = parse_utc(text, "Europe/Vienna")
    assert when.hour + when.minute / 60 == hour


@pytest.mark.parametrize(
    "text",
    [
        *("soon", "2030-99-99", "2030-01-01 10:00:00 /etc/passwd", "9" * 99),
        *("2030-01-01 10:00:00 ABCT", "2030-01-01 10:00:00 +9900"),
    ],
)
def test_no_date_is_said(course: Path, text: str) -> None:
    submit(course, "s0", when=text)
    done = run(course)
    assert "lateness" in done.results[0].notes[0].text
    assert done.graded == 1


def app(
    root: Path, *arguments: str, own_session: bool = False, **environment: str
) -> subprocess.Popen[str]:
    """Start the command line in a course; maybe in a session, as a terminal does."""
    path = os.pathsep.join([str(HERE.parent), str(HERE)])
    return subprocess.Popen(
        [sys.executable, str(HERE / "kit_app.py"), *arguments],
        cwd=root,
        env=os.environ | {"PYTHONPATH": path, "KIT_FAKE": "1"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=own_session,
    )


@pytest.mark.long
def test_killing_a_run_at_any_moment_loses_nothing(course: Path) -> None:
    students = [f"s{n:02}" for n in range(12)]
    for student in students:
        submit(course, student, RIGHT + "\nSLEEP = 1")
    log, chance = course / "kit.log", random.Random(7)
    kills = 0
    for _ in range(5):
        process = app(course, "grade", "a1", "--require", "process")
        time.sleep(chance.uniform(0.5, 2.5))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            kills += 1
        process.communicate()
        for scored in in_gradebook(course).values():
            assert scored == [2.0, 3.0, 0.0]  # no row is half-written
        for path in (course / "autograded").rglob("*.ipynb"):
            json.loads(path.read_bytes())
    process = app(course, "grade", "a1", "--require", "process")
    said, _ = process.communicate(timeout=900)
    assert process.returncode == 0, said
    assert set(in_gradebook(course)) == set(students)
    assert kills >= 2
    # Only what was under way when a run was killed is graded twice: two workers, two jobs each.
    assert len(log.read_text().splitlines()) <= len(students) + kills * 4
    assert not list((course / "autograded").rglob(".autograder-part-*"))


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="no process groups to interrupt")
@pytest.mark.parametrize("later", [0.0, 3.0])
def test_ctrl_c_in_a_terminal_stops_a_run_at_once_and_says_so(course: Path, later: float) -> None:
    for n in range(4):
        submit(course, f"s{n}", RIGHT + "\nHANG = 1")
    process = app(course, "grade", "a1", "--require", "process", own_session=True)
    while not (course / "kit.log").exists():  # the first is being graded
        assert process.poll() is None
        time.sleep(0.05)
    time.sleep(later)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all processes of the run
    said, _ = process.communicate(timeout=200)
    assert process.returncode == 130, said
    assert "Traceback" not in said
    assert "Stopped. What was done is kept" in said


@contextmanager
def cluster() -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    """Start a Dask scheduler and two worker processes."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{probe.getsockname()[1]}"
    path = os.pathsep.join([str(HERE.parent), str(HERE)])
    environment = os.environ | {"PYTHONPATH": path}
    dask = [sys.executable, "-m", "dask"]
    port = address.rpartition(":")[2]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "text": True}
    commands = [[*dask, "scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard"]]
    worker = ["worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny"]
    commands += [[*dask, *worker]] * 2
    processes = [subprocess.Popen(c, env=environment, **quiet) for c in commands]  # type: ignore[call-overload]
    try:
        yield address, processes[1:]
    finally:
        for process in processes:
            process.kill()
            process.wait()


@pytest.mark.slow
def test_a_dask_cluster_grades_alike_and_survives_a_killed_worker(
    course: Path, template: bytes, tmp_path: Path
) -> None:
    pytest.importorskip("distributed")
    other = make_course(tmp_path / "other")
    write(other / "gradebook.db", template)
    for root in (course, other):
        for n in range(20):
            submit(root, f"s{n:02}", (RIGHT if n % 3 else WRONG) + "\nSLEEP = 1")
    local = run(other)
    with cluster() as (address, workers):
        time.sleep(8)
        process = app(
            course,
            "grade",
            "a1",
            "--require",
            "process",
            "--scheduler",
            address,
            "--json",
            "r.json",
        )
        for _ in range(300):
            time.sleep(0.1)
            if (course / ".autograder-cache/results.sqlite").exists():
                time.sleep(1.5)
                break
        workers[0].kill()
        said, _ = process.communicate(timeout=900)
    assert process.returncode == 0, said
    results = [Result.from_dict(data) for data in json.loads((course / "r.json").read_text())]
    assert scores(results) == scores(local.results)
    assert rows(f"sqlite:///{course}/gradebook.db") == rows(f"sqlite:///{other}/gradebook.db")


def test_a_courses_own_packages_are_not_looked_for_among_all_that_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(imports, "_distributions", lambda: {"utils": ["numpy"]})
    numpy = f"numpy=={metadata.version('numpy')}"
    assert imports.versions({"numpy.linalg"}, ["/a/utils"]) == (numpy,)
    assert imports.versions({"utils.check"}, ["/a/utils"]) == ()
    assert imports.versions({"utils.check"}) == (numpy,)


def test_settings_that_are_for_an_assignment_read_its_files_once(course: Path) -> None:
    there = load_course(course)
    (course / "source/a1/data.csv").write_text("1\n")
    settings = settings_for(Settings(), there, "a1")
    assert settings.files.digest
    assert settings_for(settings, there, "a1") is settings

"""Every attack, in the middle of a class: no unearned point, no damage, no trace, and a reason.

The attackers and four honest students are graded in one run for each assignment; each attack is
then judged by what is left. See attack_kit for the form of an attack.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from attack_kit import COURSE_OWN, HERE, HONEST_STUDENTS, IN_THE_LONG_RUN, Attack, attacks
from attack_pages import active_parts, feedback, served
from attack_run import Aftermath, key_of, report_text, shared
from attack_table import README, readme

from autograder.batch.files import store
from autograder.course.folders import Course
from autograder.pages.class_report import ClassReport
from autograder.pages.collected import Collected
from autograder.pages.rendering import inline
from autograder.result import Result
from autograder.sandbox.detection import detect_isolation

MOST_BYTES = 40_000_000  # of one autograded notebook
ALL = attacks()


@pytest.fixture(scope="session")
def chosen(request: pytest.FixtureRequest) -> tuple[Attack, ...]:
    """Return the attacks that this run of pytest asks for; all where it names none."""
    params = (getattr(item, "callspec", None) for item in request.session.items)
    asked = {str(spec.params["attack"]) for spec in params if spec and "attack" in spec.params}
    return tuple(attack for attack in ALL if not asked or str(attack) in asked)


@pytest.fixture(scope="session")
def sandbox(tmp_path_factory: pytest.TempPathFactory, chosen: tuple[Attack, ...]) -> Aftermath:
    """Return what the attacks left behind in the sandbox."""
    if detect_isolation().level != "sandbox":
        pytest.skip(f"no sandbox here: {detect_isolation().remedy}")
    return shared(tmp_path_factory, "sandbox", chosen)


@pytest.fixture(scope="session")
def process(tmp_path_factory: pytest.TempPathFactory, chosen: tuple[Attack, ...]) -> Aftermath:
    """Return what those attacks left behind that the level ``process`` claims to stop."""
    claimed = tuple(attack for attack in chosen if attack.runs_in_process)
    return shared(tmp_path_factory, "process", claimed)


@pytest.fixture(scope="session")
def autograde(tmp_path_factory: pytest.TempPathFactory, chosen: tuple[Attack, ...]) -> Aftermath:
    """Return what the attacks left behind that went through `nbgrader autograde`."""
    if detect_isolation().level != "sandbox":
        pytest.skip(f"no sandbox here: {detect_isolation().remedy}")
    return shared(tmp_path_factory, "sandbox", chosen, "autograde")


def judge(left: Aftermath, attack: Attack) -> None:
    """Assert what must hold after any attack."""
    result = left.of(attack)
    told = report_text(result)
    assert result.score == pytest.approx(attack.get("EARNED", 0.0)), told
    assert re.search(attack.get("REASON"), told, re.IGNORECASE), told
    assert "the grader itself failed" not in told
    name = left.scene.root / "autograded" / attack.student / attack.assignment
    texts = [json.dumps(result.to_dict())]
    for path in name.rglob("*.ipynb"):
        assert path.stat().st_size < MOST_BYTES
        notebook = json.loads(path.read_text("utf-8"))
        texts += [json.dumps(cell.get("outputs", [])) for cell in notebook["cells"]]
    for secret in left.scene.secrets.values():
        assert not any(secret in text for text in texts), f"{secret} leaked"
    assert not any("BREACH" in text for text in texts), told


def when(attack: Attack) -> list[pytest.MarkDecorator]:
    """Return the marks of an attack in the sandbox."""
    if attack.in_every_run:
        return [pytest.mark.long] if attack.in_long_runs else []
    return [pytest.mark.slow]


@pytest.mark.parametrize(
    "attack",
    [pytest.param(a, marks=when(a)) for a in ALL],
    ids=str,
)
def test_sandbox_stops(sandbox: Aftermath, attack: Attack) -> None:
    judge(sandbox, attack)


@pytest.mark.slow
@pytest.mark.parametrize("attack", [a for a in ALL if a.runs_in_process], ids=str)
def test_process_stops(process: Aftermath, attack: Attack) -> None:
    judge(process, attack)


@pytest.mark.slow
@pytest.mark.parametrize("attack", ALL, ids=str)
def test_nbgraders_command_stops(autograde: Aftermath, attack: Attack) -> None:
    judge(autograde, attack)


@pytest.fixture(
    params=[
        "sandbox",
        pytest.param("process", marks=pytest.mark.slow),
        pytest.param("autograde", marks=pytest.mark.slow),
    ],
)
def aftermath(request: pytest.FixtureRequest) -> Iterator[Aftermath]:
    """Yield what each level's run left."""
    yield request.getfixturevalue(request.param)


def test_the_batch_finished_and_honest_students_keep_all_points(aftermath: Aftermath) -> None:
    scene = aftermath.scene
    expected = {(s, a) for s in HONEST_STUDENTS for a in scene.sources}
    expected |= {(attack.student, attack.assignment) for attack in scene.attacks}
    assert {key_of(s, a) for s, a in expected} == set(aftermath.results)
    for student in HONEST_STUDENTS:
        for assignment in scene.sources:
            result = aftermath.results[f"{student}/{assignment}"]
            assert result.score == result.max_score, report_text(result)
            assert result.isolation == aftermath.level
            assert not any("stopped" in note.text for note in result.notes), result.notes


def test_nothing_was_changed_outside(aftermath: Aftermath) -> None:
    assert aftermath.changed == []


def test_no_process_is_left(aftermath: Aftermath) -> None:
    assert aftermath.survivors == []


def test_nobody_came_through_the_network(aftermath: Aftermath) -> None:
    if aftermath.level == "process":
        pytest.skip("this level does not cut the network off, and no such attack was run")
    assert aftermath.visitors == 0


def test_the_gradebook_holds_the_results_and_nothing_else(aftermath: Aftermath) -> None:
    with sqlite3.connect(aftermath.scene.root / "gradebook.db") as db:
        rows = db.execute(
            "SELECT s.student_id, a.name, SUM(g.auto_score) FROM grade g"
            " JOIN submitted_notebook sn ON sn.id = g.notebook_id"
            " JOIN submitted_assignment s ON s.id = sn.assignment_id"
            " JOIN assignment a ON a.id = s.assignment_id GROUP BY s.student_id, a.name"
        ).fetchall()
    db.close()
    found = {f"{student}/{assignment}": score for student, assignment, score in rows}
    unknown = {
        key
        for key, result in aftermath.results.items()
        if any("not in the gradebook" in note.text for note in result.notes)
        or not (aftermath.scene.root / "autograded" / key).is_dir()
    }
    assert found.keys() == aftermath.results.keys() - unknown
    for key, score in found.items():
        # What could not be read has no score, not 0.
        result = aftermath.results[key]
        assert score is not None or result.refusal, key
        assert (score or 0.0) == pytest.approx(result.score), key


def report_of(results: list[Result]) -> str:
    """Return the class report of results alone."""
    return ClassReport.of(Collected("attacks", {}, list(results))).html(Path("/report.html"))


def test_the_page_of_the_report_runs_nothing(aftermath: Aftermath) -> None:
    text = report_of(list(aftermath.results.values()))
    ours = f"<script>{inline('report.js')}</script>"
    assert text.count(ours) == 1
    text = text.replace(ours, "")
    assert not re.search(r"<(script|iframe|img|object|embed|form|base)\b", text, re.I)
    assert not re.search(r"\son\w+\s*=|href=\"(?!#)", re.sub(r">[^<]*<", "><", text))
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)


@pytest.fixture(scope="session")
def pages(sandbox: Aftermath, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the feedback pages of those who forge output, and an honest student's."""
    return feedback(tmp_path_factory, sandbox.scene.root, "e-*")


FORGERS = tuple(attack for attack in ALL if attack.group == "e_forged_output")


@pytest.mark.parametrize("attack", FORGERS, ids=str)
def test_feedback_runs_nothing_of_the_students(pages: dict[str, Path], attack: Attack) -> None:
    honest = active_parts(pages["e-0-honest"])
    forged = active_parts(pages[attack.student])
    assert forged - honest == set(), "a part of the page that can run, link out or load"


@pytest.mark.browser
def test_a_browser_runs_nothing_of_the_students(
    pages: dict[str, Path], sandbox: Aftermath, tmp_path: Path
) -> None:
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    chromium, driver_path = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver_path):
        pytest.skip("chromium or chromedriver is missing")
    report = tmp_path / "report.html"
    report.write_text(report_of(list(sandbox.results.values())))
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
    quiet = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
    here = ("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",)
    for flag in (*flags, *quiet, *here, f"--user-data-dir={tmp_path / 'profile'}"):
        options.add_argument(flag)
    options.page_load_strategy = "eager"
    service = webdriver.ChromeService(driver_path)
    with served([*pages.values(), report]) as addresses:
        browser = webdriver.Chrome(options=options, service=service)
        try:
            titles = set()
            for address in addresses:
                browser.get(address)
                # What waits for a click, a pointer or the focus gets it.
                browser.execute_script(
                    "for (const part of document.querySelectorAll('a, summary, img, input, h1'))"
                    " for (const kind of ['click', 'mouseover', 'focus', 'error'])"
                    "  part.dispatchEvent(new Event(kind, {bubbles: false}))"
                )
                assert browser.execute_script("return window.HACKED") is None, address
                assert browser.execute_script("return window.name") == "", address
                assert browser.current_url == address
                titles.add(browser.title)
            assert len(titles) == len(addresses)
        finally:
            browser.quit()


def test_what_changes_its_kind_between_two_gradings_is_replaced(tmp_path: Path) -> None:
    course = Course(tmp_path, "sqlite://")
    mine = tmp_path / "submitted" / "anna" / "a1"
    for name in ("a", "b/c/d"):
        (mine / name).parent.mkdir(parents=True, exist_ok=True)
        (mine / name).write_text("first")
    store(course, "a1", "anna", mine, {"a1": b"{}"})
    shutil.rmtree(mine)
    for name in ("a/b", "b"):
        (mine / name).parent.mkdir(parents=True, exist_ok=True)
        (mine / name).write_text("second")
    store(course, "a1", "anna", mine, {"a1": b"{}"})
    kept = tmp_path / "autograded" / "anna" / "a1"
    found = {str(f.relative_to(kept)) for f in kept.rglob("*") if f.is_file()}
    assert found == {"a/b", "b", "a1.ipynb"}
    assert (kept / "b").read_text() == "second"


def test_the_table_is_up_to_date() -> None:
    assert README.read_text("utf-8") == readme(), "run: python tests/attacks/attack_table.py"


def test_attack_files_are_complete() -> None:
    assert len(ALL) >= 60
    assert len({(attack.student, attack.assignment) for attack in ALL}) == len(ALL)
    every_run = {str(attack) for attack in ALL if attack.in_every_run}
    for name, stand_in in IN_THE_LONG_RUN.items():
        group, _, own = name.partition("/")
        assert (HERE / group / f"{own}.py").exists() and f"{group}/{stand_in}" in every_run, name
    for attack in ALL:
        assert attack.tries.endswith(".") and attack.must_not.endswith("."), attack
        assert attack.get("REASON"), attack
        assert bool(attack.get("STOPPED_BY")) != bool(attack.get("GAINS")), attack
        assert not attack.get("GAINS") or attack.group == "f_inside", attack
        assert isinstance(attack.get("PROCESS_STOPS"), bool), attack
        assert attack.get("PROCESS_STOPS") or attack.get("PROCESS_WHY"), attack
        assert attack.assignment in (COURSE_OWN, "hand_written", "live_objects", "inside")

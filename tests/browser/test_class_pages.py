"""The pages as people meet them: narrow and wide, light and dark, read aloud or printed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from course_kit import RIGHT, WRONG, make_course, submit, write
from shared import register
from stock import ENGINE
from test_similar import pair_among_thirty

from autograder.batch.options import Options
from autograder.batch.run import grade_assignment
from autograder.course.folders import load_course
from autograder.course.settings import Settings
from autograder.pages.class_report import ClassReport, write_report
from autograder.pages.collected import Collected, gather
from autograder.pages.feedback_files import write_feedback
from autograder.result import Result, TestResult

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
wait = pytest.importorskip("selenium.webdriver.support.wait")
axe = pytest.importorskip("axe_core_python", reason="axe-core-python is not installed")
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium or chromedriver is missing"),
]
FAKE = Settings(isolation="process", stand_in="course_kit:fake_grade_notebook")
AXE = Path(axe.__file__).with_name("axe.min.js").read_text("utf-8")
RUN = (
    "const done = arguments[arguments.length - 1];"
    "axe.run(document, {resultTypes: ['violations']}).then(found => done("
    "found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))))"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a page of each sort: right and wrong answers, and a file that cannot be read."""
    root = make_course(tmp_path_factory.mktemp("pages"), ENGINE)
    register(tmp_path_factory, root, "a1")
    long = "It is $x_1$. " + "verylongwordwithoutanyblank" * 9
    submit(root, "anna", RIGHT, "2030-01-02 10:30:00 UTC", why=long)
    submit(root, "ben", WRONG)
    write(root / "submitted/zoe/a1/a1.ipynb", b'{"cells": [')
    grade_assignment(load_course(root), "a1", Options(FAKE))
    write_feedback(load_course(root), "a1")
    found = {name: root / "feedback" / name / "a1/a1.html" for name in ("anna", "ben", "zoe")}
    report = root / "report.html"
    write_report(ClassReport.of(gather(load_course(root), "a1")), report)
    alike = root / "alike.html"
    write_report(ClassReport.of(pair_among_thirty(), similar=True), alike)
    nobody = root / "nobody.html"
    write_report(ClassReport.of(Collected("a1", {}), similar=True), nobody)
    return {**found, "report": report, "alike": alike, "nobody": nobody}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory):
    """Start a Chromium with a profile of its own."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    profile = f"--user-data-dir={tmp_path_factory.mktemp('profile')}"
    for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", profile):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    driver.set_script_timeout(60)
    yield driver
    driver.quit()


def show(browser, page: Path, width: int, scheme: str) -> None:
    """Open a page in a window of this width, with this colour scheme."""
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get(page.as_uri())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 1400])
def test_pages_are_accessible_and_fit(browser, pages, width: int, scheme: str) -> None:
    for name, page in pages.items():
        show(browser, page, width, scheme)
        browser.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
        wide = browser.execute_script("return document.documentElement.scrollWidth")
        assert wide <= width, name
        browser.execute_script(AXE)
        assert browser.execute_async_script(RUN) == [], name
        assert browser.get_log("browser") == [], name


def test_a_thousand_students_are_sorted_and_found(browser, tmp_path) -> None:
    results = [
        Result(f"s{n:04}", "a1", "a1", (TestResult("t", float(n % 7), 6.0, "failed"),))
        for n in range(1000)
    ]
    page = tmp_path / "report.html"
    write_report(ClassReport.of(Collected("a1", {}, list(results))), page)
    show(browser, page, 1400, "light")
    heads = browser.find_elements("css selector", "#students thead button")
    row = "return document.querySelector('#students tbody tr').textContent"
    browser.execute_script("arguments[0].click()", heads[1])
    assert "s0000" in browser.execute_script(row) and "0 of 6" in browser.execute_script(row)
    browser.execute_script("arguments[0].click()", heads[1])
    assert "s0006" in browser.execute_script(row) and "6 of 6" in browser.execute_script(row)
    sight = "return document.querySelectorAll('#students tbody tr:not([hidden])').length"
    assert browser.execute_script(sight) == 100  # a thousand take their time at each click
    head = "return document.querySelector('#students thead th').getBoundingClientRect().top"
    before = browser.execute_script(head)
    browser.execute_script("document.querySelector('#students .all').scrollTop = 20000")
    assert browser.execute_script(head) == before  # it stays in sight
    wait.WebDriverWait(browser, 60).until(lambda it: it.execute_script(sight) > 100)
    browser.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    assert browser.execute_script(sight) == 1000
    browser.find_element("id", "find").send_keys("s09")
    assert browser.find_element("id", "shown").text == "100 of 1000 students"
    assert browser.get_log("browser") == []

"""The notebooks as a person sees them: JupyterLab in a headless Chromium."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, read_notebook

from exercises import EXERCISES
from exercises.simulated_class import fill_in

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium or chromedriver is missing"),
]
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
SOLVED = """
from exercises import EXERCISES
from utils import answers
for exercise in ("l2-cost", "l2-backward"):
    answers.remember(exercise, (EXERCISES[exercise].reference,), passed=True)
"""
PLAYGROUND = "from utils.playground import playground\nplayground()"
SLIDERS = """
import matplotlib.pyplot as plt
from utils.sliders import DrawnView

def draw(gain, layers):
    _, axes = plt.subplots(1, 3, figsize=(12, 3), layout="constrained")
    for ax in axes:
        ax.plot([0, gain * layers])
    return f"gain {gain:g}, {layers} layers"

DrawnView(draw, {"gain": (1, 2), "layers": (2, 10, 30)}, still=[(1, 2)])
"""
STARTS = """
from exercises import EXERCISES
from utils import answers
from utils.playground import playground
answers.remember("init-zeros", (EXERCISES["init-zeros"].reference,), passed=True)
playground("initialization")
"""
BATCHES = """
from exercises import EXERCISES
from utils import answers
from utils.playground import playground
answers.remember("backward-reg", (EXERCISES["backward-reg"].reference,), passed=True)
playground("mini-batches")
"""
FAILING = """
from utils import answers
from utils.playground import playground

def backward(X, Y, cache, lambd):
    return 1 / 0

answers.remember("l2-cost", (lambda A3, Y, parameters, lambd: 1.0,), passed=True)
answers.remember("l2-backward", (backward,), passed=True)
playground()
"""
MISTAKEN = """
from exercises import EXERCISES
from utils import answers
from utils.data import load_cat_dataset
from utils.playground.mistaken_pictures import picture_playground
answers.remember("deep-l2", (EXERCISES["deep-l2"].reference,), passed=True)
pictures, labels, _, _, classes = load_cat_dataset()
small = pictures.reshape(450, 16, 4, 16, 4, 3).mean(axis=(2, 4))
X = small.reshape(450, -1).T / 255 - 0.5
train, dev = (X[:, :350], labels[:, :350]), (X[:, 350:], labels[:, 350:])
picture_playground(train, dev, pictures[350:], classes)
"""
RELEASE = "02_regularization.ipynb"
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """Start JupyterLab on a folder with a student's notebook and the lesson."""
    folder = tmp_path_factory.mktemp("lab")
    release = read_notebook(ROOT / "release" / "02_regularization" / RELEASE)
    exercise = EXERCISES["l2-cost"]
    wrong = exercise.misconception("L2-HALF").text(exercise.reference)
    (folder / RELEASE).write_text(json.dumps(fill_in(release, {"l2-cost": wrong})))
    shutil.copy(ROOT / "notebooks" / "lesson_2_regularization.ipynb", folder / "lesson.ipynb")
    books = {"playground": (SOLVED, PLAYGROUND), "sliders": (SLIDERS,), "starts": (STARTS,)}
    books |= {"batches": (BATCHES,), "mistaken": (MISTAKEN,), "failing": (FAILING,)}
    for name, sources in books.items():
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        book = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
        nbformat.write(book, folder / f"{name}.ipynb")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1"),
        *(f"--port={port}", "--IdentityProvider.token=", "--LabApp.expose_app_in_browser=True"),
        "--LabApp.news_url=None",
    ]
    # JupyterLab keeps cells out of sight out of the page; here all of them must be in it.
    settings = folder / ".settings" / "@jupyterlab" / "notebook-extension"
    settings.mkdir(parents=True)
    (settings / "tracker.jupyterlab-settings").write_text('{"windowingMode": "none"}')
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(folder / ".config"),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / ".settings"),
    }
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}/lab"
            _wait(lambda: _answers(address), 60, "JupyterLab does not answer")
            yield address
        finally:
            server.terminate()
            server.wait(20)


@pytest.fixture
def browser(tmp_path):
    """Start a Chromium with a profile of its own."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path}", "--window-size=1300,1000"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    driver.set_script_timeout(120)
    yield driver
    driver.quit()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as reply:
            return reply.status == 200
    except OSError:
        return False


def _wait(condition, seconds: float, complaint: str):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := condition():
            return found
        time.sleep(0.3)
    pytest.fail(complaint)


def _open_and_run(browser, address: str, notebook: str) -> None:
    browser.get(f"{address}/tree/{notebook}?reset")
    # Before the kernel is there, the command to run all does nothing, without a word.
    ready = (
        "return !!(window.jupyterapp && document.querySelectorAll('.jp-Notebook .jp-Cell').length"
        " && window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status"
        " === 'idle')"
    )
    _wait(lambda: browser.execute_script(ready), 90, f"{notebook} does not open")
    # It ends at the first cell that fails.
    browser.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "window.jupyterapp.commands.execute('notebook:restart-run-all').catch(e => 0);"
        "setTimeout(() => {"
        "  const accept = document.querySelector('.jp-Dialog .jp-mod-accept');"
        "  if (accept) accept.click(); done(0); }, 3000);"
    )


def _picture(browser, name: str) -> None:
    if folder := os.environ.get("COURSE_PICTURES_DIR"):
        browser.save_screenshot(str(Path(folder, f"lab-{name}.png")))


ERRORS = (
    "return [...document.querySelectorAll('.jp-OutputArea-output[data-mime-type*=stderr]')]"
    ".map(e => e.innerText)"
)


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_a_wrong_answer_is_named_without_a_traceback(lab, browser, theme):
    _open_and_run(browser, lab, RELEASE)
    (shown,) = _wait(lambda: browser.execute_script(ERRORS), 120, "no check failed")
    assert shown.startswith("l2-cost: not yet.\n  cost: expected 1.78648594516, got")
    assert "Likely cause (L2-HALF)" in shown and "Try next:" in shown
    assert "Traceback" not in shown and "utils/check.py" not in shown
    browser.execute_script(
        f"window.jupyterapp.commands.execute('apputils:change-theme', {{theme: '{theme}'}});"
        "document.querySelector('.jp-OutputArea-output[data-mime-type*=stderr]').scrollIntoView()"
    )
    time.sleep(2)
    _picture(browser, f"wrong-{theme.split()[-1].lower()}")


SLIDER = (
    "[...document.querySelectorAll('.jupyter-widgets')].find(e => e.querySelector('[role=slider]'))"
)
STILL = "return document.querySelector('.playground-still p')?.textContent || ''"
BUTTONS = "return [...document.querySelectorAll('.jupyter-widgets button')]"


def _choose(browser, number: int, letter: str) -> None:
    """Choose an answer by keyboard; every question before this one is still open."""
    rows = "return [...document.querySelectorAll('.jp-OutputArea-output .widget-hbox:has(button)')]"
    _wait(lambda: len(browser.execute_script(rows)) >= number, 120, "no buttons appear")
    row = browser.execute_script(rows)[number - 1]
    button = next(b for b in row.find_elements("tag name", "button") if b.text == f"({letter})")
    button.send_keys("\ue007")  # Enter


def test_a_picture_appears_when_its_question_is_answered(lab, browser):
    _open_and_run(browser, lab, "lesson.ipynb")
    _wait(lambda: len(browser.execute_script(BUTTONS)) >= 30, 120, "no buttons appear")
    shown = "return document.querySelectorAll('.jp-OutputArea-output img').length"
    assert browser.execute_script(shown) == 0
    _choose(browser, 1, "a")
    _wait(lambda: browser.execute_script(shown) == 1, 60, "no picture appears")
    text = browser.execute_script("return document.querySelector('.jp-Notebook').innerText")
    assert "You said (a). It is (d): a surprise." in text and "What you saw." in text
    assert "Surprises: 1 of 1 answers. Look again at 1." in text
    assert browser.execute_script(ERRORS) == []
    _picture(browser, "answered")


QUESTIONS = 12  # of lesson 2


def test_a_lesson_goes_by_choices_alone_and_keeps_its_pictures_without_a_kernel(lab, browser):
    _open_and_run(browser, lab, "lesson.ipynb")
    text = "return document.querySelector('.jp-Notebook').innerText"
    _wait(lambda: len(browser.execute_script(BUTTONS)) >= 30, 120, "no buttons appear")
    for answered in range(1, QUESTIONS + 1):
        _choose(browser, 1, "a")  # the first row of buttons that is still there
        _wait(
            lambda answered=answered: f"of {answered} answers" in browser.execute_script(text),
            90,
            f"question {answered} gets no answer",
        )
    assert (
        browser.execute_script(BUTTONS.replace("button')]", "button')].map(b => b.innerText)"))
        == []
    )
    assert browser.execute_script(ERRORS) == []
    browser.execute_async_script(
        "const done = arguments[0], lab = window.jupyterapp;"
        "lab.commands.execute('docmanager:save')"
        ".then(() => lab.shell.currentWidget.sessionContext.shutdown()).then(() => done(0))"
    )
    browser.get(f"{lab}/tree/lesson.ipynb?reset")
    seen = (
        "return [...document.querySelectorAll('.jp-OutputArea-output img')]"
        ".filter(e => e.checkVisibility() && e.naturalWidth > 100).length"
    )
    _wait(lambda: browser.execute_script(seen) >= QUESTIONS, 90, "pictures are lost")
    assert "model not found" not in browser.execute_script(text)
    _picture(browser, "reopened")


def test_the_lessons_slider_moves_without_a_kernel(lab, browser):
    _open_and_run(browser, lab, "lesson.ipynb")
    _choose(browser, 3, "a")
    slider = "return document.querySelector('.jupyter-widgets [role=slider]')"
    _wait(lambda: browser.execute_script(slider), 120, "no slider appears")
    browser.execute_script(f"({SLIDER}).scrollIntoView()")
    time.sleep(1)
    _picture(browser, "slider-before")
    before = browser.execute_script(f"return ({SLIDER}).innerText")
    handle = browser.execute_script(slider)
    handle.click()
    handle.send_keys("\ue014")  # right arrow
    _wait(
        lambda: browser.execute_script(f"return ({SLIDER}).innerText") != before,
        10,
        "the slider does not move",
    )
    _picture(browser, "slider-after")
    assert browser.execute_script(ERRORS) == []


def _visible(what: str, take: str) -> str:
    return (
        f"return [...document.querySelectorAll('.jupyter-widgets {what}')]"
        f".filter(e => e.checkVisibility()).map(e => {take})"
    )


def test_two_sliders_move_and_panels_stack_on_a_narrow_page(lab, browser):
    _open_and_run(browser, lab, "sliders.ipynb")
    told = _visible("p", "e.textContent")
    _wait(lambda: browser.execute_script(told) == ["gain 1, 2 layers"], 120, "no picture")
    gain, layers = browser.find_elements("css selector", ".jupyter-widgets [role=slider]")
    layers.send_keys("\ue014")  # right arrow
    _wait(lambda: browser.execute_script(told) == ["gain 1, 10 layers"], 20, "layers stay")
    gain.send_keys("\ue014")
    _wait(lambda: browser.execute_script(told) == ["gain 2, 10 layers"], 20, "the gain stays")
    left = _visible("img", "Math.round(e.getBoundingClientRect().left)")
    for width, columns in ((1700, 3), (700, 1)):
        browser.set_window_size(width, 1000)
        _wait(
            lambda columns=columns: len(set(browser.execute_script(left))) == columns,
            20,
            f"there are not {columns} columns at {width}",
        )
        _picture(browser, f"panels-{width}")
    assert browser.execute_script(ERRORS) == []


class Player:
    """The playground in the page, as a reader handles it."""

    def __init__(self, browser) -> None:
        self.browser = browser
        _wait(lambda: self.told("drawn"), 120, "the playground draws nothing")

    def js(self, script: str, *arguments):
        return self.browser.execute_script(
            f"const root = document.querySelector('.playground'); {script}", *arguments
        )

    def told(self, name: str) -> int:
        return int(self.js("return root?.dataset[arguments[0]] || 0", name))

    def press(self, name: str) -> None:
        self.js("root.querySelector(`[data-do=${arguments[0]}]`).click()", name)

    def slide(self, name: str, value: float) -> None:
        self.js(
            "const slider = root.querySelector(`[data-name=${arguments[0]}]`);"
            "slider.value = arguments[1];"
            "slider.dispatchEvent(new Event('input', {bubbles: true}))",
            name,
            value,
        )

    def picture(self, name: str) -> str:
        return self.js(f"return root.querySelector('.{name} canvas').toDataURL()")

    def until(self, condition, complaint: str) -> None:
        _wait(condition, 60, complaint)


def test_the_playground_plays_and_stops(lab, browser):
    _open_and_run(browser, lab, "playground.ipynb")
    player = Player(browser)
    first = player.picture("map")
    player.press("play")
    player.until(lambda: player.told("iteration") > 50, "it does not play")
    player.press("play")
    player.until(
        lambda: player.js("return root.querySelector('[data-do=play]').innerText") == "Play",
        "it does not stop",
    )
    player.until(lambda: browser.execute_script(STILL).startswith("Step "), "no picture is kept")
    time.sleep(2)  # what was asked before has been answered
    stopped = player.told("iteration")
    time.sleep(1)
    assert player.told("iteration") == stopped
    assert player.picture("map") != first
    _picture(browser, "playground")


def test_sliders_and_clicks_change_the_picture(lab, browser):
    _open_and_run(browser, lab, "playground.ipynb")
    player = Player(browser)
    locked = (
        "return [...root.querySelectorAll('input:disabled')].map(e => e.parentElement.innerText)"
    )
    (told,) = player.js(locked)
    assert told.startswith("keep_prob") and "opens with exercises 2.3 and 2.4" in told
    network = player.picture("network")
    player.slide("width", 6)
    player.until(lambda: player.picture("network") != network, "a slider changes nothing")
    player.slide("lambd", 7)
    words = "return root.querySelector('.words').innerText"
    player.until(lambda: "with the penalty" in player.js(words), "λ has no effect")
    before = player.told("points")
    board = browser.find_element("css selector", ".playground .map canvas")
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", board)
    board.click()
    player.until(lambda: player.told("points") == before + 1, "a click adds no point")
    player.press("fluke")
    player.until(lambda: player.told("points") == before + 2, "no fluke is added")
    assert player.js("return root.querySelector('.complaint').innerText") == ""
    assert browser.execute_script(ERRORS) == []


def test_what_stops_a_training_stays_to_be_read(lab, browser):
    _open_and_run(browser, lab, "failing.ipynb")
    player = Player(browser)
    player.slide("lambd", 7)
    player.press("play")
    complaint = "return root.querySelector('.complaint').innerText"
    said = "Your backward (exercise 2.2): ZeroDivisionError: division by zero"
    player.until(lambda: player.js(complaint) == said, "nothing says what is wrong")
    time.sleep(2)  # the picture that stays in the notebook is asked for meanwhile
    assert player.js(complaint) == said
    assert player.js("return root.querySelector('[data-do=play]').innerText") == "Play"
    _picture(browser, "failing")


def test_two_hundred_restarts_and_a_notebook_without_its_kernel(lab, browser):
    _open_and_run(browser, lab, "playground.ipynb")
    player = Player(browser)
    player.press("play")
    nodes = player.js("return root.querySelectorAll('*').length")
    for _ in range(200):
        player.press("restart")
    player.press("play")
    player.press("restart")
    player.until(lambda: player.told("iteration") == 0, "it does not restart")
    assert player.js("return root.querySelectorAll('*').length") == nodes
    assert player.js("return document.querySelectorAll('.playground').length") == 1
    player.press("step")
    player.until(lambda: player.told("iteration") == 1, "it does not take a step")
    browser.execute_async_script(
        "const done = arguments[0], lab = window.jupyterapp;"
        "lab.commands.execute('docmanager:save')"
        ".then(() => lab.shell.currentWidget.sessionContext.shutdown()).then(() => done(0))"
    )
    browser.get(f"{lab}/tree/playground.ipynb?reset")
    _wait(lambda: browser.execute_script(STILL).startswith("Step "), 90, "no picture is left")
    seen = "return document.querySelector('.jp-Notebook').innerText"
    assert "model not found" not in browser.execute_script(seen)
    _picture(browser, "playground-without-kernel")


def test_a_start_of_ones_own_is_chosen_in_the_playground(lab, browser):
    _open_and_run(browser, lab, "starts.ipynb")
    player = Player(browser)
    shown = "return [...root.querySelectorAll('[data-name]')].filter(e => e.checkVisibility())"
    names = player.js(f"{shown}.map(e => e.dataset.name)")
    assert "start" in names and not {"lambd", "keep_prob", "spread"} & set(names)
    options = player.js(
        "return [...root.querySelectorAll('[data-name=start] option')]"
        ".map(e => [e.textContent, e.disabled])"
    )
    assert options[1] == ["mine: zeros", False]
    assert options[3] == ["mine: He (opens with exercise 1.4)", True]
    weights = player.picture("weights")
    player.js(
        "const choice = root.querySelector('[data-name=start]'); choice.value = 'zeros';"
        "choice.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    player.until(lambda: player.picture("weights") != weights, "the start changes nothing")
    assert player.js("return root.querySelector('.complaint').innerText") == ""
    _picture(browser, "starts")


def test_momentum_and_batches_are_turned_in_the_playground(lab, browser):
    _open_and_run(browser, lab, "batches.ipynb")
    player = Player(browser)
    player.slide("beta", 3)  # 0.9
    player.slide("batch", 2)  # 4 points
    player.press("play")
    player.until(lambda: player.told("iteration") > 50, "it does not play")
    player.press("play")
    values = "return [...root.querySelectorAll('[data-name]')].filter(e => e.checkVisibility())"
    told = player.js(f"{values}.map(e => e.parentElement.innerText.trim().split('\\n')[0])")
    assert "points in a batch: 4" in told and "momentum β: 0.9" in told
    assert player.js("return root.querySelector('.complaint').innerText") == ""
    time.sleep(1)
    _picture(browser, "batches")


def test_a_press_trains_on_pictures_and_shows_the_mistakes(lab, browser):
    _open_and_run(browser, lab, "mistaken.ipynb")
    told = _visible("p", "e.textContent")
    _wait(lambda: any("Step 0" in text for text in browser.execute_script(told)), 120, "no page")
    train = next(b for b in browser.execute_script(BUTTONS) if b.text == "Train 50 steps")
    for steps in (50, 100):
        train.click()
        _wait(
            lambda steps=steps: any(
                f"Step {steps}," in text for text in browser.execute_script(told)
            ),
            60,
            "it does not train",
        )
    assert browser.execute_script(ERRORS) == []
    _picture(browser, "mistaken")

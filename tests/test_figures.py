"""Figures say in words what they show, and stack where a page is narrow."""

import base64
import io
import re

import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest
from conftest import ROOT
from matplotlib.colors import to_rgb
from matplotlib.text import Text
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from PIL import Image
from traitlets.config.loader import PyFileConfigLoader

from utils.figures import WIDTH, describe, html_of, show
from utils.plots import BLUE, CYCLE, ORANGE, REGIONS, draw_regions


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def sizes(page):
    """Return the width and height of each picture in a page."""
    found = re.findall(r'base64,([^"]+)"', page)
    return [Image.open(io.BytesIO(base64.b64decode(each))).size for each in found]


def row(columns, **looks):
    figure, axes = plt.subplots(1, columns, figsize=(2 * columns, 2), layout="constrained", **looks)
    for number, ax in enumerate(axes, start=1):
        ax.plot([1, 2], label="a line")
        ax.set(title=f"Panel <{number}>", xlabel="step", ylabel="cost")
    return figure, axes


def test_a_figure_says_its_titles_axes_and_lines():
    figure, axes = row(2)
    axes[1].legend()
    figure.suptitle("Both")
    assert describe(figure) == (
        "Both; Panel <1> (cost over step); Panel <2> (cost over step): a line"
    )
    assert describe(plt.figure()) == "a picture"
    assert 'alt="Both; Panel &lt;1&gt; (cost' in html_of(figure)


@pytest.mark.parametrize("columns", [2, 4])
def test_panels_are_pieces_of_the_page_told_once(columns):
    figure, _ = row(columns)
    page = html_of(figure, "In words")
    found = sizes(page)
    assert len(found) == columns
    assert sum(width for width, _ in found) == pytest.approx(2 * 144 * columns, abs=2)
    assert {height for _, height in found} == {288}
    assert page.count('alt="In words"') == 1
    assert page.count('alt=""') == columns - 1


def test_one_panel_or_one_over_two_places_stays_whole():
    figure, _ = plt.subplots(figsize=(2, 2))
    assert sizes(html_of(figure)) == [(288, 288)]
    figure = plt.figure(figsize=(3, 2), layout="constrained")
    grid = figure.add_gridspec(2, 2)
    for place in (grid[0, :], grid[1, 0], grid[1, 1]):
        figure.add_subplot(place)
    assert sizes(html_of(figure)) == [(432, 288)]


def test_a_colour_bar_stays_with_its_panel():
    figure, axes = row(3)
    figure.colorbar(axes[1].pcolormesh([[1, 2]]), ax=axes[1])
    found = sizes(html_of(figure))
    assert len(found) == 3 and sum(width for width, _ in found) == 3 * 288


def test_a_grid_is_cut_into_its_rows_and_its_title_stands_above():
    figure, axes = plt.subplots(2, 3, figsize=(6, 4), layout="constrained", facecolor="white")
    for ax in axes.flat:
        ax.set(title="a panel", xlabel="step")
    figure.suptitle("All <six>")
    page = html_of(figure)
    assert "<b>All &lt;six&gt;</b>" in page and page.count("flex-wrap") == 2
    found = sizes(page)
    assert len(found) == 6
    assert sum(width * height for width, height in found) == 864 * 576
    # No piece cuts through anything: its edges are white.
    for each in re.findall(r'base64,([^"]+)"', page):
        pixels = np.asarray(Image.open(io.BytesIO(base64.b64decode(each))).convert("L"))
        for edge in (pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]):
            assert edge.min() == 255


def test_an_empty_panel_is_no_piece_of_the_page():
    figure, axes = row(3)
    axes[2].clear()
    axes[2].set_axis_off()
    assert len(sizes(html_of(figure))) == 2
    axes[2].text(0.5, 0.5, "words")
    assert len(sizes(html_of(figure))) == 3


def test_no_letters_are_too_small_for_a_narrow_page():
    figure, axes = row(2)
    axes[0].legend(fontsize=5)
    axes[1].text(1, 1, "a note", fontsize="small")
    page = html_of(figure)
    letters = min(text.get_fontsize() for text in figure.findobj(Text)) / 72 * WIDTH
    widths = re.findall(r'width="(\d+)" style="flex: 1 1 (\d+)px', page)
    assert len(widths) == 2
    for width, least in widths:
        assert letters * int(least) / int(width) > 8.9


@pytest.mark.parametrize(("title", "above"), [("What <to> see", True), ("$w_2$ fades", False)])
def test_the_title_of_one_panel_stands_above_where_no_narrow_page_cuts_it_off(title, above):
    figure, ax = plt.subplots(figsize=(2, 2))
    ax.set_title(title)
    page = html_of(figure)
    assert page.startswith('<div class="figure">')
    assert ("<b>What &lt;to&gt; see</b>" in page) == above == (not ax.get_title())
    assert f'alt="{describe(figure)}' in page or above
    assert 'alt="What &lt;to&gt; see"' in page or not above


def test_formulas_are_told_as_one_says_them():
    figure, ax = plt.subplots()
    ax.set(title=r"Weights times $1/\sqrt{n}$", xlabel="$w_1$", ylabel="$x^{2}$")
    assert describe(figure) == "Weights times 1/√n (x^2 over w1)"


def test_show_displays_each_figure_with_its_words(monkeypatch):
    import IPython
    import IPython.display

    shown = []
    monkeypatch.setattr(IPython, "get_ipython", object)
    monkeypatch.setattr(IPython.display, "display", shown.append)
    for title in ("One", "Two"):
        plt.figure(figsize=(1, 1)).gca().set_title(title)
    show()
    assert [re.search('alt="(.*?)"', each.data)[1] for each in shown] == ["One", "Two"]
    assert not plt.get_fignums()


def test_outside_a_notebook_show_is_that_of_matplotlib(monkeypatch):
    called = []
    monkeypatch.setattr(plt, "show", lambda: called.append(1))
    show()
    assert called == [1]


def contrast(one, other):
    """Return the contrast of two colours, as WCAG counts it."""
    lightness = []
    for colour in (one, other):
        parts = np.array(to_rgb(colour))
        linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
        lightness.append(linear @ [0.2126, 0.7152, 0.0722] + 0.05)
    return max(lightness) / min(lightness)


def test_colours_stand_out_from_white_and_from_both_regions():
    assert contrast("black", "white") == pytest.approx(21)
    for colour in CYCLE:
        assert contrast(colour, "white") >= 3
    for colour in (BLUE, ORANGE):
        for region in REGIONS.colors:
            assert contrast(colour, region) >= 3


def test_regions_differ_without_colour():
    figure, ax = plt.subplots(figsize=(2, 2))
    draw_regions(ax, np.arange(3.0), np.arange(3.0), np.array([[0.0, 0, 1]] * 3))
    hatched = [list(part.hatches) for part in ax.collections if hasattr(part, "hatches")]
    assert hatched[0] == ["//"]
    figure.canvas.draw()


def test_a_page_runs_trainings_and_leaves_out_the_code_of_folded_answers():
    config = PyFileConfigLoader("nbconvert_config.py", path=str(ROOT)).load_config()
    code = nbformat.v4.new_code_cell
    answer = code("see = 1 + 1", metadata={"jupyter": {"source_hidden": True}})
    answer.outputs = [nbformat.v4.new_output("stream", text="what is seen")]
    notebook = nbformat.v4.new_notebook(cells=[code("shown = 3"), answer])
    page, _ = HTMLExporter(config=config).from_notebook_node(notebook)
    assert "what is seen" in page and "shown" in page
    assert 'class="n">see<' not in page and 'class="n">shown<' in page
    skipped = config.ExecutePreprocessor.skip_cells_with_tag
    assert skipped != NotebookClient.skip_cells_with_tag.default_value
    source = (ROOT / "source/02_regularization.py").read_text(encoding="utf-8")
    assert f'"{skipped}"' not in source and "skip-execution" in source

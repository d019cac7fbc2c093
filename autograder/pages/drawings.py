"""Pictures drawn as SVG: a score's bar, and an array expected, got and subtracted."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence

from markupsafe import Markup

from autograder.result import Difference

_SIZE = 14  # of a field, in pixels
_MAX_SIDE = 24  # rows or columns that are drawn
Rows = Sequence[Sequence[float | None]]


def bar(share: float) -> Markup:
    """Return a bar that is filled by a share; what it says stands beside it as text."""
    width = 100 * min(max(share, 0.0), 1.0)
    return Markup(
        '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="track" width="100" height="4"></rect>'
        f'<rect class="fill" width="{width:.1f}" height="4"></rect></svg>'
    )


def histogram(counts: Sequence[int], marks: Sequence[float] = ()) -> Markup:
    """Return a histogram of shares in tenths, perhaps with the quartiles below; described in words.

    Parameters
    ----------
    counts : sequence of int
        How many students have a share in each tenth.
    marks : sequence of float
        The three quartiles, as shares; without, none are drawn.
    """
    top = max([*counts, 1])
    parts = []
    for place, count in enumerate(counts):
        height = 110 * count / top
        x = 10 + 58 * place
        parts.append(
            f'<rect class="fill" x="{x}" y="{130 - height:.1f}" width="54" height="{height:.1f}">'
            f'</rect><text x="{x + 27}" y="{124 - height:.1f}" text-anchor="middle">{count or ""}'
            "</text>"
        )
    ticks = "".join(
        f'<text class="soft" x="{10 + 580 * tenth / 10}" y="164" text-anchor="middle">'
        f"{10 * tenth} %</text>"
        for tenth in range(0, 11, 2)
    )
    box = ""
    if marks:
        low, middle, high = (10 + 580 * mark for mark in marks)
        box = (
            f'<rect class="box" x="{low:.1f}" y="135" width="{max(high - low, 2):.1f}" height="8">'
            f'</rect><rect class="middle" x="{middle - 2:.1f}" y="133" width="4" height="12">'
            "</rect>"
        )
    said = ", ".join(
        f"{count} from {10 * place} to {10 * place + 10} %"
        for place, count in enumerate(counts)
        if count
    )
    return Markup(
        f'<svg class="histogram" viewBox="-12 0 640 172" role="img" '
        f'aria-label="Students by share of the points: {said or "none"}">'
        f'{"".join(parts)}<path class="axis" d="M10 130.5h580"></path>{box}{ticks}</svg>'
    )


def shares(parts: Sequence[tuple[str, float]]) -> Markup:
    """Return a bar in several colours, one for each status; what it says stands beside it."""
    x, drawn = 0.0, []
    for status, share in parts:
        if share > 0:
            drawn.append(
                f'<rect class="is-{status}" x="{x:.2f}" width="{100 * share:.2f}" height="8">'
                "</rect>"
            )
        x += 100 * share
    return Markup(
        '<svg class="shares" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        f"{''.join(drawn)}</svg>"
    )


def difference_picture(difference: Difference) -> Markup:
    """Return three small maps of an array, with the same in words.

    The first two share a scale. In all of them blue is below zero, orange above, and the further
    from zero the darker; a cross is no number.
    """
    expected, got = difference.expected, difference.got
    same_shape = [len(row) for row in expected] == [len(row) for row in got]
    span = max(_largest(expected), _largest(got))
    maps = [("expected", expected, span), ("got", got, span)]
    said = f"shape {_shape(expected)} expected, {_shape(got)} got"
    if same_shape:
        apart = [
            [None if a is None or b is None else b - a for a, b in zip(*rows, strict=True)]
            for rows in zip(expected, got, strict=True)
        ]
        maps.append(("got minus expected", apart, _largest(apart)))
        flat = [value for row in apart for value in row]
        wrong = sum(value is None or abs(value) > 1e-8 + 1e-6 * span for value in flat)
        said = f"{wrong} of {len(flat)} entries differ, by {_largest(apart):.3g} at most"
    drawn = "".join(
        f"<figure><figcaption>{name}</figcaption>{_map(rows, scale)}</figure>"
        for name, rows, scale in maps
    )
    name = html.escape(difference.name)
    return Markup(
        f'<div class="maps"><p><b>{name}</b>: {said}. Blue is below zero, orange above.</p>'
        f'<div class="row">{drawn}</div></div>'
    )


def _shape(rows: Rows) -> str:
    return f"({len(rows)}, {len(rows[0])})" if rows else "(0,)"


def _largest(rows: Rows) -> float:
    return max((abs(value) for row in rows for value in row if value is not None), default=0.0)


def _map(rows: Rows, span: float) -> str:
    shown = [row[:_MAX_SIDE] for row in rows[:_MAX_SIDE]]
    width = _SIZE * max(map(len, shown), default=1)
    height = _SIZE * len(shown)
    fields = "".join(
        _field(value, span, column * _SIZE, line * _SIZE)
        for line, row in enumerate(shown)
        for column, value in enumerate(row)
    )
    return (
        f'<svg class="map" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'aria-hidden="true">{fields}</svg>'
    )


def _field(value: float | None, span: float, x: int, y: int) -> str:
    place = f'x="{x + 0.5}" y="{y + 0.5}" width="{_SIZE - 1}" height="{_SIZE - 1}"'
    if value is None:
        lines = f"M{x + 3} {y + 3}l8 8m0-8l-8 8"
        return f'<rect class="zero" {place}></rect><path class="cross" d="{lines}"></path>'
    depth = math.sqrt(abs(value) / span) if span else 0.0
    if depth < 0.02:
        return f'<rect class="zero" {place}></rect>'
    kind = "above" if value > 0 else "below"
    return (
        f'<rect class="zero" {place}></rect>'
        f'<rect class="{kind}" {place} fill-opacity="{0.15 + 0.85 * depth:.2f}"></rect>'
    )

"""What an answer holds is found wherever it hides."""

from __future__ import annotations

from collections import deque
from fractions import Fraction
from types import SimpleNamespace

import numpy as np
import pytest

from autograder.examiner import contents


@pytest.mark.parametrize("place", range(12))
def test_a_live_object_is_found_among_values_that_are_made_plain_for_the_search(
    monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    live = object()
    handle = SimpleNamespace(kind=None, benign=False)
    monkeypatch.setattr(contents, "handle_of", lambda value: handle if value is live else None)
    # Each queue's plain list exists for the search only: its address may serve the next one, too.
    queues = [deque([Fraction(n), [n]]) for n in range(12)]
    assert contents.holds_live(queues) is None
    queues[place].append([[live]])
    assert contents.holds_live(queues) is handle


LIVE = object()
OBJECTS = np.array([LIVE], object)


@pytest.mark.parametrize(
    "value",
    [
        slice(1, LIVE),
        np.array([(1, LIVE)], [("n", "i4"), ("thing", object)]),
        np.array([(1, LIVE)], [("n", "i4"), ("thing", object)]).view(np.recarray),
        np.ma.MaskedArray(OBJECTS, mask=True),
        np.ma.MaskedArray(np.array([1], object), fill_value=LIVE),
    ],
    ids=("slice", "fields", "records", "masked", "filling"),
)
def test_a_live_object_is_found_in_fields_in_slices_and_under_masks(
    monkeypatch: pytest.MonkeyPatch, value: object
) -> None:
    handle = SimpleNamespace(kind=None, benign=False)
    monkeypatch.setattr(contents, "handle_of", lambda each: handle if each is LIVE else None)
    assert contents.holds_live(value) is handle

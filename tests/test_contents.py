"""What an answer holds is found wherever it hides."""

from __future__ import annotations

from collections import deque
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from autograder.examiner import contents
from autograder.examiner.failures import EmptyAnswer, StudentError, as_error
from autograder.examiner.ungradable import Ungradable
from autograder.guest.codec import ClassInfo


@pytest.mark.parametrize("place", range(12))
def test_a_live_object_is_found_among_values_that_are_made_plain_for_the_search(
    monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    live = object()
    handle = SimpleNamespace(kind=ClassInfo(0, "Car", "__main__"))
    monkeypatch.setattr(contents, "handle_of", lambda value: handle if value is live else None)
    # Each queue's plain list exists for the search only: its address may serve the next one, too.
    queues = [deque([Fraction(n), [n]]) for n in range(12)]
    assert list(contents.live_parts(queues)) == []
    queues[place].append([[live]])
    assert list(contents.live_parts(queues)) == [live]


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
    handle = SimpleNamespace(kind=ClassInfo(0, "Car", "__main__"))
    monkeypatch.setattr(contents, "handle_of", lambda each: handle if each is LIVE else None)
    assert list(contents.live_parts(value)) == [LIVE]


@pytest.mark.parametrize(
    "use",
    [
        *(lambda x: np.allclose(x, 2), lambda x: [*zip(x, [1], strict=False)], lambda x: not x),
        *(lambda x: abs(x - 2) < 1, lambda x: x < 2, lambda x: x(), lambda x: x.size, len, list),
        *(lambda x: np.ones(2) == np.asarray(x), lambda x: 1 in x, lambda x: x[0], float, sum),
    ],
)
def test_an_answer_that_cannot_be_graded_equals_nothing_and_does_nothing(use: Any) -> None:
    answer = Ungradable(as_error(EmptyAnswer("It is empty.")))
    assert answer != [] and answer not in ([2], None, 2)
    with pytest.raises(StudentError, match="It is empty"):
        use(answer)

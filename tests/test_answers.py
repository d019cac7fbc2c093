"""Invented answers: no wrong one earns full points, no right one is refused."""

import pytest
from answer_kit import corpus, measure

FULL: dict[str, str] = {}
"""Wrong answers that earn full points, as yet: "exercise slug", and why."""
REFUSED: dict[str, str] = {
    "symmetry list": "the docstring asks for an array, and the check says so",
}
"""Right answers that lose points: "exercise slug", and why."""


def verdicts(answers):
    outcomes = list(measure(answers))
    found = {"full": set(), "refused": set()}
    for outcome in outcomes:
        if outcome.kind in found:
            found[outcome.kind].add(f"{outcome.answer.exercise} {outcome.answer.slug}")
    return found


def test_every_exercise_has_answers(root):
    answers = corpus()
    assert len(answers) == 33
    for name, blocks in answers.items():
        slugs = [(block.right, block.slug) for block in blocks]
        assert len(set(slugs)) == len(slugs), name
        assert sum(right for right, _ in slugs) >= 4, name
        assert sum(not right for right, _ in slugs) >= 16, name
        assert all(block.right or block.marked for block in blocks), name


@pytest.mark.slow
def test_a_sample_of_answers():
    sample = {}
    for name, blocks in corpus().items():
        wrong, right = ([b for b in blocks if b.right == side] for side in (False, True))
        sample[name] = [wrong[len(name) % len(wrong)], right[len(name) % len(right)]]
    found = verdicts(sample)
    assert found["full"] <= set(FULL)
    assert found["refused"] <= set(REFUSED)


@pytest.mark.slow
def test_no_wrong_answer_earns_all_and_no_right_one_is_refused():
    found = verdicts(corpus())
    assert found["full"] - set(FULL) == set()
    assert found["refused"] - set(REFUSED) == set()
    # What is closed comes off the lists.
    assert set(FULL) - found["full"] == set()
    assert set(REFUSED) - found["refused"] == set()

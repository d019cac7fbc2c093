"""Fair masks from another stretch of random numbers: told as that, and right."""

import pytest

from exercises import EXERCISES, examine
from exercises.exercise import edited, functions_of, source_text
from exercises.visible import visible_check
from utils.check import CheckFailed, check

DRAWS = {
    "dropout-forward": [
        (f"rng.random(A{i}.shape) < keep_prob", f"{{}}(A{i}.shape, keep_prob)") for i in (1, 2)
    ],
    "make-mask": [("(numbers < p[layer])", "{}((len(x), units), p[layer])")],
    "deep-dropout": [("rng.random(A.shape) < keep_prob", "{}(A.shape, keep_prob)")],
}
WAYS = {
    "complement": "(lambda shape, p: 1 - rng.random(shape) <= p)",
    "tail": "(lambda shape, p: rng.random(shape) > 1 - p)",
    "binomial": "(lambda shape, p: rng.binomial(1, p, shape) > 0)",
    "choice": "(lambda shape, p: rng.choice([False, True], size=shape, p=[1 - p, p]))",
    "bernoulli": "(lambda shape, p: rng.choice([0, 1], shape, p=(1 - p, p)) == 1)",
    "wider": "(lambda shape, p: rng.uniform(0, 10, size=shape) < 10 * p)",
    "symmetric": "(lambda shape, p: rng.uniform(-1, 1, shape) < 2 * p - 1)",
    "transposed": "(lambda shape, p: rng.random(shape[::-1]).T < p)",
    "one by one": "(lambda shape, p: np.array("
    "[[rng.random() for _ in range(shape[1])] for _ in range(shape[0])])[::-1] < p)",
    "exponential": "(lambda shape, p: np.exp(-rng.exponential(size=shape)) < p)",
    "too many": "(lambda shape, p: rng.random((2, *shape))[1] < p)",
}


def drawn(exercise, way):
    edits = tuple((right, other.format(WAYS[way])) for right, other in DRAWS[exercise.id])
    return exercise.compile(edited(source_text(exercise.reference), edits), way)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", DRAWS)
def test_other_fair_draws_are_told_and_earn_the_hidden_half(name, way):
    exercise = EXERCISES[name]
    function, cell = drawn(exercise, way), visible_check(name)
    try:
        check(name, functions_of(function), cell.answer, cell.expected)
    except CheckFailed as failure:
        # A line may be broken anywhere.
        assert "as many units are on as should be" in " ".join(str(failure).split())
        assert failure.hint is None
    else:
        assert way in ("binomial", "wider", "symmetric")  # may be the very same draws
    for seed in range(10):
        examine(name, function, seed=seed)

"""Exercises ``dictionary-to-vector`` and ``vector-to-dictionary``: parameters as one column."""

from __future__ import annotations

from typing import Any

import numpy as np

from exercises.examination import matches_reference
from exercises.exercise import (
    Case,
    Complaint,
    Exercise,
    Misconception,
    Outputs,
    Trial,
    WrongForm,
)
from utils.compare import RTOL
from utils.networks import Array
from utils.testcases import gradient_checking as testcases


def dictionary_to_vector(parameters):
    columns = []
    for values in parameters.values():
        columns.append(np.reshape(values, (-1, 1)))
    theta = np.concatenate(columns, axis=0)
    return theta


def vector_of_all_entries(parameters):
    entries = [entry for values in parameters.values() for row in values for entry in row]
    return np.array(entries)[:, np.newaxis]


def vector_by_layers(parameters):
    theta = np.zeros((0, 1))
    for layer in range(1, len(parameters) // 2 + 1):
        for kind in ("W", "b"):
            column = parameters[f"{kind}{layer}"].flatten()[:, None]
            theta = np.vstack((theta, column))
    return theta


def vector_to_dictionary(theta, shapes):
    parameters = {}
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start : start + size].reshape(shape)
        start = start + size
    return parameters


def blocks_by_split(theta, shapes):
    ends = np.cumsum([np.prod(shape) for shape in shapes.values()])
    pieces = np.split(np.ravel(theta), ends[:-1])
    return {
        name: piece.reshape(shape)
        for (name, shape), piece in zip(shapes.items(), pieces)  # noqa: B905
    }


def blocks_by_eating(theta, shapes):
    left = list(theta[:, 0])
    parameters = {}
    for name in shapes:
        rows, columns = shapes[name]
        block = np.empty((rows, columns))
        for row in range(rows):
            for column in range(columns):
                block[row, column] = left.pop(0)
        parameters[name] = block
    return parameters


def random_parameters(rng: np.random.Generator) -> dict[str, Array]:
    """Draw a network of two, five or six layers: as many as no example has."""
    layers = int(rng.choice([2, 5, 6]))
    # No matrix is square, so that a transposed block has another shape.
    sizes = [int(n) for n in rng.permutation(np.arange(2, 9))[:layers]] + [1]
    parameters = {}
    for layer in range(1, layers + 1):
        n_out, n_in = sizes[layer], sizes[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n_out, n_in))
        parameters[f"b{layer}"] = rng.standard_normal((n_out, 1))
    return parameters


def vector_inputs(rng: np.random.Generator) -> Case:
    """Draw a network's parameters."""
    return {"parameters": random_parameters(rng)}


def vector_visible() -> Case:
    """Make the arguments of the visible check."""
    return {"parameters": testcases.dictionary_to_vector_test_case()}


def vector_outputs(result: Any) -> Outputs:
    """Name the one output."""
    return {"theta": result}


def dictionary_inputs(rng: np.random.Generator) -> Case:
    """Draw a vector and the shapes of the blocks that it holds."""
    parameters = random_parameters(rng)
    shapes = {name: values.shape for name, values in parameters.items()}
    return {"theta": dictionary_to_vector(parameters), "shapes": shapes}


def dictionary_visible() -> Case:
    """Make the arguments of the visible check."""
    theta, shapes = testcases.vector_to_dictionary_test_case()
    return {"theta": theta, "shapes": shapes}


def dictionary_outputs(result: Any) -> Outputs:
    """Name the blocks."""
    if not isinstance(result, dict):
        raise WrongForm(f"expected a dictionary of arrays, got {type(result).__name__}")
    return dict(result)


def holds_every_number_once(trial: Trial) -> Complaint | None:
    """Check that the vector holds the parameters' numbers, whatever their order."""
    theta = np.sort(np.ravel(trial.outputs["theta"]))
    numbers = [values.ravel() for values in trial.case["parameters"].values()]
    wanted = np.sort(np.concatenate(numbers))
    if theta.size != wanted.size:
        return Complaint(f"theta holds {theta.size} numbers, the parameters {wanted.size}")
    if not np.allclose(theta, wanted, rtol=RTOL):
        return Complaint("theta does not hold each number of the parameters once")
    return None


def holds_no_other_blocks(trial: Trial) -> Complaint | None:
    """Check that nothing but the blocks comes back."""
    if extra := [str(name) for name in trial.outputs if name not in trial.case["shapes"]]:
        return Complaint(f"{', '.join(extra[:5])} stand in no entry of shapes")
    return None


ALL_BLOCKS = "parameters.values()"

DICTIONARY_TO_VECTOR = Exercise(
    id="dictionary-to-vector",
    reference=dictionary_to_vector,
    inputs=vector_inputs,
    outputs=vector_outputs,
    visible=vector_visible,
    compared=("theta",),
    properties=(matches_reference, holds_every_number_once),
    alternatives=(vector_of_all_entries, vector_by_layers),
    misconceptions=(
        Misconception(
            "D2V-ROW",
            "theta is one row: its shape is (1, n).",
            "a column has shape (n, 1): reshape each block with (-1, 1) and stack downwards.",
            (("return theta", "return theta.T"),),
        ),
        Misconception(
            "D2V-FLAT",
            "theta has one axis only: its shape is (n,).",
            "a column has two axes, (n, 1): use reshape(-1, 1) where you flatten.",
            (("return theta", "return theta[:, 0]"),),
        ),
        Misconception(
            "D2V-BY-COLUMNS",
            "the blocks are read column by column: they were transposed, or order='F' was used.",
            "read each block row by row, as reshape does by itself.",
            (("np.reshape(values, (-1, 1))", "np.reshape(values.T, (-1, 1))"),),
        ),
        Misconception(
            "D2V-HARD-CODED",
            "only W1, b1 up to W3, b3 are taken, and this network has another number of layers.",
            "take all entries of the dictionary, however many layers there are.",
            ((ALL_BLOCKS,
              '[parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3")]'),),
        ),
        Misconception(
            "D2V-SORTED",
            "all weights come first and then all biases: names were sorted, or taken by kind.",
            "keep the dictionary's own order: W1, b1, W2, b2, ...",
            ((ALL_BLOCKS, "[parameters[name] for name in sorted(parameters)]"),),
        ),
        Misconception(
            "D2V-NO-BIASES",
            "the biases are left out.",
            "every entry of the dictionary belongs in theta, b1 as well as W1.",
            ((ALL_BLOCKS, '[v for name, v in parameters.items() if name.startswith("W")]'),),
        ),
        Misconception(
            "D2V-LAST-ONLY",
            "only the last block is left: each round of the loop starts theta anew.",
            "append to what is there already; join once, after the loop.",
            (("columns.append(np.reshape(values, (-1, 1)))",
              "columns = [np.reshape(values, (-1, 1))]"),),
        ),
        Misconception(
            "D2V-FIRST-ONLY",
            "only the first block is there: the loop ends in its first round, by return or break.",
            "take it out of the loop; the given return at the end is enough.",
            (("    theta = np.concatenate(columns, axis=0)\n    return theta",
              "        theta = np.concatenate(columns, axis=0)\n        return theta"),),
        ),
        Misconception(
            "D2V-NOT-FLATTENED",
            "blocks of different shapes are joined as they are.",
            "make each block a column first: reshape(-1, 1).",
            (("np.reshape(values, (-1, 1))", "values"),),
            raises=True,
            line="concatenate|stack",
        ),
    ),
)  # fmt: skip


CUT = "theta[start : start + size].reshape(shape)"

VECTOR_TO_DICTIONARY = Exercise(
    id="vector-to-dictionary",
    reference=vector_to_dictionary,
    inputs=dictionary_inputs,
    outputs=dictionary_outputs,
    visible=dictionary_visible,
    compared=tuple(dictionary_visible()["shapes"]),
    properties=(matches_reference, holds_no_other_blocks),
    alternatives=(blocks_by_split, blocks_by_eating),
    misconceptions=(
        Misconception(
            "V2D-ALWAYS-FROM-0",
            "every block is cut from the beginning of theta.",
            "remember where the last block ended, and begin the next one there.",
            (("        start = start + size\n", ""),),
        ),
        Misconception(
            "V2D-ROWS",
            "the place moves on by the block's rows, not by its numbers.",
            "a block of shape (2, 3) takes 6 numbers: move on by rows times columns.",
            (("start = start + size", "start = start + shape[0]"),),
        ),
        Misconception(
            "V2D-ONE-LATE",
            "from block to block, the beginning moves on one number too far.",
            "theta[0:6] ends before place 6, so the next block begins at 6, not at 7.",
            (("start = start + size", "start = start + size + 1"),),
            raises=True,
            line="reshape",
        ),
        Misconception(
            "V2D-SUM",
            "a block's size is taken as rows plus columns.",
            "a block of shape (2, 3) holds 2 times 3 numbers.",
            (("shape[0] * shape[1]", "shape[0] + shape[1]"),),
            raises=True,
            line="reshape",
        ),
        Misconception(
            "V2D-AXES",
            "a block's size is taken as 2, the number of its axes.",
            "a block of shape (2, 3) holds 2 times 3 numbers: multiply the two sizes.",
            (("shape[0] * shape[1]", "len(shape)"),),
            raises=True,
            line="reshape",
        ),
        Misconception(
            "V2D-NOT-RESHAPED",
            "the blocks are columns still: they do not have the shapes that are asked for.",
            "call .reshape(shape) on each piece.",
            ((".reshape(shape)", ""),),
        ),
        Misconception(
            "V2D-SWAPPED",
            "rows and columns of each block are swapped.",
            "reshape to the shape as it is: (rows, columns).",
            ((".reshape(shape)", ".reshape(shape[::-1])"),),
        ),
        Misconception(
            "V2D-BY-COLUMNS",
            "the blocks are filled column by column.",
            "fill row by row, as reshape does by itself, so that it undoes dictionary_to_vector.",
            ((".reshape(shape)", ".reshape(shape[::-1]).T"),),
        ),
        Misconception(
            "V2D-SORTED",
            "the blocks are cut in alphabetical order, all weights first.",
            "go through shapes in its own order: W1, b1, W2, b2, ...",
            (("shapes.items()", "sorted(shapes.items())"),),
        ),
        Misconception(
            "V2D-HARD-CODED",
            "the sizes of one particular network are built in.",
            "take every size from shapes.",
            (("size = shape[0] * shape[1]",
              'size = {"W1": 20, "b1": 5, "W2": 15, "b2": 3, "W3": 3, "b3": 1}[name]'),),
            raises=True,
            line="reshape",
        ),
        Misconception(
            "V2D-FROM-THE-END",
            "the blocks are cut from the end of theta backwards.",
            "the first entry of shapes is the first block of theta: begin at 0.",
            ((CUT, "theta[len(theta) - start - size : len(theta) - start].reshape(shape)"),),
        ),
    ),
)  # fmt: skip

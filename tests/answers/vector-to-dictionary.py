# %% wrong start-not-moved: the beginning does not move
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape)  # <-- after
    ### END CODE HERE ###
    return parameters


# %% wrong start-equals-size: the beginning set to the size
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape)
        start = size  # <-- here
    ### END CODE HERE ###
    return parameters


# %% wrong plus-one: one number skipped between blocks
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape)
        start = start + size + 1  # <-- here
    ### END CODE HERE ###
    return parameters


# %% wrong start-one: counting from 1
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 1  # <-- here
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape)
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong minus-one: one number short
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size - 1].reshape(shape)  # <-- here
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong rows-only: moved on by the rows only
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape)
        start = start + shape[0]  # <-- here
    ### END CODE HERE ###
    return parameters


# %% wrong size-added: sizes added instead of multiplied
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] + shape[1]  # <-- here
        parameters[name] = theta[start:start + size].reshape(shape)
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong to-size: cut from start to size
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:size].reshape(shape)  # <-- here
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong swapped: rows and columns swapped
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape[1], shape[0])  # <-- here
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong fortran: column by column
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape, order="F")  # <-- here
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong transposed: swapped and transposed
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape[::-1]).T  # <-- here
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong no-reshape: not reshaped
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size]  # <-- here
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong not-stored: cut into a variable of its own
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        block = theta[start:start + size].reshape(shape)  # <-- here
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong same-key: stored under the word name
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters["name"] = theta[start:start + size].reshape(shape)  # <-- here
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong start-in-loop: the beginning set back in each round
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}  # <-- after
    ### START CODE HERE ### (about 4 lines)
    for name, shape in shapes.items():
        start = 0  # <-- here
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape)
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong return-in-loop: return indented into the loop
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape)
        start = start + size
    ### END CODE HERE ###
        return parameters  # <-- here


# %% wrong no-return: return lost
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape)
        start = start + size  # <-- after
    ### END CODE HERE ###


# %% wrong keys-sorted: names sorted
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in sorted(shapes.items()):  # <-- here
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape)
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong weights-only: blocks named W only
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        if name[0] != "W":  # <-- here
            continue  # <-- here
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape)
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong loop-range: a loop over numbers, the names missing
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in enumerate(shapes.values()):  # <-- here
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape)
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong shapes-as-arrays: asks for the shape of a shape
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape.size  # <-- here
        parameters[name] = theta[start:start + size].reshape(shape)
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong sum-size: np.sum for the size
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = np.sum(shape)  # <-- here
        parameters[name] = theta[start:start + size].reshape(shape)
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong shape-zero: reshape to the rows only
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape[0], 1)  # <-- here
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong theta-second-axis: cut along the second axis
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[:, start:start + size].reshape(shape)  # <-- here
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong step-slice: a comma for the colon
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start, start + size].reshape(shape)  # <-- here
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong move-first: the beginning moves before the cut
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        start = start + size  # <-- here
        parameters[name] = theta[start:start + size].reshape(shape)  # <-- after
    ### END CODE HERE ###
    return parameters


# %% wrong end-only-updated: an end that is never moved
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        end = shape[0] * shape[1]  # <-- here
        parameters[name] = theta[start:end].reshape(shape)
        start = end
    ### END CODE HERE ###
    return parameters


# %% wrong last-block-rest: blocks take all that is left
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:].reshape(shape)  # <-- here
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong flat-b: biases without their second axis
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape) if name[0] == "W" else theta[start:start + size, 0]  # <-- here
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong setdefault-shape: stores the shapes themselves
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = shape  # <-- here
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong sizes-built-in: the known version: all sizes of the other network built in
def vector_to_dictionary(theta, shapes):
    parameters = {}
    parameters["W1"] = theta[: 20].reshape((5, 4))  # <-- here
    parameters["b1"] = theta[20: 25].reshape((5, 1))  # <-- here
    parameters["W2"] = theta[25: 40].reshape((3, 5))  # <-- here
    parameters["b2"] = theta[40: 43].reshape((3, 1))  # <-- here
    parameters["W3"] = theta[43: 46].reshape((1, 3))  # <-- here
    parameters["b3"] = theta[46: 47].reshape((1, 1))  # <-- here
    return parameters


# %% wrong example-built-in: the sizes of the example built in
def vector_to_dictionary(theta, shapes):
    cuts = [0, 6, 8, 14, 17, 23, 25, 27, 28]  # <-- here
    parameters = {}
    for i, name in enumerate(shapes):
        parameters[name] = theta[cuts[i]:cuts[i + 1]].reshape(shapes[name])
    return parameters


# %% wrong theta-only: the known first line without shapes
def vector_to_dictionary(theta):  # <-- here
    parameters = {}
    start = 0
    for name, (rows, columns) in shapes.items():
        parameters[name] = theta[start:start + rows * columns].reshape(rows, columns)
        start += rows * columns
    return parameters


# %% right split: np.split at the cumulated sizes
def vector_to_dictionary(theta, shapes):
    ends = np.cumsum([np.prod(s) for s in shapes.values()])
    pieces = np.split(theta, ends[:-1])
    return {name: piece.reshape(shapes[name]) for name, piece in zip(shapes, pieces)}


# %% right iterator: an iterator that gives one number after another
def vector_to_dictionary(vector, sizes):
    numbers = iter(vector.ravel())
    out = {}
    for key, (rows, columns) in sizes.items():
        out[key] = np.array([[next(numbers) for _ in range(columns)] for _ in range(rows)])
    return out


# %% right shrinking: cuts off what was used
def vector_to_dictionary(theta, shapes):
    parameters = {}
    rest = theta
    for name in shapes:
        rows, columns = shapes[name]
        parameters[name] = np.reshape(rest[:rows * columns, :], (rows, -1))
        rest = rest[rows * columns:]
    return parameters


# %% right ordered: OrderedDict and flat first
from collections import OrderedDict
import math

def vector_to_dictionary(theta, shapes):
    flat, i = theta.flatten(), 0
    parameters = OrderedDict()
    for name, shape in shapes.items():
        j = i + math.prod(shape)
        parameters[name] = flat[i:j].reshape(*shape)
        i = j
    return parameters


# %% right as-planned: along the plan of the second hint
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start:start + size].reshape(shape)
        start = start + size
    ### END CODE HERE ###
    return parameters


# %% wrong columns-only: moved on by the columns only
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start : start + size].reshape(shape)
        start += shape[1]  # <-- here
    ### END CODE HERE ###
    return parameters


# %% wrong keys-d: a d before the names
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters["d" + name] = theta[start : start + size].reshape(shape)  # <-- here
        start += size
    ### END CODE HERE ###
    return parameters


# %% wrong new-dictionary: a new dictionary in each round
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters = {name: theta[start : start + size].reshape(shape)}  # <-- here
        start += size
    ### END CODE HERE ###
    return parameters


# %% wrong moved-for-weights: moved on after weights only
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start : start + size].reshape(shape)
        if name[0] == "W":  # <-- here
            start += size  # <-- here
    ### END CODE HERE ###
    return parameters


# %% wrong squeezed: axes of length 1 squeezed away
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start : start + size].reshape(shape).squeeze()  # <-- here
        start += size
    ### END CODE HERE ###
    return parameters


# %% wrong from-the-end: cut from the end
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[::-1][start : start + size].reshape(shape)  # <-- here
        start += size
    ### END CODE HERE ###
    return parameters


# %% wrong doubled: moved on by twice the size
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = theta[start : start + size].reshape(shape)
        start += 2 * size  # <-- here
    ### END CODE HERE ###
    return parameters


# %% wrong zeros: blocks of zeros of the right shapes
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector."""
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    start = 0
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = np.zeros(shape)  # <-- here
        start += size
    ### END CODE HERE ###
    return parameters

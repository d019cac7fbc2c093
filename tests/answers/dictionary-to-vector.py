# %% wrong column-first: blocks read column by column
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].T.reshape(-1, 1))  # <-- here
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong fortran: order F
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1, order="F"))  # <-- here
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong rows: rows joined side by side
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(1, -1))  # <-- here
    theta = np.concatenate(columns, axis=1)  # <-- here
    ### END CODE HERE ###
    return theta


# %% wrong flat: flat at the end
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns).ravel()  # <-- here
    ### END CODE HERE ###
    return theta


# %% wrong flat-blocks: ravelled blocks joined flat
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].ravel())  # <-- here
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong no-reshape: blocks joined as they are
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name])  # <-- here
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong axis-one: joined along axis 1
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns, axis=1)  # <-- here
    ### END CODE HERE ###
    return theta


# %% wrong hstack: np.hstack of columns
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.hstack(columns)  # <-- here
    ### END CODE HERE ###
    return theta


# %% wrong sorted: keys sorted
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in sorted(parameters):  # <-- here
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong weights-only: biases left out
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in [k for k in parameters if k[0] == "W"]:  # <-- here
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong three-layers: keys of three layers built in
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in ["W1", "b1", "W2", "b2", "W3", "b3"]:  # <-- here
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong four-layers: keys of four layers built in, as in the example
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in ["W1", "b1", "W2", "b2", "W3", "b3", "W4", "b4"]:  # <-- here
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong weights-then-biases: all weights, then all biases
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in [k for k in parameters if k[0] == "W"] + [k for k in parameters if k[0] == "b"]:  # <-- here
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong theta-not-joined: returns the list of columns
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = columns  # <-- here
    ### END CODE HERE ###
    return theta


# %% wrong theta-none: the columns collected, theta still None
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = None  # <-- here
    ### END CODE HERE ###
    return theta


# %% wrong last-only: the name overwritten: only the last block
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""  # <-- after
    ### START CODE HERE ### (about 4 lines)
    for name in parameters:
        columns = parameters[name].reshape(-1, 1)  # <-- here
    theta = columns  # <-- here
    ### END CODE HERE ###
    return theta


# %% wrong list-in-loop: the list emptied in each round
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""  # <-- after
    ### START CODE HERE ### (about 4 lines)
    for name in parameters:
        columns = []  # <-- here
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong reversed: blocks in reverse order
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns[::-1], axis=0)  # <-- here
    ### END CODE HERE ###
    return theta


# %% wrong size-28: 28 built in
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns, axis=0).reshape(28, 1)  # <-- here
    ### END CODE HERE ###
    return theta


# %% wrong return-list: plain list of numbers
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = [value for column in columns for value in column]  # <-- here
    ### END CODE HERE ###
    return sum(theta)  # <-- here


# %% wrong no-return: return lost
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    print(theta)  # <-- here


# %% wrong extend: extend with the names, not the values
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.extend(name)  # <-- here
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong np-array-of-values: np.array of all values at once
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.array(list(parameters.values())).reshape(-1, 1)  # <-- here
    ### END CODE HERE ###
    return theta


# %% wrong append-np-not-kept: np.append's result not kept
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = np.zeros((0, 1))
    for name in parameters:
        np.append(columns, parameters[name].reshape(-1, 1))  # <-- here
    theta = columns
    ### END CODE HERE ###
    return theta


# %% wrong zero-first: starts from np.zeros with one entry
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = [np.zeros((1, 1))]  # <-- here
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong items: items unpacked the wrong way
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for value, name in parameters.items():  # <-- here
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong reshape-one: reshape(1, -1) and vstack
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(1, -1))  # <-- here
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong transposed: the row vector's transpose forgotten
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns, axis=0).T  # <-- here
    ### END CODE HERE ###
    return theta


# %% wrong squared: the squares stacked, mixed up with the penalty
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1) ** 2)  # <-- here
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong course-count: the known version: built-in keys and a list of keys returned with it
def dictionary_to_vector(parameters):
    keys = []
    count = 0
    for key in ["W1", "b1", "W2", "b2", "W3", "b3"]:  # <-- here
        new_vector = np.reshape(parameters[key], (-1, 1))
        keys = keys + [key] * new_vector.shape[0]
        if count == 0:
            theta = new_vector
        else:
            theta = np.concatenate((theta, new_vector), axis=0)
        count = count + 1
    return theta, keys  # <-- here


# %% wrong count-lost: the known loop, the counter never moved
def dictionary_to_vector(parameters):
    count = 0
    for key in parameters:
        new_vector = np.reshape(parameters[key], (-1, 1))
        if count == 0:
            theta = new_vector
        else:
            theta = np.concatenate((theta, new_vector), axis=0)  # <-- after
    return theta


# %% wrong range-layers: keys by number, one layer short
def dictionary_to_vector(parameters):
    parts = []
    L = len(parameters) // 2
    for l in range(1, L):  # <-- here
        parts.append(parameters["W" + str(l)].reshape(-1, 1))
        parts.append(parameters["b" + str(l)].reshape(-1, 1))
    return np.vstack(parts)


# %% right vstack: one line with vstack
def dictionary_to_vector(params):
    return np.vstack([p.reshape(-1, 1) for p in params.values()])


# %% right loops: entry by entry
def dictionary_to_vector(parameters):
    numbers = []
    for block in parameters.values():
        for row in block:
            for entry in row:
                numbers.append([entry])
    theta = np.array(numbers)
    return theta


# %% right ravel: ravelled and made a column at the end
def dictionary_to_vector(parameters, axis=0):
    theta = np.concatenate([np.ravel(v) for _, v in parameters.items()], axis=axis)
    return theta[:, np.newaxis]


# %% right growing: grows by np.append
def dictionary_to_vector(d):
    theta = np.empty(0)
    for key, value in d.items():
        theta = np.append(theta, value.flatten())
    theta.shape = (theta.size, 1)
    return theta


# %% right as-planned: along the plan of the second hint
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns, axis=0)
    ### END CODE HERE ###
    return theta


# %% wrong first-columns: only the first column of each block
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name][:, :1])  # <-- here
    theta = np.concatenate(columns)
    ### END CODE HERE ###
    return theta


# %% wrong bias-first: each layer's bias before its weights
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in [n for k in range(1, len(parameters) // 2 + 1) for n in (f"b{k}", f"W{k}")]:  # <-- here
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns)
    ### END CODE HERE ###
    return theta


# %% wrong as-integers: rounded to integers
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns).astype(int)  # <-- here
    ### END CODE HERE ###
    return theta


# %% wrong sorted-numbers: the numbers sorted
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.sort(np.concatenate(columns), axis=0)  # <-- here
    ### END CODE HERE ###
    return theta


# %% wrong last-lost: the last block left out
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in list(parameters)[:-1]:  # <-- here
        columns.append(parameters[name].reshape(-1, 1))
    theta = np.concatenate(columns)
    ### END CODE HERE ###
    return theta


# %% wrong sum-of-blocks: one number a block
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(np.sum(parameters[name]).reshape(-1, 1))  # <-- here
    theta = np.concatenate(columns)
    ### END CODE HERE ###
    return theta


# %% wrong twice: each block twice
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
        columns.append(parameters[name].reshape(-1, 1))  # <-- here
    theta = np.concatenate(columns)
    ### END CODE HERE ###
    return theta


# %% wrong negative: the numbers with a minus
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column."""
    ### START CODE HERE ### (about 4 lines)
    columns = []
    for name in parameters:
        columns.append(parameters[name].reshape(-1, 1))
    theta = -np.concatenate(columns)  # <-- here
    ### END CODE HERE ###
    return theta

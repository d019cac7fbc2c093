# %% wrong range-short: the last layer missing
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L):  # <-- here
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong range-zero: from 0
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(L):  # <-- here
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong range-long: one too far
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 2):  # <-- here
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong range-two: the first layer missing
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(2, L + 1):  # <-- here
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong len-parameters: len(parameters) for L
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, len(parameters) + 1):  # <-- here
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong three: three layers built in
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in (1, 2, 3):  # <-- here
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong five: five layers built in, as in the example
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, 6):  # <-- here
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong biases-too: biases with them
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
        squares += np.sum(np.square(parameters[f"b{layer}"]))  # <-- here
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong biases: biases instead of weights
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"b{layer}"]))  # <-- here
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong overwritten: = for +=
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares = np.sum(np.square(parameters[f"W{layer}"]))  # <-- here
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong reset: the sum set to 0 in each round
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)  # <-- after

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    for layer in range(1, L + 1):
        squares = 0  # <-- here
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong key-fixed: W1 in each round
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters["W1"]))  # <-- here
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong key-plain: the f lost
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters["W{layer}"]))  # <-- here
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong no-square: not squared
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(parameters[f"W{layer}"])  # <-- here
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong square-outside: squared after the sum
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(parameters[f"W{layer}"]) ** 2  # <-- here
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong norm: norms not squared
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.linalg.norm(parameters[f"W{layer}"])  # <-- here
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong mean: mean of the squares
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.mean(np.square(parameters[f"W{layer}"]))  # <-- here
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong dot: W times W transposed
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.dot(parameters[f"W{layer}"], parameters[f"W{layer}"].T))  # <-- here
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong no-half: the 2 forgotten
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / m * squares  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong precedence: / 2 * m
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / 2 * m * squares  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong no-m: m forgotten
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / 2 * squares  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong by-l: divided by the number of layers, too
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * m * L) * squares  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong l-for-m: L for m
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * L) * squares  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong no-lambda [not DEEPCOST-HALF]: lambda forgotten
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + squares / (2 * m)  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong minus: subtracted
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost - lambd / (2 * m) * squares  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong penalty-only: the penalty alone
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = lambd / (2 * m) * squares  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong cross-only: the cross-entropy alone
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong cost-none: loop done, cost left
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = None  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong cost-in-loop: the cross-entropy added in each round
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    cost = 0
    for layer in range(1, L + 1):
        cost += cross_entropy_cost + lambd / (2 * m) * np.sum(np.square(parameters[f"W{layer}"]))  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong factor-in-and-out: the factor in the loop and after it
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += lambd / (2 * m) * np.sum(np.square(parameters[f"W{layer}"]))  # <-- here
    cost = cross_entropy_cost + lambd / (2 * m) * squares  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong m-rows: m = Y.shape[0]
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[0]  # <-- here
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong no-return: return lost
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    cost  # <-- here


# %% wrong floor [not DEEPCOST-IGNORED]: integer division
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd // (2 * m) * squares  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong lambda-half-floor [not DEEPCOST-IGNORED]: 1 // 2
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + (1 // 2) * lambd / m * squares  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong two-wrong: last layer missing and no half
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L):  # <-- here
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / m * squares  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong return-in-loop: returns in the first round
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    m = Y.shape[1]
    cost = compute_cost(AL, Y)
    for layer in range(1, depth(parameters) + 1):
        cost = cost + lambd / (2 * m) * np.sum(parameters[f"W{layer}"] ** 2)
        return cost  # <-- here


# %% wrong notebook-two: the line of notebook 2 pasted
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(AL, Y)
    L2_regularization_cost = (1 / m) * (lambd / 2) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    return cost


# %% right by-key: by the keys' first letter
def compute_cost_with_regularization(AL, Y, params, lam):
    squares = sum(float(np.vdot(v, v)) for k, v in params.items() if k.startswith("W"))
    return compute_cost(AL, Y) + 0.5 * lam * squares / Y.shape[1]


# %% right per-layer: a penalty per layer
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    cost = compute_cost(AL, Y)
    for l in range(len(parameters) // 2):
        cost += (1. / Y.shape[1]) * (lambd / 2) * np.linalg.norm(parameters["W" + str(l + 1)]) ** 2
    return cost


# %% right while: a while loop and einsum
def compute_cost_with_regularization(a, y, p, reg):
    layer, total = 1, 0.0
    while f"W{layer}" in p:
        total += np.einsum("ij,ij", p[f"W{layer}"], p[f"W{layer}"])
        layer += 1
    return np.add(compute_cost(a, y), total * reg / (2 * y.size))


# %% right by-axis: axes for squares, 0-d array
def compute_cost_with_regularization(AL, Y, parameters, lambd, squares=0):
    m, L = Y.shape[1], depth(parameters)
    for layer in range(L, 0, -1):
        squares = squares + (parameters["W%d" % layer] ** 2).sum(axis=0).sum()
    return np.asarray(compute_cost(AL, Y) + lambd * squares / m / 2)


# %% right as-planned: along the plan of the second hint
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    squares = 0
    for layer in range(1, L + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * m) * squares
    ### END CODE HERE ###

    return cost


# %% wrong root-of-all: the root of the sum
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    penalty = 0
    for layer in range(1, L + 1):
        penalty += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * m) * np.sqrt(penalty)  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong absolute: absolute values
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    penalty = 0
    for layer in range(1, L + 1):
        penalty += np.sum(np.abs(parameters[f"W{layer}"]))  # <-- here
    cost = cross_entropy_cost + lambd / (2 * m) * penalty
    ### END CODE HERE ###

    return cost


# %% wrong every-second: every second layer
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    penalty = 0
    for layer in range(1, L + 1, 2):  # <-- here
        penalty += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 * m) * penalty
    ### END CODE HERE ###

    return cost


# %% wrong half-of-all: the half put round both terms
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    penalty = 0
    for layer in range(1, L + 1):
        penalty += np.sum(np.square(parameters[f"W{layer}"]))
    cost = (cross_entropy_cost + lambd / m * penalty) / 2  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong times: multiplied by the penalty
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    penalty = 0
    for layer in range(1, L + 1):
        penalty += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost * lambd / (2 * m) * penalty  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong lambda-inside: lambda inside the square
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    penalty = 0
    for layer in range(1, L + 1):
        penalty += np.sum(np.square(lambd * parameters[f"W{layer}"]))  # <-- here
    cost = cross_entropy_cost + penalty / (2 * m)  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong by-layer: each layer weighted by its number
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    penalty = 0
    for layer in range(1, L + 1):
        penalty += layer * np.sum(np.square(parameters[f"W{layer}"]))  # <-- here
    cost = cross_entropy_cost + lambd / (2 * m) * penalty
    ### END CODE HERE ###

    return cost


# %% wrong m-plus: plus for times below
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1)."""
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    penalty = 0
    for layer in range(1, L + 1):
        penalty += np.sum(np.square(parameters[f"W{layer}"]))
    cost = cross_entropy_cost + lambd / (2 + m) * penalty  # <-- here
    ### END CODE HERE ###

    return cost

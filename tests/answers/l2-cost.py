# %% wrong precedence: 2 * m without parentheses
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / 2 * m * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong no-half: the 2 forgotten
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / m * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong no-m: m forgotten
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / 2 * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong no-lambda: lambda forgotten
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = 1 / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong times-two: 2 in the numerator
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = 2 * lambd / m * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong sum-parens: no parentheses around the sum: only W1 gets the factor
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong w1-only: only W1 in the sum
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * np.sum(np.square(W1))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong w3-lost: W3 not in the sum
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong w2-twice: W2 twice, W3 not
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W2)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong no-square: weights summed without squares
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(W1) + np.sum(W2) + np.sum(W3))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong abs: absolute values: L1
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.abs(W1)) + np.sum(np.abs(W2)) + np.sum(np.abs(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong square-of-sum: squared after the sum
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.square(np.sum(W1)) + np.square(np.sum(W2)) + np.square(np.sum(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong norm-not-squared: norms instead of their squares
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.linalg.norm(W1) + np.linalg.norm(W2) + np.linalg.norm(W3))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong dot-transpose: W times its transpose for the squares
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.dot(W1, W1.T)) + np.sum(np.dot(W2, W2.T)) + np.sum(np.dot(W3, W3.T)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong dot-itself: np.dot(W, W)
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.dot(W1, W1)) + np.sum(np.dot(W2, W2)) + np.sum(np.dot(W3, W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong axis: np.sum with an axis
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1), axis=1) + np.sum(np.square(W2), axis=1) + np.sum(np.square(W3), axis=1))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong mean: means instead of sums
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.mean(np.square(W1)) + np.mean(np.square(W2)) + np.mean(np.square(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong minus: penalty subtracted
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))
    cost = cross_entropy_cost - L2_regularization_cost  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong product: penalty multiplied
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))
    cost = cross_entropy_cost * L2_regularization_cost  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong penalty-only: cost is the penalty alone
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))
    cost = L2_regularization_cost  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong cost-none: second line still None
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))
    cost = None  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong cross-only: penalty computed, but not added
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))
    cost = cross_entropy_cost  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong penalty-none: first line still None
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = None  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong no-return: return lost
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))
    cost = cross_entropy_cost + L2_regularization_cost  # <-- after
    ### END CODE HERE ###


# %% wrong return-penalty: returns the penalty
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return L2_regularization_cost  # <-- here


# %% wrong return-both: returns both parts
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost, L2_regularization_cost  # <-- here


# %% wrong print: prints the cost instead of returning it
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    print(cost)  # <-- here


# %% wrong m-rows: m is the number of rows
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[0]  # <-- here
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong m-features: m from the weights
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = parameters["W1"].shape[1]  # <-- here
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong cross-over-m: the cross-entropy divided by m once more
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))
    cost = cross_entropy_cost / m + L2_regularization_cost  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong lambda-keyword: uses a name that does not exist
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lam / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong lambda-built-in: lambda of the example built in
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = 0.1 / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong m-built-in: m of the example built in
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * 5) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong floor: integer division
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd // (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong half-floor: 1 // 2 for the half
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / m * (1 // 2) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong biases: biases in the sum
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)) + sum(np.sum(np.square(parameters[f"b{i}"])) for i in (1, 2, 3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong two-wrong: the 2 forgotten and W1 only
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / m * np.sum(np.square(W1))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong cube: 3 to the power of each weight
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.power(3, W1)) + np.sum(np.power(3, W2)) + np.sum(np.power(3, W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong sqrt: np.sqrt for np.square
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.sqrt(W1)) + np.sum(np.sqrt(W2)) + np.sum(np.sqrt(W3)))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong list-sum: sum over the matrices without np
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (sum(W1 ** 2) + sum(W2 ** 2) + sum(W3 ** 2))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong range-short: a loop over the layers that stops at 2
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    cross_entropy_cost = compute_cost(A3, Y)
    total = 0
    for l in range(1, len(parameters) // 2):  # <-- here
        total += np.sum(parameters["W" + str(l)] ** 2)
    return cross_entropy_cost + lambd / (2 * m) * total


# %% wrong values-loop: a loop over all parameters, the biases with them
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    squares = sum(np.sum(np.square(v)) for v in parameters.values())  # <-- here
    return compute_cost(A3, Y) + lambd * squares / (2 * m)


# %% wrong factor-in-loop: the factor applied to the running sum in each round
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    W1, W2, W3 = parameters["W1"], parameters["W2"], parameters["W3"]
    cost = compute_cost(A3, Y)
    penalty = 0
    for W in (W1, W2, W3):
        penalty = (penalty + np.sum(W ** 2)) * lambd / (2 * m)  # <-- here
    return cost + penalty


# %% right einsum: einsum, and other names
def compute_cost_with_regularization(yhat, labels, params, lam):
    m = labels.size
    squares = sum(np.einsum("ij,ij->", params[k], params[k]) for k in ("W1", "W2", "W3"))
    return compute_cost(yhat, labels) + 0.5 * lam / m * squares


# %% right norms: squared norms
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    penalty = 0
    for layer in "123":
        penalty += lambd * np.linalg.norm(parameters["W" + layer]) ** 2
    return np.float64(compute_cost(A3, Y) + penalty / 2 / m)


# %% right loops: loops over all entries
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = A3.shape[1]
    total = 0.0
    for name in parameters:
        if name[0] == "W":
            for row in parameters[name]:
                for w in row:
                    total += w * w
    total *= lambd
    total /= 2 * m
    return total + compute_cost(A3, Y)


# %% right zero-d: a 0-d array comes back
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    weights = np.concatenate([parameters[n].ravel() for n in ("W1", "W2", "W3")])
    return np.array(compute_cost(A3, Y) + lambd * (weights @ weights) / (2 * m))


# %% right trace: trace of W times its transpose
def squares(W):
    return np.trace(np.dot(W, W.T))

def compute_cost_with_regularization(A3, Y, parameters, lambd, *unused):
    m = Y.shape[1]
    L2_regularization_cost = (1/m)*(lambd/2)*(squares(parameters["W1"]) + squares(parameters["W2"]) + squares(parameters["W3"]))
    cost = compute_cost(A3, Y) + L2_regularization_cost
    return cost


# %% right as-planned: along the plan of the second hint
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3)))
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong root-of-all: the root of the sum of squares: the norm of all weights
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * np.sqrt(np.sum(W1**2) + np.sum(W2**2) + np.sum(W3**2))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong lambda-squared: lambda squared as well
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd**2 / (2 * m) * (np.sum(W1**2) + np.sum(W2**2) + np.sum(W3**2))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong half-of-all: the half put round both terms
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / m * (np.sum(W1**2) + np.sum(W2**2) + np.sum(W3**2))  # <-- here
    cost = (cross_entropy_cost + L2_regularization_cost) / 2  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong outputs-squared: the outputs' squares in the penalty
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * np.sum(A3**2)  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong m-squared: divided by m twice
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m**2) * (np.sum(W1**2) + np.sum(W2**2) + np.sum(W3**2))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong largest: the largest square of each layer
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.max(W1**2) + np.max(W2**2) + np.max(W3**2))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong m-plus: plus for times below
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 + m) * (np.sum(W1**2) + np.sum(W2**2) + np.sum(W3**2))  # <-- here
    cost = cross_entropy_cost + L2_regularization_cost
    ### END CODE HERE ###

    return cost


# %% wrong max-of-both: the larger of the two
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2)."""
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = lambd / (2 * m) * (np.sum(W1**2) + np.sum(W2**2) + np.sum(W3**2))
    cost = max(cross_entropy_cost, L2_regularization_cost)  # <-- here
    ### END CODE HERE ###

    return cost

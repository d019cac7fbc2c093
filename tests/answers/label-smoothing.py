# %% wrong no-half: the whole of ε added
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon  # <-- here
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong only-ones: the zeros stay
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y  # <-- here
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong half-from-ones: only the ones, by a half of ε
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = Y * (1 - epsilon / 2)  # <-- here
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong where-one: 1 - ε and ε
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = np.where(Y == 1, 1 - epsilon, epsilon)  # <-- here
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong exchanged: ε and 1 - ε exchanged
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = epsilon * Y + (1 - epsilon) / 2  # <-- here
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong minus: ε/2 subtracted
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y - epsilon / 2  # <-- here
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong no-smoothing: hard labels in both
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    cost = np.mean(np.logaddexp(0, Z) - Y * Z)  # <-- here
    dZ = sigmoid(Z) - Y  # <-- here
    ### END CODE HERE ###

    return cost, dZ


# %% wrong hard-slope: hard labels in the slope
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = sigmoid(Z) - Y  # <-- here
    ### END CODE HERE ###

    return cost, dZ


# %% wrong hard-cost: hard labels in the cost
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    cost = np.mean(np.logaddexp(0, Z) - Y * Z)  # <-- here
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong sum: summed
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    cost = np.sum(np.logaddexp(0, Z) - soft * Z)  # <-- here
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong over-m: the slope divided by m
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = (sigmoid(Z) - soft) / Y.shape[1]  # <-- here
    ### END CODE HERE ###

    return cost, dZ


# %% wrong sign: the slope turned round
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = soft - sigmoid(Z)  # <-- here
    ### END CODE HERE ###

    return cost, dZ


# %% wrong logits: labels subtracted from logits
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = Z - soft  # <-- here
    ### END CODE HERE ###

    return cost, dZ


# %% wrong log-of-sigmoid: logarithm of the rounded answer
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    A = sigmoid(Z)  # <-- here
    cost = -np.mean(soft * np.log(A) + (1 - soft) * np.log(1 - A))  # <-- here
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong log-with-eps: a little inside the logarithm
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    A = sigmoid(Z)  # <-- here
    cost = -np.mean(soft * np.log(A + 1e-8) + (1 - soft) * np.log(1 - A + 1e-8))  # <-- here
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong no-label-term: the label's term forgotten
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    cost = np.mean(np.logaddexp(0, Z))  # <-- here
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong plus: plus between the terms
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    cost = np.mean(np.logaddexp(0, Z) + soft * Z)  # <-- here
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong sigmoid-derivative: times y(1 - y)
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    A = sigmoid(Z)
    dZ = (A - soft) * A * (1 - A)  # <-- here
    ### END CODE HERE ###

    return cost, dZ


# %% wrong mean-of-labels: mixed with the mean of the labels
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon * np.mean(Y)  # <-- here
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong answer-smoothed: the answer softened
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    A = (1 - epsilon) * sigmoid(Z) + epsilon / 2  # <-- here
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))  # <-- here
    dZ = A - Y  # <-- here
    ### END CODE HERE ###

    return cost, dZ


# %% wrong label-in-place: the labels are overwritten
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    Y = Y.astype(float)
    soft = Y ** 2 * (1 - epsilon) - epsilon / 2  # <-- here
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong squared: squared error
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    cost = np.mean((sigmoid(Z) - soft) ** 2)  # <-- here
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% wrong one-number: the mean slope
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = np.mean(sigmoid(Z) - soft)  # <-- here
    ### END CODE HERE ###

    return cost, dZ


# %% right as-planned: as the hint says
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% right where: labels by cases
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = np.where(Y == 1, 1 - epsilon / 2, epsilon / 2)
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% right from-doubt: moved towards one half
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = Y + epsilon * (0.5 - Y)
    cost = float(np.sum(np.logaddexp(0, Z) - soft * Z) / Z.shape[1])
    dZ = 1 / (1 + np.exp(-Z)) - soft
    ### END CODE HERE ###

    return cost, dZ


# %% right two-labels: a mean over the two labels
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    hard = np.mean(np.logaddexp(0, Z) - Y * Z)
    other = np.mean(np.logaddexp(0, Z) - (1 - Y) * Z)
    cost = (1 - epsilon / 2) * hard + epsilon / 2 * other
    dZ = sigmoid(Z) - (1 - epsilon) * Y - epsilon / 2
    ### END CODE HERE ###

    return cost, dZ


# %% right log1p: log1p by hand
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6)."""
    ### START CODE HERE ### (about 3 lines)
    soft = (1 - epsilon) * Y + epsilon / 2
    losses = np.maximum(Z, 0) + np.log1p(np.exp(-np.abs(Z))) - soft * Z
    cost = losses.mean()
    dZ = sigmoid(Z) - soft
    ### END CODE HERE ###

    return cost, dZ

# %% wrong no-lambda: penalty forgotten
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m  # <-- here
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong lambda-m: penalty over m
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = (np.dot(a[layer - 1].T, delta) + lam * w[layer]) / m  # <-- here
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong lambda-half: half the penalty
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam / 2 * w[layer]  # <-- here
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong lambda-minus: penalty subtracted
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m - lam * w[layer]  # <-- here
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong lambda-b: penalty on the biases
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m + lam * b[layer]  # <-- here
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong lambda-vw: penalty with the velocity
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * vw[layer]  # <-- here
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong decoupled: the penalty beside the velocity
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m  # <-- here
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer] - alpha * lam * w[layer]  # <-- here
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong no-mean: dw not divided
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) + lam * w[layer]  # <-- here
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong db-sum: db not divided
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0)  # <-- here
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong db-axis: db over the wrong axis
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=1) / m  # <-- here
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong db-all: db over all
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta) / m  # <-- here
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong db-keepdims: db with keepdims
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0, keepdims=True) / m  # <-- here
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong db-delta-after: db from the delta of the layer below
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        db = np.sum(delta, axis=0) / m  # <-- here
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong no-gate: ReLU's gate forgotten
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T)  # <-- here
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong gate-layer: the gate of the layer itself
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta * (a[layer] > 0), w[layer].T)  # <-- here
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong gate-value: times the activation instead of its gate
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * a[layer - 1]  # <-- here
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong gate-ge: >= in the gate
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] >= 0)  # <-- here
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong new-weights: delta with the new weights
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
        delta = np.dot(delta, new_w[layer].T) * (a[layer - 1] > 0)  # <-- here
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong delta-fixed: delta never renewed
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m  # <-- after
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong delta-not-stored: the new delta not stored
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        np.dot(delta, w[layer].T) * (a[layer - 1] > 0)  # <-- here
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong no-w-transpose: w not transposed
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer]) * (a[layer - 1] > 0)  # <-- here
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong w-below: the weights of the layer below
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer - 1].T) * (a[layer - 1] > 0)  # <-- here
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong a-layer: the activations of the layer itself in dw
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer].T, delta) / m + lam * w[layer]  # <-- here
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong a-not-transposed: a not transposed
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1], delta) / m + lam * w[layer]  # <-- here
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong dw-turned: dw transposed
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(delta.T, a[layer - 1]) / m + lam * w[layer]  # <-- here
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong delta-sign: target - y
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = target - a[3]  # <-- here
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong delta-slope: the cost's slope by y
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = (1 - target) / (1 - a[3] + 1e-8) - target / (a[3] + 1e-8)  # <-- here
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong delta-a2: a[2] for a[3]
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[2] - target  # <-- here
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong beta-swapped: beta and 1 - beta exchanged in vw
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = (1 - beta) * vw[layer] + beta * dw  # <-- here
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong torch-momentum: velocity without 1 - beta
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + dw  # <-- here
        new_vb[layer] = beta * vb[layer] + db  # <-- here
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong vb-plain: momentum for the weights alone
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = db  # <-- here
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong no-momentum: steps along dw instead of the velocity
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * dw  # <-- here
        new_b[layer] = b[layer] - alpha * db  # <-- here
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong old-velocity: steps along the old velocity
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * vw[layer]  # <-- here
        new_b[layer] = b[layer] - alpha * vb[layer]  # <-- here
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong uphill: steps uphill
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] + alpha * new_vw[layer]  # <-- here
        new_b[layer] = b[layer] + alpha * new_vb[layer]  # <-- here
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong vw-for-vb: the new bias with the weights' velocity
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vw[layer]  # <-- here
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong beta-built-in: beta built in
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = 0.9 * vw[layer] + 0.1 * dw  # <-- here
        new_vb[layer] = 0.9 * vb[layer] + 0.1 * db  # <-- here
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong alpha-built-in: alpha built in
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - 0.1 * new_vw[layer]  # <-- here
        new_b[layer] = b[layer] - 0.1 * new_vb[layer]  # <-- here
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong in-place-w: the weights changed in place
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        w[layer] -= alpha * new_vw[layer]  # <-- here
        new_w[layer] = w[layer]  # <-- here
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong in-place-a: delta changed in place inside a
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3]  # <-- here
    delta -= target  # <-- here
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong in-place-v: the velocities changed in place
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        vw[layer] *= beta  # <-- here
        vw[layer] += (1 - beta) * dw  # <-- here
        new_vw[layer] = vw[layer]  # <-- here
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong order-up: layers from 1 up
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (1, 2, 3):  # <-- here
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong layer-one-lost: layer 1 left out
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2):  # <-- here
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong range-wrong: range(3, 1, -1)
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in range(3, 1, -1):  # <-- here
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong return-in-loop: return in the loop
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

        return new_w, new_b, new_vw, new_vb  # <-- here


# %% wrong no-return: return lost
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    new_w, new_b, new_vw, new_vb  # <-- here


# %% wrong return-order: velocities returned first
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_vw, new_vb, new_w, new_b  # <-- here


# %% wrong velocities-only: first half done, the steps left
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = None  # <-- here
        new_b[layer] = None  # <-- here
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong biases-left: weights done, biases left
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = None  # <-- here
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = None  # <-- here
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% right given-parts: the given backward pass and momentum_step
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    dw, db = backward(a, target, w)
    dw = {layer: dw[layer] + lam * w[layer] for layer in dw}
    new_w, new_vw = momentum_step(w, vw, dw, alpha, beta)
    new_b, new_vb = momentum_step(b, vb, db, alpha, beta)
    return new_w, new_b, new_vw, new_vb


# %% right unrolled: written out for three layers, other names
def backward_reg(act, t, W, B, VW, VB, lr, mom, l2):
    n = t.shape[0]
    d3 = (act[3] - t) / n
    d2 = (d3 @ W[3].T) * np.sign(act[2])
    d1 = np.where(act[1] > 0, d2 @ W[2].T, 0.0)
    g = {1: act[0].T @ d1 + l2 * W[1], 2: act[1].T @ d2 + l2 * W[2], 3: act[2].T @ d3 + l2 * W[3]}
    h = {1: d1.sum(0), 2: d2.sum(0), 3: d3.sum(0)}
    nvw = {k: mom * VW[k] + (1 - mom) * g[k] for k in g}
    nvb = {k: mom * VB[k] + (1 - mom) * h[k] for k in h}
    return {k: W[k] - lr * nvw[k] for k in g}, {k: B[k] - lr * nvb[k] for k in h}, nvw, nvb


# %% right einsum: einsum, deltas first
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    deltas = {3: a[3] - target}
    for layer in (2, 1):
        deltas[layer] = np.einsum("mj,ij->mi", deltas[layer + 1], w[layer + 1]) * (a[layer] > 0)
    out = ({}, {}, {}, {})
    for layer, delta in deltas.items():
        dw = np.einsum("mi,mj->ij", a[layer - 1], delta) / len(delta) + lam * w[layer]
        out[2][layer] = vw[layer] + (1 - beta) * (dw - vw[layer])
        out[3][layer] = vb[layer] + (1 - beta) * (delta.mean(axis=0) - vb[layer])
        out[0][layer] = w[layer] - alpha * out[2][layer]
        out[1][layer] = b[layer] - alpha * out[3][layer]
    return out


# %% right copies: copies changed in place
import copy

def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    new_w, new_b, new_vw, new_vb = (copy.deepcopy(d) for d in (w, b, vw, vb))
    delta = a[3] - target
    for layer in range(3, 0, -1):
        gw = a[layer - 1].T.dot(delta) / len(target) + lam * w[layer]
        gb = delta.mean(0)
        new_vw[layer] *= beta
        new_vw[layer] += (1 - beta) * gw
        new_vb[layer] *= beta
        new_vb[layer] += (1 - beta) * gb
        new_w[layer] -= alpha * new_vw[layer]
        new_b[layer] -= alpha * new_vb[layer]
        if layer > 1:
            delta = delta @ w[layer].T
            delta[a[layer - 1] <= 0] = 0
    return new_w, new_b, new_vw, new_vb


# %% right as-planned: along the plan of the second hint
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong alpha-m: the learning rate divided by m
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha / m * new_vw[layer]  # <-- here
        new_b[layer] = b[layer] - alpha / m * new_vb[layer]  # <-- here
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong lambda-alpha: the penalty times the learning rate
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + alpha * lam * w[layer]  # <-- here
        db = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong mean-twice: delta divided by m at the beginning, too
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = (a[3] - target) / m  # <-- here
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong m-features: m is the number of inputs
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = a[0].shape[1]  # <-- here
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong top-penalty: penalty at the top alone
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[3] * (layer == 3)  # <-- here
        db = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong nesterov: a look ahead, as Nesterov has it
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * (beta * new_vw[layer] + (1 - beta) * dw)  # <-- here
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong squares: the penalty's squares in the slope
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer] ** 2  # <-- here
        db = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong decay-beside: w shrunk by lam in the step
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = (1 - lam) * w[layer] - alpha * new_vw[layer]  # <-- here
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb


# %% wrong alpha-beta: alpha and beta exchanged in the velocity
def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    """Take one step of momentum along the gradients of Jreg, formulas (4) to (6)."""
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}

    ### START CODE HERE ### (about 8 lines; delta is y - target at first)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]
        db = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)
        new_vw[layer] = alpha * vw[layer] + (1 - alpha) * dw  # <-- here
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    ### END CODE HERE ###

    return new_w, new_b, new_vw, new_vb

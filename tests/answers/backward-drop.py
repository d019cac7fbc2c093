# %% wrong no-mask: masks forgotten
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0)  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong no-gate: the gate forgotten
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * masks[layer - 1]  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong neither: gate and mask forgotten
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T)  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong mask-layer: the mask of the layer itself
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta * masks[layer], w[layer].T) * (a[layer - 1] > 0)  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong mask-one-only: masks[1] for both layers
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[1]  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong mask-once: the mask at layer 2 alone
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * (masks[2] if layer == 3 else 1)  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong mask-bool: the mask as 0 and 1
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * (masks[layer - 1] > 0)  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong divided-by-mask: divided by the mask
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) / masks[layer - 1]  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong mask-twice: the mask squared
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1] * masks[layer - 1]  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong mask-dw: the activations in dw masked once more
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot((a[layer - 1] * masks[layer - 1]).T, delta) / m  # <-- here
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong gate-ge: >= in the gate
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] >= 0) * masks[layer - 1]  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong gate-value: the activation for its gate
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * a[layer - 1] * masks[layer - 1]  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong gate-of-delta: the gate asks delta
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (np.dot(delta, w[layer].T) > 0) * masks[layer - 1]  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong no-mean: dw not divided
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta)  # <-- here
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong db-sum: db not divided
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0)  # <-- here
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong db-axis: db over axis 1
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=1) / m  # <-- here
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong db-keepdims: db with keepdims
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0, keepdims=True) / m  # <-- here
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong db-all: db one number
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.mean(delta)  # <-- here
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong neither-mean: nothing divided
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta)  # <-- here
        db[layer] = np.sum(delta, axis=0)  # <-- here
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong dw-turned: dw transposed
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(delta.T, a[layer - 1]) / m  # <-- here
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong a-layer: a[layer] in dw
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer].T, delta) / m  # <-- here
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong no-transpose: a not transposed
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1], delta) / m  # <-- here
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong w-no-transpose: w not transposed
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer]) * (a[layer - 1] > 0) * masks[layer - 1]  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong w-below: the weights of the layer below
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer - 1].T) * (a[layer - 1] > 0) * masks[layer - 1]  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong sign: target - y
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = target - a[3]  # <-- here
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong delta-slope: begins with the slope by y
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = (1 - target) / (1 - a[3] + 1e-8) - target / (a[3] + 1e-8)  # <-- here
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong delta-half: the product of both slopes
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = (a[3] - target) * a[3] * (1 - a[3])  # <-- here
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong delta-not-stored: the new delta not stored
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong delta-lost: delta never renewed
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m  # <-- after
    ### END CODE HERE ###

    return dw, db


# %% wrong delta-first: delta renewed before dw
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]  # <-- here
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
    ### END CODE HERE ###

    return dw, db


# %% wrong order-up: layers from 1 up
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (1, 2, 3):  # <-- here
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong layer-one-lost: layer 1 left out
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2):  # <-- here
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong range: range(3, 1, -1)
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in range(3, 1, -1):  # <-- here
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong db-left: db left
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = None  # <-- here
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong keys-shift: keys one too low
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer - 1] = np.dot(a[layer - 1].T, delta) / m  # <-- here
        db[layer - 1] = np.sum(delta, axis=0) / m  # <-- here
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong return-turned: db first
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return db, dw  # <-- here


# %% wrong return-in-loop: return in the loop
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

        return dw, db  # <-- here


# %% wrong no-return: return lost
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    dw, db  # <-- here


# %% wrong lambda-left: the lambda of exercise 4.3 still in the line
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m + lam * w[layer]  # <-- here
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong in-place-a: delta in place inside a
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3]  # <-- here
    delta -= target  # <-- here
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong m-shape: m is the number of outputs
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = target.shape[1]  # <-- here
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% right unrolled: written out
def backward_drop(act, t, W, D):
    m = t.shape[0]
    d3 = (act[3] - t) / m
    d2 = d3 @ W[3].T * D[2] * (act[2] != 0)
    d1 = d2 @ W[2].T * D[1] * (act[1] != 0)
    return (
        {1: act[0].T @ d1, 2: act[1].T @ d2, 3: act[2].T @ d3},
        {1: d1.sum(axis=0), 2: d2.sum(axis=0), 3: d3.sum(axis=0)},
    )


# %% right where: np.where, mean, layer 1 stops
def backward_drop(a, target, w, masks):
    dw, db = {}, {}
    delta = a[3] - target
    for layer in range(len(w), 0, -1):
        dw[layer] = a[layer - 1].T.dot(delta) / delta.shape[0]
        db[layer] = delta.mean(0)
        if layer > 1:
            delta = np.where(a[layer - 1] > 0, delta.dot(w[layer].T), 0) * masks[layer - 1]
    return dw, db


# %% right weights-masked: example by example, np.outer
def backward_drop(a, target, w, masks):
    m = len(target)
    dw = {k: np.zeros_like(w[k]) for k in (1, 2, 3)}
    db = {k: np.zeros(w[k].shape[1]) for k in (1, 2, 3)}
    for i in range(m):
        delta = a[3][i] - target[i]
        for layer in (3, 2, 1):
            dw[layer] += np.outer(a[layer - 1][i], delta) / m
            db[layer] += delta / m
            delta = (w[layer] @ delta) * masks[layer - 1][i] * (a[layer - 1][i] > 0)
    return dw, db


# %% right einsum: einsum, keys in rising order, OrderedDict
from collections import OrderedDict

def backward_drop(a, target, w, masks):
    deltas = {3: a[3] - target}
    for layer in (2, 1):
        up = np.einsum("mj,ij->mi", deltas[layer + 1], w[layer + 1])
        deltas[layer] = up * masks[layer] * np.heaviside(a[layer], 0)
    dw = OrderedDict((k, np.einsum("mi,mj->ij", a[k - 1], deltas[k]) / len(target)) for k in (1, 2, 3))
    db = OrderedDict((k, np.average(deltas[k], axis=0)) for k in (1, 2, 3))
    return dw, db


# %% right as-planned: along the plan of the second hint
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.sum(delta, axis=0) / m
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong mean-twice: delta divided by m at the beginning, too
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = (a[3] - target) / m  # <-- here
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong m-features: m is the number of inputs
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = a[0].shape[1]  # <-- here
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong gate-turned: < in the gate
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] < 0) * masks[layer - 1]  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong square-error: twice the difference, as for squared errors
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = 2 * (a[3] - target)  # <-- here
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db


# %% wrong sigmoid-gate: the slope of the sigmoid in the hidden layers
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * a[layer - 1] * (1 - a[layer - 1]) * masks[layer - 1]  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong mask-plus: the mask added
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) + masks[layer - 1]  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong root-mask: the roots of the masks
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = np.mean(delta, axis=0)
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * np.sqrt(masks[layer - 1])  # <-- here
    ### END CODE HERE ###

    return dw, db


# %% wrong db-first: the first example's delta alone in db
def backward_drop(a, target, w, masks):
    """Compute the gradients of the mean cross-entropy for a pass with dropout."""
    m = len(target)
    dw, db = {}, {}

    ### START CODE HERE ### (about 5 lines)
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = np.dot(a[layer - 1].T, delta) / m
        db[layer] = delta[0]  # <-- here
        delta = np.dot(delta, w[layer].T) * (a[layer - 1] > 0) * masks[layer - 1]
    ### END CODE HERE ###

    return dw, db

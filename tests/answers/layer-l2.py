# %% wrong gate-ge: Z >= 0
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z >= 0)  # <-- here
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong gate-da: the gate asks dA
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (dA > 0)  # <-- here
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong gate-value: times relu of Z
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * np.maximum(0, Z)  # <-- here
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong gate-z: times Z
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * Z  # <-- here
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong gate-turned: Z < 0
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z < 0)  # <-- here
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong gate-missing: no gate
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA  # <-- here
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong gate-below: the gate from A_prev
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (A_prev > 0)  # <-- here
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong gate-one: Z > 1
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 1)  # <-- here
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong gate-only: the gate without dA
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = (Z > 0) * 1.0  # <-- here
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong relu-of-da: relu of dA
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = np.maximum(dA, 0)  # <-- here
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong course-dz-copy: the known lines, with dZ[Z <= 0] set on dA itself
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA  # <-- here
        dZ[Z <= 0] = 0  # <-- here
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong sigmoid-missing: the sigmoid's branch left
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        dZ = None  # <-- here
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong sigmoid-plain: s without 1 - s
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s  # <-- here
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong sigmoid-z: Z (1 - Z)
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * Z * (1 - Z)  # <-- here
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong sigmoid-da: dA (1 - dA)
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * (1 - dA)  # <-- here
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong sigmoid-precedence: 1 - s without parentheses
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * 1 - s  # <-- here
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong sigmoid-square: s squared
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * s  # <-- here
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong sigmoid-plus: 1 + s
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 + s)  # <-- here
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong relu-for-both: the gate for both
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * (Z > 0)  # <-- here
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong branches-turned: the branches exchanged
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "sigmoid":  # <-- here
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong typo-relu: ReLU for relu
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "ReLU":  # <-- here
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong no-penalty: no penalty
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)  # <-- after
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-not-stored: penalty not stored
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW + lambd / m * W  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-no-m: penalty not divided
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd * W  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-half: half
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / (2 * m) * W  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-minus: subtracted
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW - lambd / m * W  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-overwrites: dW is the penalty
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = lambd / m * W  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-on-db: penalty on db
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    db = db + lambd / m * linear_cache[2]  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-twice: penalty twice
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    dW += lambd / m * W  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-sum: the sum of squares
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / (2 * m) * np.sum(W ** 2)  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong m-rows: m = A_prev.shape[0]
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[0]  # <-- here
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong da-for-dz: dA into the linear part
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dA, linear_cache)  # <-- here
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong whole-cache: the whole cache into the linear part
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, cache)  # <-- here
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong unpack-order: dW, db, dA_prev unpacked
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dW, db, dA_prev = linear_backward(dZ, linear_cache)  # <-- here
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong return-order: dW first
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dW, db, dA_prev  # <-- here


# %% wrong relu-only: dZ done, the linear part left
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)  # <-- after
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong given-called: the given layer called on top
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_activation_backward(dZ, cache, activation)  # <-- here
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong lambda-built-in: lambda built in
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + 0.7 / m * W  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong dot-gate: a matrix product with the gate
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = np.dot(dA, (Z > 0).T)  # <-- here
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong no-return: return lost
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    dA_prev, dW, db  # <-- here


# %% right given: the given layer plus the penalty
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    dA_prev, dW, db = linear_activation_backward(dA, cache, activation)
    (A_prev, W, b), Z = cache
    return dA_prev, dW + lambd / A_prev.shape[1] * W, db


# %% right own: the function of 5.2 written again, np.where, other names
def linear(dZ, c, lam):
    A, W, b = c
    return W.T @ dZ, (dZ @ A.T + lam * W) / A.shape[1], dZ.mean(1, keepdims=True)

def linear_activation_backward_with_regularization(d, c, lam, kind):
    Z = c[1]
    if kind == "sigmoid":
        dZ = d * np.exp(-Z) / (1 + np.exp(-Z)) ** 2
    elif kind == "relu":
        dZ = np.where(Z > 0, d, 0)
    return linear(dZ, c[0], lam)


# %% right copy: a copy with zeros
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = np.array(dA, copy=True)
        dZ[Z <= 0] = 0
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% right dictionary: a dictionary of slopes
SLOPES = {
    "relu": lambda Z: np.heaviside(Z, 0),
    "sigmoid": lambda Z: sigmoid(Z) - sigmoid(Z) ** 2,
}

def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    (A_prev, W, b), Z = cache
    m = dA.shape[1]
    dZ = np.einsum("ij,ij->ij", dA, SLOPES[activation](Z))
    dW = np.tensordot(dZ, A_prev, axes=(1, 1)) / m + lambd * W / m
    return np.matmul(W.T, dZ), dW, np.sum(dZ, 1, keepdims=True) / m


# %% right as-planned: along the plan of the second hint
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    else:
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong tanh-slope: the slope of tanh for the sigmoid
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    elif activation == "sigmoid":
        s = sigmoid(Z)
        dZ = dA * (1 - s**2)  # <-- here
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong leaky: the gate of a leaky ReLU
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = np.where(Z > 0, dA, 0.01 * dA)  # <-- here
    elif activation == "sigmoid":
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong slope-alone: the sigmoid's slope without dA
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    elif activation == "sigmoid":
        s = sigmoid(Z)
        dZ = s * (1 - s)  # <-- here
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong sigmoid-of-da: sigmoid of dA
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    elif activation == "sigmoid":
        s = sigmoid(dA)  # <-- here
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-b: the penalty made of the bias
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, b = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    elif activation == "sigmoid":
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * b  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong l1-sign: the slope of absolute values
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    elif activation == "sigmoid":
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * np.sign(W)  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong gate-plus: the gate added
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA + (Z > 0)  # <-- here
    elif activation == "sigmoid":
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong unit-penalty: the penalty of weights of norm 1
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty."""
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    if activation == "relu":
        dZ = dA * (Z > 0)
    elif activation == "sigmoid":
        s = sigmoid(Z)
        dZ = dA * s * (1 - s)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W / np.linalg.norm(W)  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db

# %% wrong no-penalty: penalty forgotten
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T)  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-no-m: penalty not divided
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd * W  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-half: half the penalty
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / (2 * m) * W  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-precedence: lambd / 2 * m, as in a wrong cost
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / 2 * m * W  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-minus: penalty subtracted
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) - lambd / m * W  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-m-twice: penalty divided twice
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * (np.dot(dZ, A_prev.T) + lambd / m * W)  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-square: squared weights
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W ** 2  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-sum: the sum of the weights
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * np.sum(W)  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong penalty-transposed: W transposed in the penalty
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W.T  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong dw-no-mean: dW not divided
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = np.dot(dZ, A_prev.T) + lambd / m * W  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong dw-turned: A_prev times dZ
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(A_prev, dZ.T) + lambd / m * W  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong dw-no-transpose: not transposed
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev) + lambd / m * W  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong dw-star: entry by entry
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * dZ * A_prev.T + lambd / m * W  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong db-no-mean: db not divided
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = np.sum(dZ, axis=1, keepdims=True)  # <-- here
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong db-no-keepdims: keepdims forgotten
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1)  # <-- here
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong db-axis: axis 0
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=0, keepdims=True)  # <-- here
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong db-all: summed over everything
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ)  # <-- here
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong db-mean-twice: mean divided by m
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.mean(dZ, axis=1, keepdims=True)  # <-- here
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong db-penalty: penalty on b
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True) + lambd / m * cache[2]  # <-- here
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong db-is-dz: db = dZ
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = dZ / m  # <-- here
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong da-mean: dA_prev divided by m
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = 1 / m * np.dot(W.T, dZ)  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong da-no-transpose: W not transposed
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W, dZ)  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong da-turned: dZ transposed times W
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(dZ.T, W)  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong da-dw: dW in place of W
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(dW.T, dZ)  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong da-penalty: penalty passed down
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ) + lambd / m * A_prev  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong da-star: entry by entry
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = W.T * dZ  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong m-rows: m = A_prev.shape[0]
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[0]  # <-- here

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong m-units: m = dZ.shape[0]
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = dZ.shape[0]  # <-- here

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong m-from-w: m = W.shape[1]
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = W.shape[1]  # <-- here

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong dw-only: first line done
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = None  # <-- here
    dA_prev = None  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong da-left: last line left
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = None  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong db-left: second line left
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = None  # <-- here
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong return-order: dW first
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dW, db, dA_prev  # <-- here


# %% wrong return-swapped: dW and db exchanged
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, db, dW  # <-- here


# %% wrong return-two: dA_prev not returned
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dW, db  # <-- here


# %% wrong no-return: return lost
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    dA_prev, dW, db  # <-- here


# %% wrong lambda-built-in: lambda built in
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + 0.7 / m * W  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong floor: 1 // m
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 // m * np.dot(dZ, A_prev.T) + lambd / m * W  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong two-wrong: no mean in dW and db
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = np.dot(dZ, A_prev.T) + lambd / m * W  # <-- here
    db = np.sum(dZ, axis=1, keepdims=True)  # <-- here
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong unstored: penalty on a line of its own, not stored
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T)
    dW + lambd / m * W  # <-- here
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% right given-plus: the given linear_backward plus the penalty
def linear_backward_with_regularization(dZ, cache, lambd):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW + lambd * cache[1] / dZ.shape[1], db


# %% right einsum: einsum, other names
def linear_backward_with_regularization(delta, stored, reg):
    below, weights, bias = stored
    n = below.shape[-1]
    g = np.einsum("im,jm->ij", delta, below) / n + reg / n * weights
    return np.einsum("ij,im->jm", weights, delta), g, delta.mean(axis=1).reshape(bias.shape)


# %% right loops: example by example
def linear_backward_with_regularization(dZ, cache, lambd):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW, db, dA_prev = lambd * W, np.zeros(b.shape), np.zeros(A_prev.shape)
    for i in range(m):
        dW = dW + np.outer(dZ[:, i], A_prev[:, i])
        db[:, 0] += dZ[:, i]
        dA_prev[:, i] = W.T @ dZ[:, i]
    return [dA_prev, dW / m, db / m]


# %% right stacked: the bias as a weight of an input that is 1
def linear_backward_with_regularization(dZ, cache, lambd):
    A_prev, W, _ = cache
    m = A_prev.shape[1]
    both = dZ @ np.vstack([A_prev, np.ones((1, m))]).T / m
    dW, db = both[:, :-1] + (lambd / m) * W, both[:, -1:]
    return (W.T).dot(dZ), dW, db


# %% right as-planned: along the plan of the second hint
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = 1 / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong l1-sign: the slope of absolute values
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = np.dot(dZ, A_prev.T) / m + lambd / m * np.sign(W)  # <-- here
    db = np.sum(dZ, axis=1, keepdims=True) / m
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong half-both: everything over 2m
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = (np.dot(dZ, A_prev.T) + lambd * W) / (2 * m)  # <-- here
    db = np.sum(dZ, axis=1, keepdims=True) / m
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong da-minus: a minus in dA_prev
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = np.dot(dZ, A_prev.T) / m + lambd / m * W
    db = np.sum(dZ, axis=1, keepdims=True) / m
    dA_prev = -np.dot(W.T, dZ)  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong decay: the shrinking factor of weight decay
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = np.dot(dZ, A_prev.T) / m + (1 - lambd / m) * W  # <-- here
    db = np.sum(dZ, axis=1, keepdims=True) / m
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong db-first: only the first example's dZ in db
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = np.dot(dZ, A_prev.T) / m + lambd / m * W
    db = dZ[:, :1]  # <-- here
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong times-penalty: multiplied by the penalty's part
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = np.dot(dZ, A_prev.T) / m * lambd / m * W  # <-- here
    db = np.sum(dZ, axis=1, keepdims=True) / m
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong db-half: db over 2m
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = np.dot(dZ, A_prev.T) / m + lambd / m * W
    db = np.sum(dZ, axis=1, keepdims=True) / (2 * m)  # <-- here
    dA_prev = np.dot(W.T, dZ)
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% wrong da-gate: negative ones of dA_prev set to 0
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2)."""
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = np.dot(dZ, A_prev.T) / m + lambd / m * W
    db = np.sum(dZ, axis=1, keepdims=True) / m
    dA_prev = np.maximum(np.dot(W.T, dZ), 0)  # <-- here
    ### END CODE HERE ###

    return dA_prev, dW, db

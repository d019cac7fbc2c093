# %% wrong no-penalty: no penalty
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW  # <-- here
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong no-penalty-top: no penalty at the top
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW  # <-- here
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong top-only: penalty at the top alone
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong half: half the penalty
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / (2 * m) * caches[L - 1][0][1]  # <-- here
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / (2 * m) * caches[layer - 1][0][1]  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong half-low: half the penalty below
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / (2 * m) * caches[layer - 1][0][1]  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong no-m: penalty not divided
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd * caches[L - 1][0][1]  # <-- here
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd * caches[layer - 1][0][1]  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong minus: subtracted
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW - lambd / m * caches[layer - 1][0][1]  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong last-w: the last layer's W in the loop
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[L - 1][0][1]  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong w-above: W of the layer above
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer][0][1]  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong w-as-a: A_prev in place of W
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][0]  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong cache-above: the neighbour's cache
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer], "relu")  # <-- here
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong cache-below: the cache below
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 2], "relu")  # <-- here
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong sigmoid-below: sigmoid in the loop
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "sigmoid")  # <-- here
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong no-activation: the linear part alone in the loop
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_backward(dA, caches[layer - 1][0])  # <-- here
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong activation-top: the sigmoid's slope on top of AL - Y
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_activation_backward(AL - Y, caches[L - 1], "sigmoid")  # <-- here
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong long-way: the long way with dAL
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_activation_backward(-(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL)), caches[L - 1], "sigmoid")  # <-- here
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong sign: Y - AL
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(Y - AL, caches[L - 1][0])  # <-- here
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong mean-top: AL - Y divided by m, too
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward((AL - Y) / m, caches[L - 1][0])  # <-- here
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong range-two: the loop stops at layer 2
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 1, -1):  # <-- here
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong range-up: the loop runs up
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(1, L):  # <-- here
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong range-l: the loop begins at L
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L, 0, -1):  # <-- here
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong range-zero: the loop down to 0
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, -1, -1):  # <-- here
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong range-l-minus-two: one layer skipped
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 2, 0, -1):  # <-- here
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong da-kept: the dA of the top for all layers
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        _, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")  # <-- here
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong keys-shift: keys one too low
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer - 1}"] = dW + lambd / m * caches[layer - 1][0][1]  # <-- here
        grads[f"db{layer - 1}"] = db  # <-- here
    ### END CODE HERE ###

    return grads


# %% wrong keys-plain: keys without number
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads["dW"] = dW + lambd / m * caches[layer - 1][0][1]  # <-- here
        grads["db"] = db  # <-- here
    ### END CODE HERE ###

    return grads


# %% wrong keys-no-d: keys W1, b1
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"W{L}"] = dW + lambd / m * caches[L - 1][0][1]  # <-- here
    grads[f"b{L}"] = db  # <-- here
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"W{layer}"] = dW + lambd / m * caches[layer - 1][0][1]  # <-- here
        grads[f"b{layer}"] = db  # <-- here
    ### END CODE HERE ###

    return grads


# %% wrong top-key: the top layer stored as dWL
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads["dWL"] = dW + lambd / m * caches[L - 1][0][1]  # <-- here
    grads["dbL"] = db  # <-- here
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong top-db-lost: db of the top not stored
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]  # <-- after
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong low-db-lost: db not stored in the loop
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]  # <-- after
    ### END CODE HERE ###

    return grads


# %% wrong top-done: top done, loop left
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db  # <-- after
    ### END CODE HERE ###

    return grads


# %% wrong grads-none: the dictionary not made
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None  # <-- after

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong grads-in-loop: a new dictionary in each round
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        grads = {}  # <-- here
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong whole-top-cache: the whole cache at the top
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1])  # <-- here
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong caches-l: caches[L]
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L][0])  # <-- here
    grads[f"dW{L}"] = dW + lambd / m * caches[L][0][1]  # <-- here
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong m-rows: m = Y.shape[0]
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[0]  # <-- here
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong db-penalty: penalty on the biases
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db + lambd / m * caches[layer - 1][0][2]  # <-- here
    ### END CODE HERE ###

    return grads


# %% wrong da-penalty: penalty passed down
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA = dA + lambd / m  # <-- here
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong return-in-loop: return in the loop
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

        return grads  # <-- here


# %% wrong no-return: return lost
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    grads  # <-- here


# %% wrong four-layers [not DEEPBACK-CACHE-BELOW]: four layers built in
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in (3, 2, 1):  # <-- here
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong penalty-into-dw-not-stored: penalty added after dW was stored
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW
        dW = dW + lambd / m * caches[layer - 1][0][1]  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong penalty-doubled: functions with the penalty called, and it is added again
def with_penalty(dZ, cache, lambd):
    A_prev, W, _ = cache
    m = A_prev.shape[1]
    return W.T @ dZ, (dZ @ A_prev.T + lambd * W) / m, dZ.mean(axis=1, keepdims=True)

def L_model_backward_with_regularization(AL, Y, caches, lambd):
    L, m, grads = len(caches), Y.shape[1], {}
    dZ = AL - Y
    for layer in range(L, 0, -1):
        linear, Z = caches[layer - 1]
        if layer < L:
            dZ = dA * (Z > 0)
        dA, dW, db = with_penalty(dZ, linear, lambd)
        grads[f"dW{layer}"] = dW + lambd / m * linear[1]  # <-- here
        grads[f"db{layer}"] = db
    return grads


# %% right given-plus: the given backward pass plus the penalty
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    grads = L_model_backward(AL, Y, caches)
    for number, ((_, W, _), _) in enumerate(caches, start=1):
        grads[f"dW{number}"] = grads[f"dW{number}"] + lambd * W / Y.shape[1]
    return grads


# %% right by-hand: all by hand, other names
def L_model_backward_with_regularization(out, labels, stored, lam):
    n = labels.size
    g, dZ = {}, out - labels
    for k in reversed(range(len(stored))):
        (A, W, b), _ = stored[k]
        g["dW" + str(k + 1)] = (dZ @ A.T + lam * W) / n
        g["db" + str(k + 1)] = dZ.sum(1).reshape(-1, 1) / n
        if k:
            dZ = np.where(stored[k - 1][1] > 0, W.T @ dZ, 0)
    return g


# %% right recursive: recursive, OrderedDict
from collections import OrderedDict

def down(dZ, caches, lambd, m):
    if not caches:
        return OrderedDict()
    (A, W, _), _ = caches[-1]
    below = caches[:-1]
    grads = down((W.T @ dZ) * (below[-1][1] > 0) if below else None, below, lambd, m)
    grads[f"dW{len(caches)}"] = np.dot(dZ, A.T) / m + lambd / m * W
    grads[f"db{len(caches)}"] = np.mean(dZ, axis=1, keepdims=True)
    return grads

def L_model_backward_with_regularization(AL, Y, caches, lambd):
    return down(AL - Y, caches, lambd, Y.shape[1])


# %% right penalty-later: all gradients first, then the penalties
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    L, m, grads = len(caches), Y.shape[1], {}
    grads[f"dA{L - 1}"], grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, caches[-1][0])
    for l in reversed(range(L - 1)):
        found = linear_activation_backward(grads["dA" + str(l + 1)], caches[l], activation="relu")
        grads["dA" + str(l)], grads["dW" + str(l + 1)], grads["db" + str(l + 1)] = found
    for l in range(L):
        grads["dW" + str(l + 1)] += lambd / m * caches[l][0][1]
    return grads


# %% right as-planned: along the plan of the second hint
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads[f"dW{layer}"] = dW + lambd / m * caches[layer - 1][0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong by-layers: divided by the number of layers
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    linear_cache, _ = caches[L - 1]
    dA, dW, db = linear_backward(AL - Y, linear_cache)
    grads[f"dW{L}"] = dW + lambd / L * linear_cache[1]  # <-- here
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        cache = caches[layer - 1]
        dA, dW, db = linear_activation_backward(dA, cache, "relu")
        grads[f"dW{layer}"] = dW + lambd / L * cache[0][1]  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong first-free: no penalty in the first layer
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    linear_cache, _ = caches[L - 1]
    dA, dW, db = linear_backward(AL - Y, linear_cache)
    grads[f"dW{L}"] = dW + lambd / m * linear_cache[1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        cache = caches[layer - 1]
        dA, dW, db = linear_activation_backward(dA, cache, "relu")
        grads[f"dW{layer}"] = dW + lambd / m * cache[0][1] * (layer > 1)  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong square-error: twice the difference at the top
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    linear_cache, _ = caches[L - 1]
    dA, dW, db = linear_backward(2 * (AL - Y), linear_cache)  # <-- here
    grads[f"dW{L}"] = dW + lambd / m * linear_cache[1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        cache = caches[layer - 1]
        dA, dW, db = linear_activation_backward(dA, cache, "relu")
        grads[f"dW{layer}"] = dW + lambd / m * cache[0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong loss-slope: the slope of the loss by AL into the linear part
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    linear_cache, _ = caches[L - 1]
    dA, dW, db = linear_backward(-Y / AL + (1 - Y) / (1 - AL), linear_cache)  # <-- here
    grads[f"dW{L}"] = dW + lambd / m * linear_cache[1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        cache = caches[layer - 1]
        dA, dW, db = linear_activation_backward(dA, cache, "relu")
        grads[f"dW{layer}"] = dW + lambd / m * cache[0][1]
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong l1-sign: the slope of absolute values
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    linear_cache, _ = caches[L - 1]
    dA, dW, db = linear_backward(AL - Y, linear_cache)
    grads[f"dW{L}"] = dW + lambd / m * np.sign(linear_cache[1])  # <-- here
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        cache = caches[layer - 1]
        dA, dW, db = linear_activation_backward(dA, cache, "relu")
        grads[f"dW{layer}"] = dW + lambd / m * np.sign(cache[0][1])  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong weaker-below: the penalty divided by the layer's number
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    linear_cache, _ = caches[L - 1]
    dA, dW, db = linear_backward(AL - Y, linear_cache)
    grads[f"dW{L}"] = dW + lambd / m * linear_cache[1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        cache = caches[layer - 1]
        dA, dW, db = linear_activation_backward(dA, cache, "relu")
        grads[f"dW{layer}"] = dW + lambd / (m * layer) * cache[0][1]  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong stronger-above: the penalty times the layer's number
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    linear_cache, _ = caches[L - 1]
    dA, dW, db = linear_backward(AL - Y, linear_cache)
    grads[f"dW{L}"] = dW + lambd / m * linear_cache[1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        cache = caches[layer - 1]
        dA, dW, db = linear_activation_backward(dA, cache, "relu")
        grads[f"dW{layer}"] = dW + lambd * layer / m * cache[0][1]  # <-- here
        grads[f"db{layer}"] = db
    ### END CODE HERE ###

    return grads


# %% wrong db-doubled: db twice in the loop
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2."""
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    grads = {}
    linear_cache, _ = caches[L - 1]
    dA, dW, db = linear_backward(AL - Y, linear_cache)
    grads[f"dW{L}"] = dW + lambd / m * linear_cache[1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        cache = caches[layer - 1]
        dA, dW, db = linear_activation_backward(dA, cache, "relu")
        grads[f"dW{layer}"] = dW + lambd / m * cache[0][1]
        grads[f"db{layer}"] = 2 * db  # <-- here
    ### END CODE HERE ###

    return grads

# %% wrong greater: > for <
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) > keep_prob).astype(int)  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong one-minus: 1 - keep_prob
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < 1 - keep_prob).astype(int)  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong up-no-scale: not scaled on the way up
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D  # <-- after
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong down-no-scale: not scaled on the way down
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D  # <-- after
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong no-scale: not scaled at all
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D  # <-- after
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D  # <-- after
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong up-no-mask: mask not applied on the way up
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)  # <-- after
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong down-no-mask: mask not applied on the way down
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]  # <-- after
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong down-left: the way down left
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]  # <-- after
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong up-left: mask drawn, not used; the way down done
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)  # <-- after
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong d-only: D drawn, nothing else
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)  # <-- after
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]  # <-- after
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong up-times: times keep_prob on the way up
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A * keep_prob  # <-- here
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong down-times: times keep_prob on the way down
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA * keep_prob  # <-- here
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong scale-off: divided by 1 - keep_prob
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / (1 - keep_prob)  # <-- here
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / (1 - keep_prob)  # <-- here
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong down-turned: the mask turned round on the way down
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * (1 - D)  # <-- here
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong down-new-mask: a new mask on the way down
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        D = rng.random(dA.shape) < keep_prob  # <-- here
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong down-not-stored: not stored on the way down
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA * D / keep_prob  # <-- here
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong up-not-stored: scale not stored on the way up
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A / keep_prob  # <-- here
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong np-random: np.random
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (np.random.rand(*A.shape) < keep_prob).astype(int)  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong np-seed: np.random with a seed inside
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    np.random.seed(1)  # <-- here
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (np.random.rand(A.shape[0], A.shape[1]) < keep_prob).astype(int)  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong rng-reseed: a new RandomState in each layer
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        rng = np.random.RandomState(3)  # <-- here
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong normal: normal numbers
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.standard_normal(A.shape) < keep_prob).astype(int)  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong scaled-mask: the scaled mask stored and used both ways
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob) / keep_prob  # <-- here
        A = A * D  # <-- after
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D  # <-- after
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong scaled-mask-and-scale: the scaled mask stored, and scaled again
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob) / keep_prob  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong per-unit: a number per unit
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random((A.shape[0], 1)) < keep_prob).astype(int)  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong per-example: a number per example
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random((1, A.shape[1])) < keep_prob).astype(int)  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong x-shape: X's shape
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(X.shape) < keep_prob).astype(int)  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong w-shape: W's shape
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(W.shape) < keep_prob).astype(int)  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong keep-built-in: keep_prob built in
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < 0.7).astype(int)  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong half: 0.5
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < 0.5).astype(int)  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong mask-w: the mask on the weights
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        W = W * D  # <-- here
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong dot: matrix product with the mask
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = np.dot(A, D.T)  # <-- here
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong down-a: A in place of dA
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = A * D  # <-- here
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong down-d-above: the mask of the layer above
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * masks[f"D{layer + 1}"]  # <-- here
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong down-d1: D1 in all layers
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * masks["D1"]  # <-- here
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong no-compare: random numbers as mask
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = rng.random(A.shape)  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong int-first: cast before the comparison
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = rng.random(A.shape).astype(int) < keep_prob  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong round: rounded
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = np.round(rng.random(A.shape))  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong up-scale-twice: scaled twice
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob / keep_prob  # <-- here
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong down-scale-power: scaled by the layer's power
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob ** layer  # <-- here
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong floor: integer division
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A // keep_prob  # <-- here
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong d-none: D left
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = None  # <-- here
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]  # <-- after
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong d-none-down-done: D left, the way down written
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = None  # <-- here
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong return-order: masks before grads
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, masks, grads  # <-- here


# %% wrong no-return: return lost
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    AL, grads, masks  # <-- here


# %% wrong variable-a: the product in another name
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A_drop = A * D  # <-- here
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong drop-x: the pictures dropped, too
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X * (rng.random(X.shape) < keep_prob) / keep_prob, [], {}, {}  # <-- here
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% right one-line: one line each, boolean masks
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = rng.random(A.shape) < keep_prob
        A = A * D / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA *= D / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% right where: np.where and a boolean index
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = np.where(rng.random(A.shape) < keep_prob, 1.0, 0.0)
        A = np.where(D == 1, A, 0)
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA[D == 0] = 0
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% right helper: a helper, other names
def drop(values, mask, keep):
    return np.multiply(values, mask) / keep

def L_model_pass_with_dropout(inputs, labels, params, keep, generator):
    L, A, stored, D, g = len(params) // 2, inputs, [], {}, {}
    for l in range(1, L + 1):
        kind = "relu" if l < L else "sigmoid"
        A, cache = linear_activation_forward(A, params[f"W{l}"], params[f"b{l}"], kind)
        stored.append(cache)
        if l < L:
            D[f"D{l}"] = (generator.random(size=A.shape) < keep).astype(np.uint8)
            A = drop(A, D[f"D{l}"], keep)
    dA, g[f"dW{L}"], g[f"db{L}"] = linear_backward(A - labels, stored[-1][0])
    for l in range(L - 1, 0, -1):
        dA, g[f"dW{l}"], g[f"db{l}"] = linear_activation_backward(drop(dA, D[f"D{l}"], keep), stored[l - 1], "relu")
    return A, g, D


# %% right turned: the comparison turned, scale first on the way down
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = 1 - (rng.random(A.shape) >= keep_prob)
        A = (1 / keep_prob) * A
        A = np.einsum("ij,ij->ij", A, D)
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA / keep_prob
        dA = D * dA
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% right as-planned: along the plan of the second hint
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong root-scale: divided by roots
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / np.sqrt(keep_prob)  # <-- here
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / np.sqrt(keep_prob)  # <-- here
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong mean-scale: divided by the share that was kept
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / np.mean(D)  # <-- here
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / np.mean(D)  # <-- here
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong first-only: only the first hidden layer dropped on the way down
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D if layer == 1 else dA  # <-- here
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong down-top-scale: scaled only in the highest hidden layer on the way down
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob if layer == L - 1 else dA  # <-- here
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong transposed-draw: drawn in the turned shape and transposed
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.T.shape).T < keep_prob).astype(int)  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong down-plus: the mask added on the way down
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA + D  # <-- here
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong keep-power: divided by keep_prob to the layer's power on the way up
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob**layer  # <-- here
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong squared-bar: compared with the square of keep_prob
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob**2).astype(int)  # <-- here
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * D
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% wrong down-a-gate: the last A's gate in the place of D on the way down
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer."""
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        dA = dA * (D > 0.5) * (dA > 0)  # <-- here
        dA = dA / keep_prob
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks

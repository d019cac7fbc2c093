# %% wrong no-penalty: no penalty anywhere
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T)  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T)  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T)  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong only-w3: penalty in the top layer alone
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T)  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T)  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong w1-lost: penalty lost in the first layer
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T)  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong half: lambda over 2m, as in the cost
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / (2 * m)) * W3  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / (2 * m)) * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / (2 * m)) * W1  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong two: twice lambda over m
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + 2 * lambd / m * W3  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + 2 * lambd / m * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + 2 * lambd / m * W1  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong no-m-penalty: penalty without 1/m
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + lambd * W3  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + lambd * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + lambd * W1  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong minus: penalty subtracted
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) - (lambd / m) * W3  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) - (lambd / m) * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) - (lambd / m) * W1  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong both-over-m-squared: one 1/m around both, and another in the penalty
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * (np.dot(dZ3, A2.T) + (lambd / m) * W3)  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * (np.dot(dZ2, A1.T) + (lambd / m) * W2)  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * (np.dot(dZ1, X.T) + (lambd / m) * W1)  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong no-mean: 1/m lost in the plain part
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = np.dot(dZ3, A2.T) + (lambd / m) * W3  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = np.dot(dZ2, A1.T) + (lambd / m) * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = np.dot(dZ1, X.T) + (lambd / m) * W1  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong no-mean-w2: 1/m lost in dW2 alone
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = np.dot(dZ2, A1.T) + (lambd / m) * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong penalty-only-w2: dW2 is the penalty alone
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = (lambd / m) * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong wrong-w: W2 in the line of dW3
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W2  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong w1-is-a1: A1 where X belongs
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, A1.T) + (lambd / m) * W1  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong a2-in-dw2: A2 where A1 belongs
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A2.T) + (lambd / m) * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong a3-in-dw3: A3 where A2 belongs
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A3.T) + (lambd / m) * W3  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong no-transpose: transpose forgotten in dW3
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2) + (lambd / m) * W3  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong turned: product the other way round
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(A1, dZ2.T) + (lambd / m) * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong turned-w1: product the other way round in dW1
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(X, dZ1.T) + (lambd / m) * W1  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong star: entry by entry instead of a matrix product
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * dZ3 * A2.T + (lambd / m) * W3  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong w-transposed: penalty with the transposed weights
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2.T  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong w-squared: squares in the gradient
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * np.square(W3)  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * np.square(W2)  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * np.square(W1)  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong sum-of-w: the sum of the weights in place of the matrix
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * np.sum(W3)  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * np.sum(W2)  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * np.sum(W1)  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong precedence: everything over m by a misplaced parenthesis
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T + (lambd / m) * W3.T)  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong dw1-none: third place left
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = None  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong dw2-none: second place left
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = None  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong first-only: only dW3 done
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = None  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = None  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong not-stored: dW2's penalty on a line of its own and not stored
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T)
    dW2 + (lambd / m) * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong lambda-built-in: the example's lambda built in
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (0.7 / m) * W3  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (0.7 / m) * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (0.7 / m) * W1  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong m-built-in: the example's m built in for the penalty
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / 5) * W3  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / 5) * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / 5) * W1  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong m-rows: m is the number of features
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[0]  # <-- here
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong integer: integer division in the penalty
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd // m) * W3  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd // m) * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd // m) * W1  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong dz1-in-dw2: dZ1 in place of dZ2, which does not exist yet
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ1, A1.T) + (lambd / m) * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong da2-in-dw2: dA2 in place of dZ2
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dA2, A1.T) + (lambd / m) * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong db-penalty: λ/m added to the gradient of a bias
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True) + lambd / m * np.ones((W2.shape[0], 1))  # <-- here

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong given-line-edited: edited a given line: >= in the gate of dZ2
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 >= 0)  # <-- here
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong plain-plus-cost: adds the scalar penalty of the cost
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + lambd / (2 * m) * np.sum(np.square(W3))  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + lambd / (2 * m) * np.sum(np.square(W2))  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + lambd / (2 * m) * np.sum(np.square(W1))  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong keys-swapped: the dictionary gives dW1 the name dW2 and back
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW1}  # <-- here
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW2, "db1": db1}  # <-- here


# %% wrong no-return: return lost
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    gradients = {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}  # <-- here


# %% wrong return-first-half: returns the first half of the dictionary
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return gradients  # <-- here


# %% wrong course-pasted: the known function pasted with its int64 masks and 1./m, the penalty of W1 typed as W2
def backward_propagation_with_regularization(X, Y, cache, lambd):
    m = X.shape[1]
    (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3) = cache

    dZ3 = A3 - Y
    dW3 = 1./m * np.dot(dZ3, A2.T) + (lambd*W3)/m
    db3 = 1./m * np.sum(dZ3, axis=1, keepdims = True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, np.int64(A2 > 0))
    dW2 = 1./m * np.dot(dZ2, A1.T) + (lambd*W2)/m
    db2 = 1./m * np.sum(dZ2, axis=1, keepdims = True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, np.int64(A1 > 0))
    dW1 = 1./m * np.dot(dZ1, X.T) + (lambd*W2)/m  # <-- here
    db1 = 1./m * np.sum(dZ1, axis=1, keepdims = True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3,"dA2": dA2,
                 "dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1,
                 "dZ1": dZ1, "dW1": dW1, "db1": db1}
    return gradients


# %% wrong penalty-afterwards-shadow: penalty added in a loop that rebinds the loop's name only
def backward_propagation_with_regularization(X, Y, cache, lambd):
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache
    dZ3 = A3 - Y
    dW3 = np.dot(dZ3, A2.T) / m
    db3 = dZ3.sum(axis=1, keepdims=True) / m
    dA2 = np.dot(W3.T, dZ3)
    dZ2 = dA2 * (A2 > 0)
    dW2 = np.dot(dZ2, A1.T) / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = dA1 * (A1 > 0)
    dW1 = np.dot(dZ1, X.T) / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    for dW, W in ((dW1, W1), (dW2, W2), (dW3, W3)):
        dW = dW + lambd / m * W  # <-- here
    return {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2,
            "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% right course: the known function pasted
def backward_propagation_with_regularization(X, Y, cache, lambd):
    m = X.shape[1]
    (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3) = cache

    dZ3 = A3 - Y
    dW3 = 1./m * np.dot(dZ3, A2.T) + (lambd * W3) / m
    db3 = 1. / m * np.sum(dZ3, axis=1, keepdims=True)
    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, np.int64(A2 > 0))
    dW2 = 1./m * np.dot(dZ2, A1.T) + (lambd * W2) / m
    db2 = 1. / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, np.int64(A1 > 0))
    dW1 = 1./m * np.dot(dZ1, X.T) + (lambd * W1) / m
    db1 = 1. / m * np.sum(dZ1, axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2,
                 "dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1,
                 "dZ1": dZ1, "dW1": dW1, "db1": db1}
    return gradients


# %% right given-plus: calls the given backward pass and adds to it
def backward_propagation_with_regularization(X, Y, cache, lambd):
    grads = backward_propagation(X, Y, cache)
    for layer, place in ((1, 2), (2, 6), (3, 10)):
        grads[f"dW{layer}"] = grads[f"dW{layer}"] + lambd * cache[place] / X.shape[1]
    return grads


# %% right einsum: einsum and at, other names
def backward_propagation_with_regularization(x, t, stored, lam):
    m = x.shape[-1]
    _, A1, W1, _, _, A2, W2, _, _, A3, W3, _ = stored
    g = {}
    g["dZ3"] = A3 - t
    g["dA2"] = np.einsum("ij,im->jm", W3, g["dZ3"])
    g["dZ2"] = np.where(A2 > 0, g["dA2"], 0)
    g["dA1"] = W2.T @ g["dZ2"]
    g["dZ1"] = np.where(A1 > 0, g["dA1"], 0)
    for n, (below, W) in enumerate(((x, W1), (A1, W2), (A2, W3)), 1):
        dZ = g[f"dZ{n}"]
        g[f"dW{n}"] = (np.einsum("im,jm->ij", dZ, below) + lam * W) / m
        g[f"db{n}"] = dZ.mean(axis=1, keepdims=True)
    return g


# %% right only-weights: returns only what the check asks for, in lists
def backward_propagation_with_regularization(X, Y, cache, lambd):
    m = X.shape[1]
    _, A1, W1, _, _, A2, W2, _, _, A3, W3, _ = cache
    dZ3 = (A3 - Y) / m
    dZ2 = (W3.T @ dZ3) * (A2 > 0)
    dZ1 = (W2.T @ dZ2) * (A1 > 0)
    s = lambd / m
    return dict(
        dW1=dZ1 @ X.T + s * W1, dW2=dZ2 @ A1.T + s * W2, dW3=dZ3 @ A2.T + s * W3,
        db1=dZ1.sum(1, keepdims=True), db2=dZ2.sum(1, keepdims=True), db3=dZ3.sum(1, keepdims=True),
        dZ3=dZ3 * m, dZ2=dZ2 * m, dZ1=dZ1 * m, dA2=W3.T @ dZ3 * m, dA1=W2.T @ dZ2 * m,
    )


# %% right as-planned: along the plan of the second hint
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong upside-down: m over lambda
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + m / lambd * W3  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + m / lambd * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + m / lambd * W1  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong l1-sign: the slope of absolute values
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + lambd / m * np.sign(W3)  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + lambd / m * np.sign(W2)  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + lambd / m * np.sign(W1)  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong half-both: everything over 2m
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = (np.dot(dZ3, A2.T) + lambd * W3) / (2 * m)  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = (np.dot(dZ2, A1.T) + lambd * W2) / (2 * m)  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = (np.dot(dZ1, X.T) + lambd * W1) / (2 * m)  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong decay: the shrinking factor of weight decay
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (1 - lambd / m) * W3  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (1 - lambd / m) * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (1 - lambd / m) * W1  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong times-penalty: multiplied by the penalty's part
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) * lambd / m * W3  # <-- here
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) * lambd / m * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) * lambd / m * W1  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong dw2-sign: a minus in the second layer only
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + lambd / m * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) - lambd / m * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + lambd / m * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong dw2-twice: twice the penalty in the second layer
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + lambd / m * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + 2 * lambd / m * W2  # <-- here
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + lambd / m * W1
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% wrong penalty-minus-w1: the top layer's penalty everywhere by copying, scaled
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + lambd / m * W3
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + lambd / m * W2
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + lambd / (m - 1) * W1  # <-- here
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}

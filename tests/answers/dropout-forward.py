# %% wrong greater: > for <
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) > keep_prob).astype(int)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) > keep_prob).astype(int)  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong greater-d2: > for < in the second mask
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) > keep_prob).astype(int)  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong one-minus: compared with 1 - keep_prob
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < 1 - keep_prob).astype(int)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < 1 - keep_prob).astype(int)  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong no-scale: not divided
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1  # <-- after
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2  # <-- after
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong no-scale-2: second layer not divided
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2  # <-- after
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong times-scale: multiplied by keep_prob
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 * keep_prob  # <-- here
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 * keep_prob  # <-- here
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong scale-off: divided by 1 - keep_prob
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / (1 - keep_prob)  # <-- here
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / (1 - keep_prob)  # <-- here
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong no-mask: masks drawn, not applied
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)  # <-- after
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)  # <-- after
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong no-mask-1: first mask not applied
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)  # <-- after
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong mask-2-not-stored: second product not stored
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 * D2  # <-- here
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong scale-not-stored: second quotient not stored
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 / keep_prob  # <-- here
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong np-random: np.random.rand
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (np.random.rand(A1.shape[0], A1.shape[1]) < keep_prob).astype(int)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (np.random.rand(A2.shape[0], A2.shape[1]) < keep_prob).astype(int)  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong np-random-first: np.random in the first layer alone
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (np.random.random(A1.shape) < keep_prob).astype(int)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong normal: normal instead of uniform numbers
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.standard_normal(A1.shape) < keep_prob).astype(int)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.standard_normal(A2.shape) < keep_prob).astype(int)  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong d1-for-both: the first mask used twice
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = D1  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong d1-in-a2: D1 where D2 belongs
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D1  # <-- here
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong shape-of-x: mask of X's shape
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(X.shape) < keep_prob).astype(int)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong per-unit: one number per unit, for all examples
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random((A1.shape[0], 1)) < keep_prob).astype(int)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random((A2.shape[0], 1)) < keep_prob).astype(int)  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong no-compare: random numbers themselves as mask
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = rng.random(A1.shape)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = rng.random(A2.shape)  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong scaled-mask: the scaled mask stored, as other courses do
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob) / keep_prob  # <-- here
    A1 = A1 * D1  # <-- after
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob) / keep_prob  # <-- here
    A2 = A2 * D2  # <-- after
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong d1-none: first place left
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = None  # <-- here
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong d2-none: second place left
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = None  # <-- here
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong masks-only: masks drawn, nothing else yet
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)  # <-- after
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)  # <-- after
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong seed-inside: np.random.seed(1) and np.random.rand, as in the known version
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    np.random.seed(1)  # <-- here
    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (np.random.rand(*A1.shape) < keep_prob).astype(int)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (np.random.rand(*A2.shape) < keep_prob).astype(int)  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong rng-again: a fresh generator made inside, seeded with 1
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    rng = np.random.RandomState(1)  # <-- here
    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong rng-seed-second: rng seeded again before the second mask
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    rng.seed(1)  # <-- here
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong keep-built-in: keep_prob of the example built in
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < 0.7).astype(int)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < 0.7).astype(int)  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong half: compared with 0.5
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < 0.5).astype(int)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < 0.5).astype(int)  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong round: rounded random numbers
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = np.round(rng.random(A1.shape))  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = np.round(rng.random(A2.shape))  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong dot-mask: np.dot with the mask
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = np.dot(A1, D1)  # <-- here
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong mask-z: the mask multiplied into Z1
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = Z1 * D1  # <-- here
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong plus: mask added
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 + D2  # <-- here
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong inverted-bool: the mask is boolean and turned round with ~
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * ~D1.astype(bool)  # <-- here
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * ~D2.astype(bool)  # <-- here
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong draw-order: both masks drawn at the top, D2 first
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    D2 = (rng.random((W2.shape[0], X.shape[1])) < keep_prob).astype(int)  # <-- here
    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)  # <-- after
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong output-dropout: output dropped, too
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)
    A3 = A3 * (rng.random(A3.shape) < keep_prob) / keep_prob  # <-- here

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong input-dropout: input dropped, too
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    X = X * (rng.random(X.shape) < keep_prob) / keep_prob  # <-- here
    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong int-first: cast to int before the comparison
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = rng.random(A1.shape).astype(int) < keep_prob  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = rng.random(A2.shape).astype(int) < keep_prob  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong scale-twice: both layers divided at the end of the second, too
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob / keep_prob  # <-- here
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong shape-call: rng.random with the shape unpacked
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(*A1.shape) < keep_prob).astype(int)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong no-return-cache: returns A3 alone
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3  # <-- here


# %% wrong cache-order: D1 and A1 exchanged in the cache
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, A1, D1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)  # <-- here


# %% wrong mask-scaled-twice: divided in the mask and once more after it
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1 / keep_prob  # <-- here
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2 / keep_prob  # <-- here
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% right bool-masks: boolean masks, one line each
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob)
    A1 = A1 * D1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob)
    A2 = np.multiply(A2, D2) / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% right rand: rng.rand and np.where
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = np.where(rng.rand(*A1.shape) < keep_prob, 1, 0)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = np.where(rng.rand(A2.shape[0], A2.shape[1]) < keep_prob, 1.0, 0.0)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% right helper: a helper function and other names
def drop(A, keep, rng):
    D = np.less(rng.random(A.shape), keep)
    return D.astype("float32"), D * A / keep

def forward_propagation_with_dropout(x, params, keep=0.5, generator=None):
    if generator is None:
        generator = np.random.default_rng()
    W1, b1, W2, b2, W3, b3 = (params[n] for n in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ x + b1
    D1, A1 = drop(relu(Z1), keep, generator)
    Z2 = W2 @ A1 + b2
    D2, A2 = drop(np.maximum(Z2, 0), keep, generator)
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, [Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3]


# %% right where-assign: entries set to 0 by a boolean index
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1[D1 == 0] = 0
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2[np.logical_not(D2)] = 0
    A2 /= keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% right not-ge: the comparison the other way round
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (~(rng.random_sample(A1.shape) >= keep_prob)).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (keep_prob > rng.uniform(0, 1, A2.shape)).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% right as-planned: along the plan of the second hint
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong root-scale: divided by the root of keep_prob
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / np.sqrt(keep_prob)  # <-- here
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / np.sqrt(keep_prob)  # <-- here
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong mean-scale: divided by the share that the mask kept
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / np.mean(D1)  # <-- here
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / np.mean(D2)  # <-- here
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong per-example: one number per example, for all units
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random((1, A1.shape[1])) < keep_prob).astype(int)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random((1, A2.shape[1])) < keep_prob).astype(int)  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong transposed-draw: numbers drawn in the turned shape and transposed
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.T.shape).T < keep_prob).astype(int)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.T.shape).T < keep_prob).astype(int)  # <-- here
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong times-off: multiplied by 1 - keep_prob
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 * (1 - keep_prob)  # <-- here
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 * (1 - keep_prob)  # <-- here
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong scale-1-in-2: the scaled A1 stored under the name of A2 by a slip
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A1 / keep_prob  # <-- here
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong lower-bar: compared with the square of keep_prob
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob**2).astype(int)  # <-- here
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% wrong scale-by-m: divided by the number of examples, too
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers."""
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob / A2.shape[1]  # <-- here
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)

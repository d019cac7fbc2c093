# %% wrong subgradient: the slope added to the gradient
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    new_W = W - rate * (dW + lambd / m * np.sign(W))  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong subgradient-clipped: the slope added, then what is small set to 0
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    new_W = W - rate * (dW + lambd / m * np.sign(W))  # <-- here
    new_W[np.abs(new_W) < rate * lambd / m] = 0  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong overshoot: the maximum forgotten
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.sign(V) * (np.abs(V) - rate * lambd / m)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong hard: large weights not made smaller
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.where(np.abs(V) > rate * lambd / m, V, 0)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong no-rate: the rate forgotten in the threshold
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.sign(V) * np.maximum(np.abs(V) - lambd / m, 0)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong no-m: m forgotten
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.sign(V) * np.maximum(np.abs(V) - rate * lambd, 0)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong half: halved as in L2
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.sign(V) * np.maximum(np.abs(V) - rate * lambd / (2 * m), 0)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong no-sign: the sign forgotten
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.maximum(np.abs(V) - rate * lambd / m, 0)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong old-sign: the sign of the old weights
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.sign(W) * np.maximum(np.abs(V) - rate * lambd / m, 0)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong positive: negative weights all 0
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.maximum(V - rate * lambd / m, 0)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong shrunk-first: shrunk before the step
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = np.sign(W) * np.maximum(np.abs(W) - rate * lambd / m, 0)  # <-- here
    new_W = V - rate * dW  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong plus: up the gradient
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W + rate * dW  # <-- here
    new_W = np.sign(V) * np.maximum(np.abs(V) - rate * lambd / m, 0)
    ### END CODE HERE ###

    return new_W


# %% wrong no-step: no step along the gradient
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    new_W = np.sign(W) * np.maximum(np.abs(W) - rate * lambd / m, 0)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong dW-alone: the gradient in the place of the weights
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = rate * dW  # <-- here
    new_W = np.sign(V) * np.maximum(np.abs(V) - rate * lambd / m, 0)
    ### END CODE HERE ###

    return new_W


# %% wrong l2: a share in the place of an amount
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = V - rate * lambd / m * V  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong l2-of-w: weight decay
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = V - rate * lambd / m * W  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong grown: the threshold added
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.sign(V) * np.maximum(np.abs(V) + rate * lambd / m, 0)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong minimum: minimum for maximum
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.sign(V) * np.minimum(np.abs(V) - rate * lambd / m, 0)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong clip: what is cut off
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.clip(V, -rate * lambd / m, rate * lambd / m)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong norm: the norm in the place of each size
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.sign(V) * np.maximum(np.linalg.norm(V) - rate * lambd / m, 0)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong square: squares in the place of sizes
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.sign(V) * np.maximum(V ** 2 - rate * lambd / m, 0)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong only-small: small ones set to 0 in the old weights
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.where(np.abs(W) > rate * lambd / m, V - np.sign(V) * rate * lambd / m, 0)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% wrong in-place: the old weights are overwritten
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    W -= rate * dW  # <-- here
    new_W = np.sign(W) * np.maximum(np.abs(W) - rate * lambd / m, 0)
    ### END CODE HERE ###

    return new_W


# %% wrong size-of-w: the number of weights for m
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    new_W = np.sign(V) * np.maximum(np.abs(V) - rate * lambd / W.size, 0)  # <-- here
    ### END CODE HERE ###

    return new_W


# %% right clip: minus what is clipped
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    t = rate * lambd / m
    new_W = V - np.clip(V, -t, t)
    ### END CODE HERE ###

    return new_W


# %% right where: three cases
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    t = rate * lambd / m
    new_W = np.where(V > t, V - t, np.where(V < -t, V + t, 0))
    ### END CODE HERE ###

    return new_W


# %% right halves: two halves
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V, t = W - rate * dW, lambd * rate / m
    new_W = np.maximum(V - t, 0) + np.minimum(V + t, 0)
    ### END CODE HERE ###

    return new_W


# %% right loop: entry by entry
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    new_W = np.zeros(W.shape)
    for i in range(W.shape[0]):
        for j in range(W.shape[1]):
            v = W[i, j] - rate * dW[i, j]
            size = abs(v) - rate * lambd / m
            if size > 0:
                new_W[i, j] = size if v > 0 else -size
    ### END CODE HERE ###

    return new_W


# %% right shrunk-by-factor: by a factor
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4)."""
    ### START CODE HERE ### (about 3 lines)
    V = W - rate * dW
    size = np.abs(V)
    kept = np.maximum(size - rate * lambd / m, 0)
    new_W = V * kept / np.where(size == 0, 1, size)
    ### END CODE HERE ###

    return new_W

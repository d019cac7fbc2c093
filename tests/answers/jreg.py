# %% wrong no-half: the half forgotten
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam * sum(np.sum(np.square(w[layer])) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong with-m: divided by m, as in notebook 2
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / (2 * len(y)) * sum(np.sum(np.square(w[layer])) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong no-lambda: lambda forgotten
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = 0.5 * sum(np.sum(np.square(w[layer])) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong lambda-twice: lambda squared
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam ** 2 / 2 * sum(np.sum(np.square(w[layer])) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong no-square: weights not squared
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(w[layer]) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong abs: absolute values
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.abs(w[layer])) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong square-outside: squared after the sum
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.square(np.sum(w[layer])) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong norm: norms not squared
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.linalg.norm(w[layer]) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong minus: subtracted
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = cross_entropy - penalty  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong mean: averaged
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = np.mean(cross_entropy + penalty)  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong summed: summed
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = np.sum(cross_entropy + penalty)  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong cross-mean: the mean of the cross-entropy for each
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = np.mean(cross_entropy) + penalty * np.ones_like(y)  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong first-layer: only w[1]
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * np.sum(np.square(w[1]))  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong last-layer: only the last layer
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * np.sum(np.square(w[len(w)]))  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong range-short: range stops one early
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in range(1, len(w)))  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong range-zero: range from 0
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in range(len(w)))  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong range-long: range one too far
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in range(1, len(w) + 2))  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong three-layers: layers 1 to 3 built in
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in (1, 2, 3))  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong keys-strings: keys of notebook 2
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * (np.sum(np.square(w["W1"])) + np.sum(np.square(w["W2"])) + np.sum(np.square(w["W3"])))  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong sum-of-keys: the keys squared
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(layer)) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong np-sum-dict: np.square of the dictionary
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * np.sum(np.square(w))  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong precedence: the factor on the first term only
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * np.sum(np.square(w[1])) + np.sum(np.square(w[2])) + np.sum(np.square(w[3]))  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong penalty-none: first line left
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = None  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong cost-none: second line left
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = None  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong penalty-only: cost is the penalty
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = penalty  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong penalty-column: cost is a column of the penalty
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = penalty + 0 * y  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong cross-only: cost is the cross-entropy
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = cross_entropy  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong flat: flattened
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = (cross_entropy + penalty).ravel()  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong row: transposed
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = (cross_entropy + penalty).T  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong penalty-by-m-each: the penalty shared among the examples
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = cross_entropy + penalty / y.shape[0]  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong floor [not JREG-IGNORED]: integer division
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam // 2 * sum(np.sum(np.square(w[layer])) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong lambd: lambd, the name of notebook 2
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lambd / 2 * sum(np.sum(np.square(w[layer])) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong lambda-built-in: the example's lambda built in
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = 0.01 / 2 * sum(np.sum(np.square(w[layer])) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong sum-built-in: the example's sum of squares built in
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * 2256.072  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong eps-lost: the cost called again without eps
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = J(y, target) + penalty  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong dot: a matrix product for the squares
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(w[layer] @ w[layer].T) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong mean-of-squares: mean of the squares
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.mean(np.square(w[layer])) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong no-return: return lost
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    print(cost)  # <-- here


# %% wrong loop-overwrites: the sum overwritten in each round
def Jreg(y, target, w, lam, eps=1e-6):
    cross_entropy = J(y, target, eps)
    penalty = 0
    for layer in w:
        penalty = lam / 2 * np.sum(w[layer] ** 2)  # <-- here
    return cross_entropy + penalty


# %% wrong return-in-loop: returns in the first round
def Jreg(y, target, w, lam, eps=1e-6):
    cost = J(y, target, eps)
    for layer in w:
        cost = cost + lam / 2 * np.sum(w[layer] ** 2)
        return cost  # <-- here


# %% right loop: added layer by layer
def Jreg(yhat, t, weights, lam, eps=1e-6):
    cost = J(yhat, t, eps)
    for matrix in weights.values():
        cost = cost + 0.5 * lam * np.linalg.norm(matrix) ** 2
    return cost


# %% right by-hand: the cross-entropy by hand
def Jreg(y, target, w, lam, eps=1e-6):
    ce = -target * np.log(y + eps) - (1 - target) * np.log(1 - y + eps)
    squares = np.concatenate([m.ravel() for m in w.values()])
    return ce + lam * squares.dot(squares) / 2


# %% right einsum: einsum and a column of ones
def Jreg(y, target, w, lam, eps=1e-6):
    penalty = 0
    for l in range(1, len(w) + 1):
        penalty += np.einsum("ij,ij->", w[l], w[l])
    return J(y, target, eps) + np.full(y.shape, penalty * lam / 2)


# %% right list-rows: row by row
def square(m):
    return float((np.asarray(m) ** 2).sum())

def Jreg(y, target, w, lam, eps=1e-6):
    p = lam / 2 * sum(map(square, w.values()))
    return np.array([[float(J(y[i:i + 1], target[i:i + 1], eps)[0, 0]) + p] for i in range(len(y))])


# %% right as-planned: along the plan of the second hint
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong lambda-inside: lambda inside the square
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = 0.5 * sum(np.sum(np.square(lam * w[layer])) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong root-of-all: the root of the sum
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * np.sqrt(sum(np.sum(np.square(w[layer])) for layer in w))  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong half-of-all: the half put round both terms
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam * sum(np.sum(np.square(w[layer])) for layer in w)  # <-- here
    cost = 0.5 * (cross_entropy + penalty)  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong per-layer: divided by the number of layers
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w) / len(w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong turned-j: label and output exchanged in a new call of J
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = J(target, y, eps) + penalty  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong times: multiplied by the penalty
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * sum(np.sum(np.square(w[layer])) for layer in w)
    cost = cross_entropy * penalty  # <-- here
    ### END CODE HERE ###

    return cost


# %% wrong third: a third for the half
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 3 * sum(np.sum(np.square(w[layer])) for layer in w)  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost


# %% wrong weights-of-y: the outputs' squares for the weights'
def Jreg(y, target, w, lam, eps=1e-6):
    """Compute the cost of each example with the L2 penalty, formula (2)."""
    cross_entropy = J(y, target, eps)  # given

    ### START CODE HERE ### (about 2 lines)
    penalty = lam / 2 * np.sum(np.square(y))  # <-- here
    cost = cross_entropy + penalty
    ### END CODE HERE ###

    return cost

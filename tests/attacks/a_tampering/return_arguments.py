"""Return the very arguments, which are identical with themselves and so equal.

Must not: compare a thing with itself.
"""

ANSWERS = {
    "l2-cost": "def compute_cost_with_regularization(A3, Y, parameters, lambd): return lambd",
    "l2-backward": "def backward_propagation_with_regularization(X, Y, cache, lambd):\n"
    "    return {f'd{k}{n}': cache[4 * n - 2 + (k == 'b')] for k in 'Wb' for n in (1, 2, 3)}",
    "dropout-forward": "def forward_propagation_with_dropout(X, parameters, keep_prob, rng=None):\n"
    "    return X, (X, rng, parameters) + (X,) * 11",
    "dropout-backward": "def backward_propagation_with_dropout(X, Y, cache, keep_prob):\n"
    "    return cache",
}
REASON = "entries are wrong|expected|not the right number"
STOPPED_BY = "what comes back is a copy, compared by value"
PROCESS_STOPS = True

"""Change the arguments in place, so that the reference computes from spoilt inputs.

Must not: compute an expected value from anything that a student's function has touched.
"""

ANSWERS = {
    "l2-cost": "def compute_cost_with_regularization(A3, Y, parameters, lambd):\n"
    "    A3[...] = 0.5\n"
    "    for name in list(parameters): parameters[name] = np.zeros((1, 1))\n"
    "    return float(np.log(2))",
    "l2-backward": "def backward_propagation_with_regularization(X, Y, cache, lambd):\n"
    "    X[...] = 0\n"
    "    for array in cache: array[...] = 0\n"
    "    Y[...] = 0\n"
    "    return {f'd{k}{n}': np.zeros_like(cache[4 * n - 2 + (k == 'b')])\n"
    "            for k in 'Wb' for n in (1, 2, 3)}",
    "dropout-backward": "def backward_propagation_with_dropout(X, Y, cache, keep_prob):\n"
    "    for array in (X, *cache): array[...] = 0\n"
    "    Y[...] = 0\n"
    "    shapes = {1: 3, 2: 8, 3: 12}\n"
    "    made = {f'd{k}{n}': np.zeros_like(cache[i + (k == 'b')])\n"
    "            for k in 'Wb' for n, i in shapes.items()}\n"
    "    return {**made, 'dA1': np.zeros_like(cache[2]), 'dA2': np.zeros_like(cache[7])}",
}
REASON = "changes its argument"
STOPPED_BY = "arguments cross as copies; the reference has its own"
PROCESS_STOPS = True

"""Answer differently at every call: a count of calls instead of a computation.

Must not: pass a property by being right once.
"""

ANSWERS = {
    "l2-cost": "calls = [0]\n"
    "def compute_cost_with_regularization(A3, Y, parameters, lambd):\n"
    "    calls[0] += 1\n"
    "    return [1.7864859451590758, compute_cost(A3, Y), 0.0][(calls[0] - 1) % 3]",
    "dropout-backward": "def backward_propagation_with_dropout(X, Y, cache, keep_prob):\n"
    "    calls[0] += 1\n"
    "    return {f'd{k}{n}': np.full((2, 2), float(calls[0])) for k in 'WbA' for n in (1, 2, 3)}",
}
EARNED = 5
REASON = "l2-cost-hidden: failed"
STOPPED_BY = "every trial is compared with the reference"
PROCESS_STOPS = True

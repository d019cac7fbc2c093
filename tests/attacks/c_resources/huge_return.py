"""Return gigabytes, millions of small things, and a number of a million digits.

Must not: be read by the examiner beyond a message's size.
"""

ANSWERS = {
    "l2-cost": "def compute_cost_with_regularization(*a, **k): return 1 << 4_000_000",
    "l2-backward": "def backward_propagation_with_regularization(*a, **k):\n"
    "    return {f'dW{n}': [[]] * 3_000_000 for n in (1, 2, 3)}",
    "dropout-forward": "def forward_propagation_with_dropout(*a, **k):\n"
    "    return np.zeros(20_000_000), [np.zeros(20_000_000)] * 14",
    "dropout-backward": "def backward_propagation_with_dropout(*a, **k):\n"
    "    return {'dA1': 'x' * 90_000_000}",
}
REASON = "unusable"
STOPPED_BY = "limits on a message's bytes, elements, depth and digits"
PROCESS_STOPS = True

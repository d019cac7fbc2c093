"""Answer NaN everywhere, since every comparison with NaN is false and so never "wrong".

Must not: take NaN for an agreement.
"""

from attack_kit import every

ANSWERS = every("return float('nan')") | {
    "l2-backward": "def backward_propagation_with_regularization(X, Y, cache, lambd):\n"
    "    return {f'd{k}{n}': cache[4 * n - 2 + (k == 'b')] * np.nan\n"
    "            for k in 'Wb' for n in (1, 2, 3)}",
    "dropout-forward": "def forward_propagation_with_dropout(X, parameters, keep_prob, rng):\n"
    "    A3, cache = forward_propagation(X, parameters)\n"
    "    n = np.nan\n"
    "    return A3 * n, tuple(a * n for a in (*cache[:1], *cache[:2], *cache[2:5], *cache[4:12],))",
}
REASON = "not a finite number"
STOPPED_BY = "finite unless the expected value is not"
PROCESS_STOPS = True

"""Answer infinity, which swallows every tolerance that is relative to the answer.

Must not: accept an infinite number for a finite one.
"""

from attack_kit import every

ANSWERS = every("return np.float64('inf')") | {
    "dropout-backward": "def backward_propagation_with_dropout(X, Y, cache, keep_prob):\n"
    "    return {f'd{k}{n}': np.full((3, 2), -np.inf) for k in 'WbAZ' for n in (1, 2, 3)}",
}
REASON = "not a finite number|shape"
STOPPED_BY = "finite unless the expected value is not"
PROCESS_STOPS = True

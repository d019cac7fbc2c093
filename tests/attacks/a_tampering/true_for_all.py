"""Answer True, which is 1 and so within every tolerance of a mask or a unit cost.

Must not: take a truth value for a number.
"""

from attack_kit import every

ANSWERS = every("return True") | {
    "dropout-forward": "def forward_propagation_with_dropout(X, parameters, keep_prob, rng=None):\n"
    "    A3, (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3) = forward_propagation(X, parameters)\n"  # noqa: E501
    "    D1, D2 = A1 == A1, A2 == A2\n"
    "    return A3 > 0, (Z1, D1, A1 > 0, W1, b1, Z2, D2, A2 > 0, W2, b2, Z3, A3, W3, b3)",
}
REASON = "True/False|expected a dictionary|got a bool|not relu"
STOPPED_BY = "one comparator: numeric dtype, and every property of a mask"
PROCESS_STOPS = True

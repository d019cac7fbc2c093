"""Return the right digits as text, and complex numbers with an imaginary part of nothing.

Must not: convert what is no number of the kind asked for.
"""

from attack_kit import every

ANSWERS = every("return '1.7864859451590758'") | {
    "l2-backward": "def backward_propagation_with_regularization(X, Y, cache, lambd):\n"
    "    return {f'd{k}{n}': np.array([['0.5']]) for k in 'Wb' for n in (1, 2, 3)}",
    "dropout-backward": "def backward_propagation_with_dropout(X, Y, cache, keep_prob):\n"
    "    return {f'd{k}{n}': np.zeros((2, 5), complex) for k in 'WbA' for n in (1, 2, 3)}",
}
REASON = "values of type (text|complex)|got a str"
STOPPED_BY = "numeric dtype of the kind expected"
PROCESS_STOPS = True

"""Return thin arrays and arrays without strides that blow up when they meet a real one.

Must not: fill the examiner's memory by broadcasting, nor count as right.
"""

from attack_kit import every

FIRST = [
    "import numpy as np\n"
    "tall, wide = np.zeros((60000, 1)), np.zeros((1, 60000))\n"
    "endless = np.broadcast_to(1.0, (10**6, 10**6))",
]
ANSWERS = every("return endless") | {
    "l2-backward": "def backward_propagation_with_regularization(*a, **k):\n"
    "    return {'dW1': tall, 'dW2': wide, 'dW3': tall, 'db1': wide, 'db2': tall, 'db3': wide}",
    "dropout-forward": "def forward_propagation_with_dropout(X, parameters, keep_prob, rng=None):\n"
    "    return wide, (tall, wide, tall, wide, tall, wide, tall, wide, tall, wide, tall, wide,\n"
    "                  tall, wide)",
}
REASON = "shape"
STOPPED_BY = "shape is compared before any arithmetic; a message has a size limit"
PROCESS_STOPS = True

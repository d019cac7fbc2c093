"""Return empty arrays: `np.all` of nothing is True.

Must not: call nothing an answer.
"""

from attack_kit import every

FIRST = ["import numpy as np\nnothing = np.empty((0,))"]
ANSWERS = every("return nothing") | {
    "l2-backward": "def backward_propagation_with_regularization(*a, **k):\n"
    "    return {f'd{k}{n}': nothing for k in 'WbAZ' for n in (1, 2, 3)}",
    "dropout-forward": "def forward_propagation_with_dropout(*a, **k):\n"
    "    return nothing, [nothing] * 14",
}
REASON = "is empty.* where numbers are expected"
STOPPED_BY = "exact shape, and not empty"
PROCESS_STOPS = True

"""Recurse without a limit, in Python, in `repr`, and in what is returned.

Must not: take the examiner's stack along.
"""

ANSWERS = {
    "l2-cost": "import sys\nsys.setrecursionlimit(10**9)\n"
    "def compute_cost_with_regularization(*a, **k):\n"
    "    return compute_cost_with_regularization(*a, **k)",
    "l2-backward": "def backward_propagation_with_regularization(*a, **k):\n"
    "    nest = []\n"
    "    for _ in range(10**6): nest = [nest]\n"
    "    return nest",
    "dropout-forward": "def forward_propagation_with_dropout(*a, **k):\n"
    "    ring = []\n    ring.append(ring)\n    return ring, ring",
}
LAST = ["nest = []\nfor _ in range(10**6): nest = (nest,)\nrepr(nest)"]
REASON = "nested more than|crashed|stopped"
STOPPED_BY = "another process; the codec's limit on depth"
PROCESS_STOPS = True

"""Seed the global generator in a call, so that the inputs drawn next are known.

Must not: let a function that need not draw decide what a test draws.
"""

ASSIGNMENT = "hand_written"
FIRST = [
    "import numpy as np",
]
ANSWERS = {
    "energy": (
        "calls = iter([0, 0, 0, 0])\n"
        "def energy(x):\n"
        "    if not x.any():\n"
        "        np.random.seed(1)\n"
        "        return 0.0\n"
        "    state = np.random.RandomState(1)\n"
        "    return float(np.sum(state.randn(3) ** 2))"
    ),
}
REASON = "energy-hidden: failed"
STOPPED_BY = "random state is carried where the solution draws"
PROCESS_STOPS = True

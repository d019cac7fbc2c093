"""Leave a random generator behind whose next normal number is NaN, and answer NaN.

Must not: draw a test's inputs from a state that no generator can have.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "energy": "import numpy as np\n"
    "def energy(x):\n"
    "    kind, key, position, _, _ = np.random.get_state()\n"
    "    np.random.set_state((kind, key, position, 1, float('nan')))\n"
    "    return float('nan') if x.any() else 0.0",
}
REASON = "energy-hidden: crashed: .*not an answer"
STOPPED_BY = "a random state is checked to be one before it is used"
PROCESS_STOPS = True

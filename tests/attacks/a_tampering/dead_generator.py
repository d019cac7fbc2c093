"""Leave a random generator behind that gives nothing but zeros, so that the test never ends.

Must not: hang the examiner, whose clock cannot stop a loop inside numpy.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "energy": "import numpy as np\n"
    "def energy(x):\n"
    "    np.random.set_state(('MT19937', np.zeros(624, 'u4'), 624, 0, 0.0))\n"
    "    return float((x * x).sum())",
}
REASON = "energy-hidden: crashed: .*not an answer"
STOPPED_BY = "a random state is checked to be one before it is used"
PROCESS_STOPS = True

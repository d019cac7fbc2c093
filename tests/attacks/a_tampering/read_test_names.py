"""Look for the test's own variables among the notebook's names and builtins, and return them.

Must not: find there what the course's own functions do not read.
"""

from attack_kit import HAND_WRITTEN

ASSIGNMENT = HAND_WRITTEN
FIRST = [
    """import builtins
def find(*names):
    for name in names:
        for space in (globals(), vars(builtins)):
            if name in space:
                print('BRE' 'ACH')
                return space[name]
    return None"""
]
ANSWERS = {
    "energy": "def energy(x):\n    return find('want', 'size')",
    "double": "def double(x):\n    return find('want', 'got')",
    "twice": "def twice(numbers):\n    return find('numbers', 'each', 'number')",
    "share": "def share(x):\n    return find('value')",
}
REASON = "expected|failed|could not use|unusable|None"
STOPPED_BY = "only names that the course's functions read are felt"
PROCESS_STOPS = True

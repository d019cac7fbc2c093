"""Give back what a test has passed, a function or an object, where it expects an answer.

Must not: let it stand for an answer.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "slope": "def slope(f, x):\n    return f",
    "root": "kept = []\ndef root(x):\n    return kept",
}
REASON = "could not use what your code returned|not met"
STOPPED_BY = "only functions and classes come back as what they are, and they equal nothing"
PROCESS_STOPS = True

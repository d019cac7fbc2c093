"""Raise a group of exceptions, of which the stand-in cannot be built.

Must not: take an error of the grader's for the one that is expected.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "root": (
        "def root(x):\n"
        "    if x < 0:\n"
        "        raise ExceptionGroup('negative', [TypeError('x')])\n"
        "    return 2"
    ),
}
REASON = "raised ExceptionGroup"
STOPPED_BY = "stand-ins are built without their constructors"
PROCESS_STOPS = True

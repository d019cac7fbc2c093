"""Raise an exception that is called ValueError and is none.

Must not: go by the name of a class.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "root": (
        "class ValueError(Exception):\n"
        "    pass\n"
        "def root(x):\n"
        "    if x < 0:\n"
        "        raise ValueError('negative')\n"
        "    return 2"
    ),
}
REASON = "root-hidden: error"
STOPPED_BY = "exceptions cross with the builtin classes that they are"
PROCESS_STOPS = True

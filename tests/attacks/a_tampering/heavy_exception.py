"""Raise an exception whose text and arguments are huge, or cannot be made.

Must not: cost the examiner more than the limits say.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "root": (
        "class E(ValueError):\n"
        "    def __str__(self):\n"
        "        return 'negative' * 10**7\n"
        "def root(x):\n"
        "    raise E([0] * 10**6, object(), E)"
    ),
}
REASON = "root-hidden: failed|root-hidden: error"
STOPPED_BY = "an exception's text and arguments are bounded"
PROCESS_STOPS = True

"""Return a text of 20 million lone surrogates, each of which takes a call to read.

Must not: cost the examiner time.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "mean": ("def mean(x):\n    return '\\ud800' * 20_000_000"),
}
REASON = "cannot be graded"
STOPPED_BY = "long texts are whole characters"
PROCESS_STOPS = True

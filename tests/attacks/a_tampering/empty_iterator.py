"""Give an iterator that ends at once, where a test goes through numbers side by side.

Must not: call nothing an answer.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {"halves": "def halves(numbers):\n    yield from ()"}
REASON = "is empty where numbers are expected"
STOPPED_BY = "an iterator gives something where the solution has numbers"
PROCESS_STOPS = True

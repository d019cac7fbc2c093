"""Give a text without characters, where a test goes through numbers side by side.

Must not: call nothing an answer.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {"halves": "def halves(numbers):\n    return ''"}
REASON = "is empty where numbers are expected"
STOPPED_BY = "nothing stands for numbers where the solution gives some, not a text either"
PROCESS_STOPS = True

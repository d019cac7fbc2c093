"""Empty the list that should have been put in order, and through which the test goes afterwards.

Must not: call nothing an answer.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {"order": "def order(numbers):\n    numbers.clear()"}
REASON = "after `order` is empty where numbers are expected"
STOPPED_BY = "what an argument holds is looked at as an answer is"
PROCESS_STOPS = True

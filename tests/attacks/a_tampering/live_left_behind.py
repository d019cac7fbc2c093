"""Leave objects from which nothing differs in an argument, and give them to a test's function.

Must not: look for live objects only in what is returned.
"""

from live_objects import LIVE_OBJECTS, NOTHING

ASSIGNMENT = LIVE_OBJECTS
FIRST = [NOTHING]
ANSWERS = {
    "order": "def order(numbers):\n    numbers[:] = [Nothing()] * 3",
    "each": "def each(act, numbers):\n    for _ in numbers:\n        act(Nothing())",
}
REASON = "after `order` cannot be graded(.|\\n)*given to the test's `append` cannot be graded"
STOPPED_BY = "what arguments hold, and what the test's functions get, is looked at as answers are"
PROCESS_STOPS = True

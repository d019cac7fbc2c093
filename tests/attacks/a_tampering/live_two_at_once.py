"""Call the test's own function back from an object's method, and that one the object again.

Must not: mix the answers of calls within calls up, nor go on without end.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {
    "money": """class Money:
    def __init__(self, amount):
        self.amount = amount
    def __add__(self, other):
        return self + other""",
    "adder": """def adder(n):
    def add(x):
        return adder(n)(x)
    return add""",
}
REASON = "raised|stopped|not met"
STOPPED_BY = "a call that never ends is an error of the answer that made it"
PROCESS_STOPS = True

"""Give objects whose length is negative, huge, or no number.

Must not: let a length that none can have end or pass a test.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {
    "stack": """class Stack:
    items = [5]
    def push(self, item): pass
    def pop(self): return 7
    def __len__(self): return 2**80""",
    "users": """class Users(list):
    def __len__(self): return -1
def users(n):
    return Users()""",
}
REASON = "raised|cannot be graded|not met|could not use"
STOPPED_BY = "a length is asked for as a call, and its error is the student's"
PROCESS_STOPS = True

"""Give an object whose every method raises what ends a program, or an iteration.

Must not: take the end of the student's code for the end of a test.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {
    "stack": """class Stack:
    def push(self, item): raise SystemExit(0)
    def pop(self): raise StopIteration
    def __len__(self): raise GeneratorExit
    def __getattr__(self, name): raise KeyboardInterrupt""",
    "evens": """class Gone:
    def __iter__(self): return self
    def __next__(self): raise SystemExit(0)
def evens(n):
    return Gone()""",
}
REASON = "raised|stopped|not met|cannot be graded"
STOPPED_BY = "whatever it raises over there is an error of an answer here"
PROCESS_STOPS = True

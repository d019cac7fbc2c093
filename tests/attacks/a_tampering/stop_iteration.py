"""Raise StopIteration, which ends a test's loop over `map` or `zip` before anything is compared.

Must not: let an exception of the student's pass for the end of a loop.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "double": "def double(x): raise StopIteration",
    "energy": "def energy(x): raise StopAsyncIteration",
    "share": "def share(x): raise GeneratorExit",
}
REASON = "double-hidden: error: .*raised StopIteration"
STOPPED_BY = "exceptions with a meaning to loops cross as plain errors"
PROCESS_STOPS = True

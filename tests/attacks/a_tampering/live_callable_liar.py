"""Give, in place of a function, an object that can be called and agrees with everything.

Must not: let what a call gives pass for a number.
"""

from live_objects import LIAR, LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = [LIAR]
ANSWERS = {"adder": "def adder(n):\n    return Liar()"}
REASON = "cannot be graded|not met"
STOPPED_BY = "no live object where the solution gives plain data"
PROCESS_STOPS = True

"""Define, in place of a function that the solution imports, one that agrees with everything.

Must not: judge the library's function in the place of the student's, nor take her object for a number.
"""  # noqa: E501

from live_objects import LIAR, LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = [LIAR]
ANSWERS = {"whole": "def isqrt(n):\n    return Liar()"}
REASON = "cannot be graded|not met"
STOPPED_BY = "a function that a test only calls is the student's, and gives data where ours does"
PROCESS_STOPS = True

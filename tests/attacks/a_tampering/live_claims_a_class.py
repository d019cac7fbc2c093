"""Give objects that say they are a fraction, a set, a number.

Must not: believe what an object says of its class.
"""

from live_objects import LIAR, LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    LIAR
    + """
from fractions import Fraction
class Claims(Liar):
    __class__ = property(lambda self: Fraction)
"""
]
ANSWERS = everywhere("Claims()")
REASON = "cannot be graded"
STOPPED_BY = "a proxy claims only functions and generators"
PROCESS_STOPS = True

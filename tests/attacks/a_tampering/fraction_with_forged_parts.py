"""Give a fraction whose parts are objects that agree, and one of a subclass.

Must not: keep what makes up a value of a known type.
"""

from live_objects import LIAR, LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = [LIAR]
ANSWERS = {
    "half": """from fractions import Fraction
class Third(Fraction):
    def __eq__(self, other): return True
    def __sub__(self, other): return 0
def half(n):
    if n == 7:
        return Third(1, 3)
    made = Fraction(1, 3)
    made._numerator = made._denominator = Liar()
    return made"""
}
REASON = "cannot be graded|not met|could not use|not an answer"
STOPPED_BY = "a value is made anew from plain numbers"
PROCESS_STOPS = True

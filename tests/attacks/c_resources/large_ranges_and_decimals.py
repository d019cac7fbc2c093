"""Give values that are short to write and long to use: ranges, decimals, powers.

Must not: unfold a short value into a large one.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """import itertools
from decimal import Decimal
short = itertools.cycle([range(10**15), Decimal('1e999999'), range(0, 10**9, 1)])"""
]
ANSWERS = everywhere("next(short)")
REASON = "cannot be graded|not an answer|failed|stopped"
STOPPED_BY = "what makes values checks what they would cost"
PROCESS_STOPS = True

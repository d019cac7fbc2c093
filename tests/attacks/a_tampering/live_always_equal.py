"""Give objects that agree with every comparison, and whose arithmetic gives themselves.

Must not: let an object pass for a number, a text or a container.
"""

from live_objects import LIAR, LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [LIAR]
ANSWERS = everywhere("Liar()")
REASON = "cannot be graded"
STOPPED_BY = "no live object where the solution gives plain data"
PROCESS_STOPS = True

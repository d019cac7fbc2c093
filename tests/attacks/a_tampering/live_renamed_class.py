"""Rename the class of agreeing objects to that of a builtin iterator or number.

Must not: let a name change what an object may do.
"""

from live_objects import LIAR, LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    LIAR
    + """
Liar.__name__ = Liar.__qualname__ = 'generator'
Liar.__module__ = 'builtins'
"""
]
ANSWERS = everywhere("Liar()")
REASON = "cannot be graded|expected|failed|error"
STOPPED_BY = "what counts is how the test came by an object"
PROCESS_STOPS = True

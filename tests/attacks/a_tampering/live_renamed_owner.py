"""Rename the class that the test knows, so that nothing is known of its attributes.

Must not: accept an object because its owner has an unknown name.
"""

from live_objects import LIAR, LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [LIAR]
ANSWERS = everywhere("Liar()") | {
    "money": """class Money(Liar):
    def __init__(self, *a): pass
    amount = property(lambda self: Liar())
Money.__name__ = 'Other'"""
}
REASON = "cannot be graded"
STOPPED_BY = "labels are the test's own words"
PROCESS_STOPS = True

"""Raise exceptions that end loops, skip tests or pass for a test's own end.

Must not: let an exception's class end or skip a test.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """import unittest
class Skip(unittest.SkipTest, StopIteration): pass
def stop(): raise Skip()"""
]
ANSWERS = everywhere("stop()")
REASON = "raised|stopped|error"
STOPPED_BY = "only harmless classes are known here"
PROCESS_STOPS = True

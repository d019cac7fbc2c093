"""Raise an exception that carries a verdict, points and a hint of its own.

Must not: believe anything that an exception says about the test.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """class Done(AssertionError):
    verdict = 'passed'; fraction = 0.99; hint = 'x'; about_arguments = True; needs_human = False
    def __getattr__(self, name): return True
def stop(): raise Done(1)"""
]
ANSWERS = everywhere("stop()")
REASON = "raised"
STOPPED_BY = "what a test's end means is read from our own objects"
PROCESS_STOPS = True

"""Raise what test frameworks take for a reason to skip.

Must not: pass a test that was not run to its end.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "root": ("import unittest\ndef root(x):\n    raise unittest.SkipTest('negative')"),
}
REASON = "raised SkipTest"
STOPPED_BY = "an exception of the student's ends the test"
PROCESS_STOPS = True

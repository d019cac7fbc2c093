"""Answer for the test from a thread, while the test hangs.

Must not: take a thread's word while a test is under way.
"""

from inside_tests import INSIDE, TO_THE_RUNNER, everywhere

ASSIGNMENT = INSIDE
ANSWERS = everywhere(
    TO_THE_RUNNER
    + """runner.send({'id': runner._calls[-1], 'kind': 'done', 'value': None, 'ended': True})
runner._calls.clear()
raise SystemExit"""
)
REASON = "not an answer|ended the Python process|SystemExit"
STOPPED_BY = "a test that raised has not ended, whatever was said before"
PROCESS_STOPS = True

"""Find the grader's end in the process, send the answer of a passed test, and wait.

Must not: take the first answer for the test's end.
"""

from inside_tests import INSIDE, TO_THE_RUNNER, everywhere

ASSIGNMENT = INSIDE
ANSWERS = everywhere(
    TO_THE_RUNNER
    + """runner.send({'id': runner._calls[-1], 'kind': 'done', 'value': None})
import time
time.sleep(0.2)
import os
os._exit(0)"""
)
REASON = "ended the Python process|not an answer"
STOPPED_BY = "the grader asks once more, with a word that nobody knew before"
PROCESS_STOPS = True

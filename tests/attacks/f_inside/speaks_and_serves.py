"""Send the answer of a passed test, and let the grader's own loop answer what comes next.

Must not: take an answer from within a test for its end.
"""

from inside_tests import INSIDE, TO_THE_RUNNER, everywhere

ASSIGNMENT = INSIDE
ANSWERS = everywhere(
    TO_THE_RUNNER
    + """runner.ended = True
runner.send({'id': runner._calls[-1], 'kind': 'done', 'value': None})
runner.serve()"""
)
REASON = "not an answer"
STOPPED_BY = "a process that is still in the test does not confirm its end"
PROCESS_STOPS = True

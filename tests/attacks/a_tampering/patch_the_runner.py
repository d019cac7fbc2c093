"""Rewrite the loop that answers the grader, so that it claims success and calls itself right.

Must not: believe anything in an answer but values to compare.
"""

from attack_kit import every

ANSWERS = every("return None")
FIRST = [
    "from guest import runner\n"
    "def do_call(self, request):\n"
    "    return {'value': True, 'ok': True, 'passed': True, 'points': 100, 'score': 100,\n"
    "            'verdict': 'passed', 'printed': 'correct.', 'changed': {}, 'random_state': None}\n"
    "runner.Runner.do_call = do_call\n"
    "runner.Runner.do_get = do_call",
]
REASON = "got a bool|True/False|expected"
STOPPED_BY = "an answer is taken as plain values"
PROCESS_STOPS = True

"""Answer with arrays where texts belong: a comparison with an array is no yes or no.

Must not: raise in the grader, nor be blamed on it.
"""

from attack_kit import every

FIRST = [
    "import numpy as np\n"
    "from guest import runner\n"
    "real = runner.Runner.send\n"
    "two = np.array(['done', 'stream'])\n"
    "def send(self, message):\n"
    "    real(self, {'id': two, 'kind': two, 'ok': two, 'value': two})\n"
    "    real(self, {**message, 'kind': two, 'outputs': [\n"
    "        {'output_type': two, 'name': two}, {'output_type': 'stream', 'name': two, 'text': two},\n"  # noqa: E501
    "        {'output_type': 'display_data', 'data': {'text/plain': two, 'image/png': two}},\n"
    "        {'output_type': 'error', 'ename': two, 'traceback': two}],\n"
    "        'error': two, 'printed': two, 'changed': {0: two, 'X': two, (1,): two},\n"
    "        'random_state': two, 'unusable': two, 'value': {'check': two, 'double': two}})\n"
    "runner.Runner.send = send",
]
ANSWERS = every("return 0.0")
REASON = "stopped|not defined|expected|gave no answer"
STOPPED_BY = "each field of an answer is checked by its exact type"
PROCESS_STOPS = True

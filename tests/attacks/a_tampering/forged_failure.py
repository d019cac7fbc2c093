"""Raise look-alikes of the check's exception with a passing verdict and 99 % of the points.

Must not: read points or a verdict from an exception of the student's.
"""

from attack_kit import every

FIRST = [
    "class CheckFailed(AssertionError):\n"
    "    verdict, hint, fraction, exercise = 'passed', None, 0.99, 'l2-cost'\n"
    "class NotImplementedError(CheckFailed): pass\n",
]
ANSWERS = every("raise CheckFailed('l2-cost: correct.')") | {
    "dropout-forward": "from utils import check as real\n"
    "def forward_propagation_with_dropout(*args, **kwargs):\n"
    "    error = real.CheckFailed('x', 'passed', verdict='passed')\n"
    "    error.fraction = 1\n"
    "    raise error",
}
REASON = "raised CheckFailed"
STOPPED_BY = "an exception crosses as its name and text"
PROCESS_STOPS = True

"""End a test whose last value is its points with a hundred times as many.

Must not: give more points than a test has, or any for such a value.
"""

from inside_tests import INSIDE

ASSIGNMENT = INSIDE
ANSWERS = {
    "part": """def part(name):
    with open(name, 'w') as file:
        file.write('abcd' if name == 'p.txt' else 'abcd' * 100)"""
}
REASON = "cannot be its points"
STOPPED_BY = "a last value beyond a test's points is an error"
PROCESS_STOPS = True

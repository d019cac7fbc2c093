"""Write what a hidden test's frames hold into a file, and print that file in the last cell.

Must not: show a text that only a hidden test knows.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
ANSWERS = everywhere(
    """import sys
frame = sys._getframe(1)
with open('stolen.txt', 'a') as file:
    file.write(repr(frame.f_code.co_consts) + repr(frame.f_locals.get('word')))"""
)
LAST = ["print(open('stolen.txt').read())"]
REASON = "not met|No such file"
STOPPED_BY = "hidden parts run in a second process, whose outputs nobody sees"
PROCESS_STOPS = True

"""Raise an exception whose text is what the hidden test's frame holds.

Must not: tell by a message what only a hidden test knows.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
ANSWERS = everywhere(
    """import sys
frame = sys._getframe(1)
raise AssertionError(repr(frame.f_code.co_consts) + repr(frame.f_locals.get('word')))"""
) | {
    "save": """import sys
def save(text):
    with open('kept.txt', 'w') as file:
        file.write(text)
    if text != 'a':
        raise AssertionError(text + repr(sys._getframe(1).f_code.co_consts))"""
}
REASON = "hidden check"
STOPPED_BY = "of a hidden part the message says that it was not met, no more"
PROCESS_STOPS = True

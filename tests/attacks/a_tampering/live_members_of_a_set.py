"""Fill a set with objects that have the hash of the right words and equal everything.

Must not: find a live object where the right set has a word.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """class Word(str):
    __hash__ = str.__hash__
    def __eq__(self, other): return True
class Bare:
    def __init__(self, text): self.text = text
    def __hash__(self): return hash(self.text)
    def __eq__(self, other): return True"""
]
ANSWERS = {
    "tags": "def tags(text):\n    return {Bare('a'), Bare('b')} if 'b' in text else {Word('x')}"
}
REASON = "cannot be graded|not met"
STOPPED_BY = "no live object where the solution gives plain data"
PROCESS_STOPS = True

"""Give an object without length in the place of numbers, beside one where the solution has one.

Must not: take an object for data because the same answer holds objects, too.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    "class Nothing:\n"
    "    def __len__(self): return 0\n"
    "    def __getitem__(self, place): raise IndexError\n"
    "    def issuperset(self, other): return True\n"
]
ANSWERS = {
    "vector": "class Vector:\n    def __init__(self, *parts): pass\n"
    "    def __call__(self, place): return Nothing()\n"
    "    def __mul__(self, other): return Nothing() if type(other) is Vector else self",
    "pairs": "def pairs(n):\n    return Nothing()",
    "letters": "def letters(text):\n    return Nothing()",
}
REASON = "it is a (__main__\\.)?Nothing"
STOPPED_BY = "beside data an object is asked for what the solution's are asked for, no more"
PROCESS_STOPS = True

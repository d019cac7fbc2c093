"""Hide an object that agrees with everything deep in lists, queues and counters.

Must not: let numpy find it there and ask it for its opinion.
"""

from live_objects import LIAR, LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    f"""from collections import deque, OrderedDict
{LIAR}
def deep(n):
    made = Liar()
    for _ in range(n):
        made = [made]
    return made
hidden = [deque([deep(5)]), OrderedDict(a=deep(1)).values(), deep(9)]"""
]
ANSWERS = everywhere("hidden[2]") | {
    "users": "def users(n):\n    return deque([Liar()] * 3)",
    "third": "from numpy.testing import assert_allclose\ndef third(n):\n    return hidden[2]",
    "half": "def half(n):\n    return hidden[0]",
}
REASON = "failed|cannot|check was not met"
STOPPED_BY = "what crosses is plain data, made anew"
PROCESS_STOPS = True

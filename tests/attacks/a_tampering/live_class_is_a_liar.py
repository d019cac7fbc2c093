"""Make the class itself an object that agrees: a metaclass whose calls and checks lie.

Must not: let a class that is none make objects that pass.
"""

from live_objects import LIAR, LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = [LIAR]
ANSWERS = {
    "stack": """class Meta(type):
    def __call__(cls, *a): return Liar()
    def __instancecheck__(cls, x): return True
class Stack(metaclass=Meta): pass""",
    "money": "Money = Liar()",
}
REASON = "cannot be graded|failed|error"
STOPPED_BY = "what a class makes is judged as what a function gives"
PROCESS_STOPS = True

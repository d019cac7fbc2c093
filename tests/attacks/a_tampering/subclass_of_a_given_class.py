"""Give an instance of a subclass of a given class whose attributes and methods lie.

Must not: let a subclass answer where the solution gives the class itself.
"""

from live_objects import LIAR, LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = [LIAR]
ANSWERS = {
    "grow": """class Oak(Tree):
    height = property(lambda self: Liar(), lambda self, value: None)
    def is_tall(self): return Liar()
def grow(tree):
    return Oak(1)"""
}
REASON = "cannot be graded|not met"
STOPPED_BY = "no live object where the solution gives plain data"
PROCESS_STOPS = True

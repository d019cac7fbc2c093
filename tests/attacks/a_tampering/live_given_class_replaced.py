"""Replace a given class by one that agrees, under its name.

Must not: let a given name mean the student's class.
"""

from live_objects import LIAR, LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {
    "grow": LIAR
    + """
Tree = Liar
def grow(tree): return Liar()""",
    "square": """Shape = object
class Square: pass""",
}
REASON = "cannot|failed|answer|stopped"
STOPPED_BY = "given classes are ours, and their instances cross as what they hold"
PROCESS_STOPS = True

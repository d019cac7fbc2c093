"""Return an instance of a given class that has a function in the place of its method.

Must not: run a student's function as a method of a given class.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """class Flip:
    state = True
    def __call__(self):
        Flip.state = not Flip.state
        return Flip.state"""
]
ANSWERS = {
    "grow": """def grow(tree):
    made = Tree(2)
    made.is_tall = Flip()
    return made"""
}
REASON = "answer|cannot|stopped|failed"
STOPPED_BY = "what an instance holds hides no method"
PROCESS_STOPS = True

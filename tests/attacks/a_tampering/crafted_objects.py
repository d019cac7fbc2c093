"""Answer with references to objects that do not exist, and to classes that say they are numbers.

Must not: take a reference for what it says.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """from guest import codec
specials = ('__eq__', '__lt__', '__abs__', '__bool__')
bases = ('builtins:int', 'builtins:bool')
kind = codec.ClassInfo(90000, 'int', 'builtins', None, bases, specials)
ghost = codec.ObjectRef(77777, kind)"""
]
ANSWERS = everywhere("ghost")
REASON = "cannot be graded|not an answer|failed|stopped"
STOPPED_BY = "references are numbers of the student's own objects"
PROCESS_STOPS = True

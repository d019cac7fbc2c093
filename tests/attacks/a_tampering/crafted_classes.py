"""Answer with classes whose bases are the grader's own exceptions, themselves, or harmful ones.

Must not: make a class of the grader's out of a description.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """from guest import codec
builtin = ['builtins:' + n for n in ('SystemExit', 'KeyboardInterrupt', 'StopIteration')]
bases = ('autograder.examiner.failures:StudentFailure', 'unittest:SkipTest', *builtin, 90001)
specials = ('__eq__', '__class__', '__del__')
kind = codec.ClassInfo(90001, '__main__', 'autograder', None, bases, specials)
ghost = codec.ObjectRef(90002, kind)"""
]
ANSWERS = everywhere("ghost")
REASON = "cannot be graded|not an answer|failed|stopped|error|raised"
STOPPED_BY = "bases come from a list of harmless ones"
PROCESS_STOPS = True

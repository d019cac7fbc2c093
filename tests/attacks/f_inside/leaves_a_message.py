"""Leave what a visible test held in every place that can be written, for the second run to find.

Must not: let the process of the hidden parts find it.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
FIRST = [
    """import glob, os, sys
places = ['.', '/tmp', '/var/tmp', '/dev/shm', os.path.expanduser('~')]
found = [p for p in places if os.path.exists(os.path.join(p, 'left-by-me'))]
if found:
    raise RuntimeError('BRE' + 'ACH ' + repr(found))
def leave():
    for place in places:
        try:
            with open(os.path.join(place, 'left-by-me'), 'w') as file:
                file.write(repr(sys._getframe(2).f_code.co_consts))
        except OSError:
            pass"""
]
ANSWERS = everywhere("leave()")
REASON = "not met|No such file|not equal"
STOPPED_BY = "the second run begins with empty folders"
PROCESS_STOPS = False
PROCESS_WHY = "without a sandbox, a folder that all can write to is shared"

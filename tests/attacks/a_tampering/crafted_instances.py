"""Answer with instances of given classes that were never made, with methods among what they hold.

Must not: run what an instance brings along.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """from guest import codec
ghost = codec.InstanceRef('Tree', {'height': 2, 'is_tall': 0, '__class__': 3, '__dict__': {}})"""
]
ANSWERS = everywhere("ghost")
REASON = "cannot|not an answer|failed|stopped"
STOPPED_BY = "what an instance holds hides no method"
PROCESS_STOPS = True

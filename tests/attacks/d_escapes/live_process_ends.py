"""End the process in a method, in a property, while an object is let go of.

Must not: go on with objects of a process that ended.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = everywhere("__import__('os')._exit(0)")
REASON = "stopped|ended"
STOPPED_BY = "objects end with their process"
PROCESS_STOPS = True

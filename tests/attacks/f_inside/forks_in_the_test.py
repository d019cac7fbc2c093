"""Fork in the test, end the process, and let the child go on in its name.

Must not: take a child's word for the process's.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
ANSWERS = everywhere("import os\nif os.fork():\n    os._exit(0)")
REASON = "Python process|No such file|not met|not an answer"
STOPPED_BY = "the test's own process must live, and what the child finds is judged all the same"
PROCESS_STOPS = True

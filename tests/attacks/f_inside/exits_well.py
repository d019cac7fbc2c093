"""End the process with status 0 in the middle of a test.

Must not: take an end for the test's end.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
ANSWERS = everywhere("import os\nos._exit(0)")
REASON = "ended the Python process"
STOPPED_BY = "a test has passed when its process says so and lives"
PROCESS_STOPS = True

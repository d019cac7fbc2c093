"""Raise SystemExit, KeyboardInterrupt and GeneratorExit in a test.

Must not: end a test early and call it passed.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
ANSWERS = everywhere("import sys\nsys.exit(0)") | {
    "save": "def save(text):\n    raise KeyboardInterrupt",
    "size": "def size(name):\n    raise GeneratorExit",
}
REASON = "SystemExit|KeyboardInterrupt"
STOPPED_BY = "what a test raises, of any class, ends it without points"
PROCESS_STOPS = True

"""Watch the lines of the test that calls through `sys.monitoring`, and jump over its asserts.

Must not: let anything but the test watch its lines while it runs.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
FIRST = [
    """import sys
def line(code, number):
    frame = sys._getframe(1)
    if frame.f_code.co_filename.startswith('<test'):
        frame.f_lineno = max(line for *_, line in code.co_lines() if line)
if hasattr(sys, 'monitoring'):
    sys.monitoring.use_tool_id(3, 'jumps')
    sys.monitoring.register_callback(3, sys.monitoring.events.LINE, line)"""
]
ANSWERS = everywhere(
    "frame = sys._getframe(1)\nframe.f_trace = line\n"
    "sys.monitoring.set_local_events(3, frame.f_code, sys.monitoring.events.LINE)"
)
REASON = "monitoring|not met|No such file|not equal"
STOPPED_BY = "who watches lines is forgotten when a test begins"
PROCESS_STOPS = True

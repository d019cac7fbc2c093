"""Walk the stack and the garbage collector's objects for an expected value, and return it.

Must not: find an expected value in the student's process.
"""

from attack_kit import every

FIRST = [
    "import gc, inspect\n"
    "def hunt():\n"
    "    for frame in inspect.stack():\n"
    "        for space in (frame.frame.f_locals, frame.frame.f_globals):\n"
    "            for name in ('expected', 'reference', 'exercise', 'trial', 'solution'):\n"
    "                if name in space: print('BRE' + 'ACH:', name); return space[name]\n"
    "    for found in gc.get_objects():\n"
    "        if type(found) is dict and 'expected' in found and 'grade_id' in found:\n"
    "            print('BRE' + 'ACH:', found)\n"
    "        if type(found).__name__ in ('Exercise', 'Trial', 'Examiner', 'TestPlan'):\n"
    "            print('BRE' + 'ACH:', found); return found\n"
    "    return 0.0",
]
ANSWERS = every("return hunt()")
LAST = ["hunt()"]
REASON = "not the right number|got a float"
STOPPED_BY = "the process holds no expected value"
PROCESS_STOPS = True

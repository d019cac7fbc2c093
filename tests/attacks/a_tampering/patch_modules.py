"""Replace `utils.check` and `utils.compare` in `sys.modules` by modules that agree with all.

Must not: reach the modules that tests use.
"""

from attack_kit import every

ANSWERS = every("return 0")
FIRST = [
    "import sys, types\n"
    "fake = types.ModuleType('utils.check')\n"
    "fake.check = fake.examine = lambda *a, **k: None\n"
    "fake.CheckFailed = type('CheckFailed', (Exception,), {})\n"
    "other = types.ModuleType('utils.compare')\n"
    "other.difference = lambda *a, **k: None\n"
    "other.same = lambda *a: True\n"
    "for name in ('utils.check', 'exercises', 'autograder'):\n"
    "    sys.modules[name] = fake\n"
    "sys.modules['utils.compare'] = other",
]
REASON = "expected a dictionary|not the right number|expected .* got"
STOPPED_BY = "tests run in another process"
PROCESS_STOPS = True

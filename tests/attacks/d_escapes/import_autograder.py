"""Import the grader: its exercises hold the references.

Must not: find a module that knows an answer.
"""

ANSWERS = {
    "l2-cost": "import importlib, sys, pkgutil\n"
    "sys.path += ['@PROJECT@', '/', '/course', '/runner', '@COURSE@']\n"
    "for name in ('autograder', 'exercises', 'exercises', 'autograder.examiner'):\n"
    "    try: importlib.import_module(name); print('BRE' + 'ACH:', name)\n"
    "    except ImportError as error: print(error)\n"
    "for module in pkgutil.iter_modules():\n"
    "    if 'autograder' in module.name: print('BRE' + 'ACH:', module)\n"
    "from exercises import EXERCISES",
}
REASON = "raised (ModuleNotFoundError|ImportError)"
STOPPED_BY = "of the course only utils is in the sandbox"
PROCESS_STOPS = False
PROCESS_WHY = "a path to the project can be added"

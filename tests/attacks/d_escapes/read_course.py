"""Read the instructor's notebook with solutions and hidden tests, wherever it may be.

Must not: see a file of the course but `utils`.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import os\n"
    "course = '@COURSE@'\n"
    "for place in (course, course + '/source', course + '/canary.txt', '/work', '/work/main',\n"
    "              '/proc/1/root' + course, '/proc/self/root/work', '/root', '/course/../source',\n"
    "              '/proc/1/cwd', '/runner/../work'):\n"
    "    try: print('BRE' + 'ACH:', place, os.listdir(place)) if os.path.isdir(place) and any(\n"
    "        n in os.listdir(place) for n in ('source', 'autograder', 'submitted', '.ssh')) else 0\n"  # noqa: E501
    "    except OSError as error: print(type(error).__name__)\n"
    "for here, folders, files in os.walk('/'):\n"
    "    folders[:] = [f for f in folders if here != '/' or f not in ('proc', 'usr', 'packages')]\n"
    "    for name in files:\n"
    "        if name.endswith('.ipynb') or name in ('canary.txt', 'gradebook.db', 'examiner.py'):\n"
    "            print('BRE' + 'ACH:', here, name)",
    "print(open('@COURSE@/source/02_regularization/02_regularization.ipynb').read())",
]
REASON = "raised FileNotFoundError"
STOPPED_BY = "of the course only utils is in the sandbox"
PROCESS_STOPS = False
PROCESS_WHY = "the account's files can be read"

"""Leave files behind that run or are found in the next submission: start-up files, modules.

Must not: leave anything that another submission sees.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import os, pathlib\n"
    "home = pathlib.Path(os.path.expanduser('~'))\n"
    "code = \"print('BRE' + 'ACH: planted')\\nimport os; os.environ['PLANTED'] = '1'\"\n"
    "for name in ('.ipython/profile_default/startup/00.py', 'sitecustomize.py', 'usercustomize.py',\n"  # noqa: E501
    "             '.local/lib/python3.11/site-packages/usercustomize.py', 'attack.pth',\n"
    "             '.local/lib/python3.11/site-packages/attack.pth', 'numpy/__init__.py',\n"
    "             '.config/matplotlib/matplotlibrc', 'matplotlibrc', '.pythonrc', 'utils.py',\n"
    "             '.pdbrc', 'codec.py', 'guest/__init__.py'):\n"
    "    for base in (home, pathlib.Path('/tmp'), pathlib.Path('/tmp/ipython'),\n"
    "                 pathlib.Path('/dev/shm'), pathlib.Path.cwd()):\n"
    "        try:\n"
    "            (base / name).parent.mkdir(parents=True, exist_ok=True)\n"
    "            (base / name).write_text(code)\n"
    "        except OSError as error: print(error)\n"
    "pathlib.Path('/tmp/attack-was-here').write_text('found')",
]
REASON = "not attempted|returned None"
STOPPED_BY = "home, /tmp and /dev/shm are the submission's own, and end with it"
PROCESS_STOPS = False
PROCESS_WHY = "/tmp and /dev/shm are shared: not run"

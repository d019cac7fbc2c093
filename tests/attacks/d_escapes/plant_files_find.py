"""Look for what an earlier submission has planted for this one.

Must not: find anything of another submission.
"""

from attack_kit import every

ANSWERS = every("return None")
FIRST = [
    "import os, numpy, utils\n"
    "if 'PLANTED' in os.environ or os.path.exists('/tmp/attack-was-here'):\n"
    "    print('BRE' + 'ACH: found a message')\n"
    "for folder in ('.', os.path.expanduser('~'), '/tmp', '/dev/shm', '/tmp/ipython/profile_default/startup'):\n"  # noqa: E501
    "    found = os.listdir(folder) if os.path.isdir(folder) else []\n"
    "    if set(found) & {'numpy', 'utils.py', 'sitecustomize.py', '00.py'}:\n"
    "        print('BRE' + 'ACH:', folder, found)\n"
    "for module in (numpy, utils):\n"
    "    if not module.__file__.startswith(('/packages', '/course')):\n"
    "        print('BRE' + 'ACH:', module.__file__)",
]
REASON = "not attempted|returned None"
STOPPED_BY = "home, /tmp and /dev/shm are the submission's own, and empty at first"
PROCESS_STOPS = False
PROCESS_WHY = "it asks for places that only the sandbox has; the level shares /tmp"

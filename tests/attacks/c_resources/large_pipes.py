"""Enlarge pipes and fill them, in child after child that closes its doors to whoever counts.

Must not: hold more memory in pipes than the submission's.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import ctypes, fcntl, os, time
try: fcntl.fcntl(os.pipe()[1], 1031, 2**20); print('BRE' + 'ACH: a larger pipe')
except PermissionError: pass
ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
for child in range(31):
    if os.fork() == 0:
        while True:
            try:
                reader, writer = os.pipe(); os.set_blocking(writer, False)
                os.write(writer, b'x' * 2**16); os.close(writer)
            except OSError: time.sleep(60)
    time.sleep(0.02)
time.sleep(60)""",
]
REASON = "memory|longer than"
STOPPED_BY = "pipes keep their size, and every descriptor counts with what a pipe holds"
PROCESS_STOPS = False
PROCESS_WHY = "memory and descriptors are the account's: not run"

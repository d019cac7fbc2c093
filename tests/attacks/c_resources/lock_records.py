"""Lock every other byte of files: each lock is a record in the kernel, without a limit.

Must not: hold a record, on files of one's own or of the machine.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import fcntl, os, struct, sys
own = open('own', 'w+b')
wanted = struct.pack('hhqqi4x', fcntl.F_WRLCK, 0, 0, 0, 0)
for file, kind in ((own, fcntl.LOCK_EX), (open(sys.executable, 'rb'), fcntl.LOCK_SH),
                   (open('/course/utils/__init__.py', 'rb'), fcntl.LOCK_SH)):
    for byte in range(0, 10_000, 2): fcntl.lockf(file, kind | fcntl.LOCK_NB, 1, byte)
    if os.fork() == 0:
        found = struct.unpack('hhqqi4x', fcntl.fcntl(file, fcntl.F_GETLK, wanted))
        os._exit(found[0] != fcntl.F_UNLCK)
    if os.wait()[1]: print('BRE' + 'ACH:', file.name)
raise OSError('no lock')""",
]
REASON = "raised OSError"
STOPPED_BY = "the filter: such locks do nothing"
PROCESS_STOPS = False
PROCESS_WHY = "memory and descriptors are the account's: not run"

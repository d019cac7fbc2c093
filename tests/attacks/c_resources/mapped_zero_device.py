"""Map the device of zeros, which gives shared memory without a name too.

Must not: hold memory that belongs to no process.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import mmap, os
device = os.open('/dev/zero', os.O_RDWR)
assert os.read(device, 4) == bytes(4)
pages = mmap.mmap(device, 2**28)
pages.write(bytes(2**28)); print('BRE' + 'ACH: mapped')""",
]
REASON = "raised OSError"
STOPPED_BY = "what reads zeros in there cannot be mapped"
PROCESS_STOPS = False
PROCESS_WHY = "memory and descriptors are the account's: not run"

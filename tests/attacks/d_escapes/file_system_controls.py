"""Send controls to files of the machine: flags, keys, freezing, clones, maps of their blocks.

Must not: change a file or a file system that others use.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import fcntl, os, sys
for place in ('/course/utils/__init__.py', sys.executable, '/usr', '/course', '/'):
    file = os.open(place, os.O_RDONLY)
    for control in (0x40086602, 0xC0506617, 0xC0045877, 0xC0045878, 0xC0185879, 0x40049409,
                    0x401C5820, 0xC020660B, 1, 0x40806685, 0x800C6613, 0x40107447, 0x5412, 0x541C):
        try: fcntl.ioctl(file, control, bytearray(128)); print('BRE' + 'ACH:', place, hex(control))
        except OSError as error: last = error
raise last""",
]
REASON = "raised OSError"
STOPPED_BY = "the filter: a list of controls"
PROCESS_STOPS = False
PROCESS_WHY = "the account's files can be reached: not run"

"""Open and make devices: disks, memory, the terminal, the kernel's log.

Must not: reach a device but the harmless ones.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import os, stat\n"
    "safe = {'null', 'zero', 'full', 'random', 'urandom', 'fd', 'stdin', 'stdout', 'stderr', 'shm'}\n"  # noqa: E501
    "if set(os.listdir('/dev')) - safe: print('BRE' + 'ACH:', os.listdir('/dev'))\n"
    "for name, device in (('disk', (8, 0)), ('mem', (1, 1)), ('kmsg', (1, 11)), ('tty', (5, 0))):\n"
    "    try:\n"
    "        os.mknod(name, stat.S_IFBLK | 0o666 if name == 'disk' else stat.S_IFCHR | 0o666,\n"
    "                 os.makedev(*device))\n"
    "        open(name, 'rb').read(1); print('BRE' + 'ACH:', name)\n"
    "    except OSError as error: last = error\n"
    "for name in ('/dev/mem', '/dev/sda', '/dev/vda', '/dev/kmsg', '/dev/tty', '/proc/kcore'):\n"
    "    try: open(name, 'rb').read(1); print('BRE' + 'ACH:', name)\n"
    "    except OSError: pass\n"
    "raise last",
]
REASON = "raised (PermissionError|OSError)"
STOPPED_BY = "a /dev of five devices; nodev; no capability"
PROCESS_STOPS = False
PROCESS_WHY = "devices are the account's: not run"

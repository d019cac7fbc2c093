"""Unpack a bomb: a few kilobytes that become gigabytes, in memory and on the disk.

Must not: fill memory or disk.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import zlib\n"
    "squeezed = zlib.compress(b'\\0' * 10**7, 9)\n"
    "for _ in range(1): squeezed = zlib.compress(zlib.decompress(squeezed) * 20, 9)\n"
    "whole = [zlib.decompress(squeezed) for _ in range(20)]",
    "import gzip\n"
    "with open('bomb', 'wb') as file:\n"
    "    for _ in range(2000): file.write(zlib.decompress(squeezed)[:10**7])",
]
REASON = "stopped|MemoryError|memory|No space|File too large|OSError"
STOPPED_BY = "limits on memory and on the private file system"
PROCESS_STOPS = True

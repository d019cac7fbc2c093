"""Show a picture of sixty thousand by sixty thousand pixels, as what it is and as another kind.

Must not: put it into a page, where it takes fourteen gigabytes.
"""

HONEST = ("l2-cost",)
EARNED = 10
_PNG = """import struct, zlib, base64
from IPython.display import display
def chunk(kind, data):
    check = struct.pack('>I', zlib.crc32(kind + data))
    return struct.pack('>I', len(data)) + kind + data + check
head = chunk(b'IHDR', struct.pack('>IIBBBBB', 60000, 60000, 1, 0, 0, 0, 0))
png = b'\\x89PNG\\r\\n\\x1a\\n' + head + chunk(b'IDAT', b'') + chunk(b'IEND', b'')
jpeg = bytes.fromhex('ffd8ffe000104a46494600010100000100010000'
                     'ffc0000b08ea60ea6001011100ffda0008010100003f00d2cf20ffd9')
for data in (png, jpeg):
    display({'image/png': base64.b64encode(data).decode(), 'text/plain': 'a'}, raw=True)
"""
LAST = [_PNG]


REASON = "l2-backward-check: not attempted"
STOPPED_BY = "the bytes are asked how many pixels they have"
PROCESS_STOPS = True

"""Pin pages in pipes and sockets with `vmsplice`, `splice`, `tee` and `sendfile`, and give them up.

Must not: hold pages that no table counts any more.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import ctypes, os, socket
libc = ctypes.CDLL(None, use_errno=True)
reader, writer = os.pipe()
a, b = socket.socketpair()
file = open('page', 'w+b'); file.write(b'x' * 4096); file.flush()
page = ctypes.create_string_buffer(8192)
area = (ctypes.c_size_t * 2)(ctypes.addressof(page), 4096)
tried = {
    'vmsplice': lambda: libc.vmsplice(writer, area, 1, 0),
    'splice': lambda: libc.splice(file.fileno(), None, writer, None, 1, 0),
    'tee': lambda: libc.tee(reader, writer, 1, 0),
    'sendfile': lambda: libc.sendfile(a.fileno(), file.fileno(), None, 1),
}
for name, attempt in tried.items():
    if attempt() >= 0: print('BRE' + 'ACH:', name)
raise OSError(ctypes.get_errno(), 'no pinned page')""",
]
REASON = "raised OSError"
STOPPED_BY = "the filter: these calls are missing, and programs copy instead"
PROCESS_STOPS = False
PROCESS_WHY = "memory and descriptors are the account's: not run"

"""Raise the buffers of many socket pairs and fill them, in child after child.

Must not: hold more memory in sockets than the submission's.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import os, socket, time
total = 0
for child in range(20):
    kept = []
    for _ in range(100):
        pair = socket.socketpair()
        for end in pair:
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**23)
            end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2**23)
            end.setblocking(False)
            try:
                while True: total += end.send(b'x' * 2**16)
            except BlockingIOError: pass
        kept.append(pair)
    if total > 2**30: print('BRE' + 'ACH:', total); break
    if os.fork() == 0: time.sleep(60)
    del kept""",
]
REASON = "memory|longer than"
STOPPED_BY = (
    "sizes of buffers stay as they are; every socket of the namespace counts with all it can hold"
)
PROCESS_STOPS = False
PROCESS_WHY = "memory and descriptors are the account's: not run"

"""Send full sockets and pipes through sockets, and close them: no process has them open any more.

Must not: hold more memory in flight than the submission's.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import os, socket, time
total = 0
while True:
    road, end = socket.socketpair()
    for _ in range(25):
        pair = socket.socketpair()
        for one in pair:
            one.setblocking(False)
            try:
                while True: total += one.send(b'x' * 2**16)
            except BlockingIOError: pass
        try: socket.send_fds(road, [b'x'], [pair[0].fileno(), pair[1].fileno()])
        except OSError: kept = pair, globals().get('kept')
    if total > 2**30: print('BRE' + 'ACH:', total); break
    if os.fork() == 0: time.sleep(60)""",
]
REASON = "memory|raised OSError"
STOPPED_BY = "every socket of the namespace counts, in flight or not"
PROCESS_STOPS = False
PROCESS_WHY = "memory and descriptors are the account's: not run"

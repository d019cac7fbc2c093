"""Send datagrams to a socket that reads none, each from a sender who then goes.

Must not: hold more memory in datagrams than the submission's.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import socket, time
kept, total = [], 0
for n in range(200):
    door = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); door.bind(f'/tmp/mail{n}')
    try:
        while True:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
                sender.setblocking(False)
                total += sender.sendto(b'x' * 200_000, f'/tmp/mail{n}')
    except OSError: pass
    kept.append(door)
    if total > 2**30: print('BRE' + 'ACH:', total); break
time.sleep(600)""",
]
REASON = "memory|longer than"
STOPPED_BY = "a datagram socket counts with all the messages that can wait for it"
PROCESS_STOPS = False
PROCESS_WHY = "memory and descriptors are the account's: not run"

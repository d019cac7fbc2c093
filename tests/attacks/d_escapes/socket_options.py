"""Attach programs and protocols to a socket: filters, zero copy, TLS, multicast, larger buffers.

Must not: hand the kernel a program, or hold memory that is not counted.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import socket
end, other = socket.socketpair()
for level, option in ((1, 26), (1, 50), (1, 51), (1, 52), (1, 32), (1, 33), (1, 60), (1, 46),
                      (0, 35), (6, 31), (6, 13), (41, 20), (282, 1), (284, 1)):
    try: end.setsockopt(level, option, bytes(16)); print('BRE' + 'ACH:', level, option)
    except OSError as error: last = error
before = end.getsockopt(1, 7), end.getsockopt(1, 8)
for option in (7, 8): end.setsockopt(1, option, 2**23)
if (end.getsockopt(1, 7), end.getsockopt(1, 8)) != before: print('BRE' + 'ACH: larger')
raise last""",
]
REASON = "raised OSError"
STOPPED_BY = "the filter: a list of options; sizes of buffers stay"
PROCESS_STOPS = False
PROCESS_WHY = "sockets are the account's"

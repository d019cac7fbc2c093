"""Open sockets of every family, kind and protocol: vsock, netlink, packets, Bluetooth, tipc.

Must not: open a socket of a family that the network namespace does not hold.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import socket
for family in (*range(0, 64), 256, 2**31):
    for kind in (1, 2, 3, 4, 5, 6, 10):
        for protocol in (0, 1, 6, 16, 115, 132, 256, 262):
            for make in (socket.socket, socket.socketpair):
                try:
                    made = make(family, kind, protocol)
                    if family != socket.AF_UNIX: print('BRE' + 'ACH:', family, kind, protocol)
                    for end in made if type(made) is tuple else (made,): end.close()
                except (OSError, OverflowError, ValueError) as error:
                    if family != 1: last = error
raise last if isinstance(last, OSError) else OSError('no family')""",
]
REASON = "raised OSError"
STOPPED_BY = "the filter: local sockets only"
PROCESS_STOPS = False
PROCESS_WHY = "the network is the account's"

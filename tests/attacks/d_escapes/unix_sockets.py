"""Reach servers of this machine through sockets in the file system and abstract ones.

Must not: reach a socket outside.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import socket\n"
    "for path in ('@SOCKET@', '\\0@ABSTRACT@', '/run/docker.sock', '/var/run/dbus/system_bus_socket',\n"  # noqa: E501
    "             '/tmp/.X11-unix/X0', '\\0/tmp/.X11-unix/X0'):\n"
    "    with socket.socket(socket.AF_UNIX) as door:\n"
    "        try: door.connect(path); print('BRE' + 'ACH:', path)\n"
    "        except OSError as error: last = error\n"
    "raise last",
]
REASON = "raised (FileNotFoundError|ConnectionRefusedError)"
STOPPED_BY = "no such files in the sandbox; abstract sockets end at the network namespace"
PROCESS_STOPS = False
PROCESS_WHY = "the account's sockets can be reached"

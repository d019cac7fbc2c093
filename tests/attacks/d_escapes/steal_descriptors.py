"""Look for open descriptors: the server's control socket, other students' channels, files.

Must not: hold a descriptor but its own channel and its output.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import os, socket, stat, array\n"
    "kinds = []\n"
    "for number in range(3, 256):\n"
    "    try: mode = os.fstat(number).st_mode\n"
    "    except OSError: continue\n"
    "    if stat.S_ISSOCK(mode):\n"
    "        kinds.append(number)\n"
    "        s = socket.socket(fileno=os.dup(number))\n"
    "        s.setblocking(False)\n"
    "        try: s.recv(1, socket.MSG_PEEK); print('BRE' + 'ACH: something to read', number)\n"
    "        except OSError: pass\n"
    "        s.close()\n"
    "    elif stat.S_ISDIR(mode) or os.readlink(f'/proc/self/fd/{number}').startswith(('/work', '/root')):\n"  # noqa: E501
    "        print('BRE' + 'ACH:', os.readlink(f'/proc/self/fd/{number}'))\n"
    "if len(kinds) != 1: print('BRE' + 'ACH: sockets', kinds)\n"
    "raise LookupError(f'{len(kinds)} socket seen')",
]
REASON = "1 socket seen"
STOPPED_BY = "a child closes all but its own channel before anything else"
PROCESS_STOPS = True

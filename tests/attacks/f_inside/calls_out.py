"""Connect to a port and to a socket of the machine while a test runs.

Must not: reach the network from a test.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
ANSWERS = everywhere(
    """import socket
for family, address in ((socket.AF_INET, ('127.0.0.1', int('@PORT@' or 0))),
                        (socket.AF_UNIX, '@SOCKET@')):
    try:
        with socket.socket(family) as s:
            s.settimeout(0.3)
            s.connect(address)
            print('BREA' + 'CH')
    except (OSError, ValueError):
        pass"""
)
REASON = "not met|No such file"
STOPPED_BY = "a test inside runs in the same sandbox as the cells"
PROCESS_STOPS = False
PROCESS_WHY = "the network is open"

"""Send answers in advance, with guessed ids, and with the id of the request at hand.

Must not: have an answer count for another request.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import gc, struct; from guest import codec\n"
    "from guest import runner\n"
    "r = next(o for o in gc.get_objects() if type(o) is runner.Runner)\n"
    "def send(**fields):\n"
    "    data = codec.encode({'kind': 'done', 'value': 1.7864859451590758, 'ok': True, **fields})\n"
    "    r.channel._socket.sendall(struct.pack('>Q', len(data)) + data)\n"
    "for identity in ['', None, 0, True, 'done', *(f'{n:016x}' for n in range(300))]:\n"
    "    send(id=identity)",
]
REASON = "l2-cost-check: (failed|not attempted)|returned None"
STOPPED_BY = "each request has an id that nobody can foresee"
PROCESS_STOPS = True

"""Send frames of wrong length, half frames, floods, and bytes that are no message.

Must not: make the grader allocate, wait or stop.
"""

ANSWERS = {
    "l2-cost": "import gc, os, struct\n"
    "from guest import runner\n"
    "r = next(o for o in gc.get_objects() if type(o) is runner.Runner)\n"
    "raw = r.channel._socket.sendall\n"
    "def compute_cost_with_regularization(*a, **k): raw(struct.pack('>Q', 2**63))",
    "l2-backward": "def backward_propagation_with_regularization(*a, **k):\n"
    "    raw(struct.pack('>Q', 2**25) + b'half')\n"
    "    while True: pass",
    "dropout-forward": "def forward_propagation_with_dropout(*a, **k):\n"
    "    while True: raw(struct.pack('>Q', 3) + b'A1x')",
    "dropout-backward": "def backward_propagation_with_dropout(*a, **k):\n"
    "    # extension types, maps and a nest of arrays, as msgpack has them\n"
    "    for body in (b'\\xc7\\xff\\x2a' + bytes(255), b'\\xdf\\xff\\xff\\xff\\xff', b'\\x91' * 10**5,\n"  # noqa: E501
    "                 b'\\xdd\\xff\\xff\\xff\\xff', b'\\xc6\\xff\\xff\\xff\\xff'):\n"
    "        message = struct.pack('<2sI', b'A1', len(body)) + body\n"
    "        raw(struct.pack('>Q', len(message)) + message)",
}
REASON = "larger than the 64 MB allowed"
STOPPED_BY = "sizes before reading, one error for all bad bytes, strays are counted"
PROCESS_STOPS = True

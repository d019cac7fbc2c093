"""Messages on a socket: eight bytes of length, then that many bytes of a codec message."""

from __future__ import annotations

import contextlib
import select
import socket
import struct
import threading
from collections.abc import Iterator

_LENGTH = struct.Struct(">Q")
_READ = 1 << 16  # bytes read at a time: a length and a usual message together


class Channel:
    """One end of a stream socket, blocking, for the student's side."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._poll = select.poll()
        self._poll.register(connection, select.POLLIN)
        self._ahead = bytearray()  # received, not yet taken
        self._lock = threading.Lock()  # one thread at a time asks and gets its answer
        self._holder: int | None = None

    def send(self, payload: bytes) -> None:
        """Send one message."""
        # One call, so that the other side wakes up once.
        self._socket.sendall(_LENGTH.pack(len(payload)) + payload)

    def receive(self) -> bytes:
        """Return the next message; raises EOFError when the other side is gone."""
        (size,) = _LENGTH.unpack(self._exactly(_LENGTH.size))
        return self._exactly(size)

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Have the channel alone; a function within a function has it already."""
        mine = self._holder == threading.get_ident()
        if not mine:
            self._lock.acquire()
            self._holder = threading.get_ident()
        try:
            yield
        finally:
            if not mine:
                self._holder = None
                self._lock.release()

    def _exactly(self, size: int) -> bytes:
        while len(self._ahead) < size:
            # Who waits in `recv` itself is woken once more when the other side has read an answer.
            self._poll.poll()
            chunk = self._socket.recv(max(_READ, min(size - len(self._ahead), 1 << 20)))
            if not chunk:
                raise EOFError
            self._ahead += chunk
        data = bytes(memoryview(self._ahead)[:size])
        del self._ahead[:size]
        return data

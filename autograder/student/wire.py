"""Messages on a socket: eight bytes of length, then that many bytes of a codec message."""

from __future__ import annotations

import contextlib
import socket
import struct

_LENGTH = struct.Struct(">Q")


class Channel:
    """One end of a stream socket, blocking, for the student's side."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection

    def send(self, payload: bytes) -> None:
        """Send one message."""
        self._socket.sendall(_LENGTH.pack(len(payload)))
        self._socket.sendall(payload)

    def receive(self) -> bytes:
        """Return the next message; raises EOFError when the other side is gone."""
        (size,) = _LENGTH.unpack(self._exactly(_LENGTH.size))
        return self._exactly(size)

    def fileno(self) -> int:
        """Return the socket's descriptor."""
        return self._socket.fileno()

    def close(self) -> None:
        """Close this end."""
        with contextlib.suppress(OSError):
            self._socket.close()

    def _exactly(self, size: int) -> bytes:
        data = bytearray()
        while len(data) < size:
            chunk = self._socket.recv(min(size - len(data), 1 << 20))
            if not chunk:
                raise EOFError
            data += chunk
        return bytes(data)

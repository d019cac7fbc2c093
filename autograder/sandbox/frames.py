"""Messages on a student's socket, each behind its length; every wait has an end."""

from __future__ import annotations

import math
import select
import socket
import struct
import time


class FrameTooLargeError(Exception):
    """The other side announced a message that is larger than it may be."""


class Frames:
    """The trusted end of a student's socket.

    Parameters
    ----------
    connection : socket
        A socket that does not block.
    most : int
        Bytes of a message.
    """

    def __init__(self, connection: socket.socket, most: int) -> None:
        self._connection, self._most = connection, most

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def send(self, data: bytes, deadline: float) -> None:
        """Send a message, or raise TimeoutError or OSError."""
        frame = memoryview(struct.pack(">Q", len(data)) + data)
        while frame:
            try:
                frame = frame[self._connection.send(frame) :]
            except BlockingIOError:
                self._wait(select.POLLOUT, deadline)

    def receive(self, deadline: float) -> bytearray:
        """Return the next message.

        Raises
        ------
        TimeoutError, EOFError, OSError
            If none comes.
        FrameTooLargeError
            If it is not read because of its size.
        """
        (size,) = struct.unpack(">Q", self._exactly(8, deadline))
        if size > self._most:
            raise FrameTooLargeError
        return self._exactly(size, deadline)

    def _exactly(self, size: int, deadline: float) -> bytearray:
        data = bytearray()
        while len(data) < size:
            self._wait(select.POLLIN, deadline)
            try:
                chunk = self._connection.recv(min(size - len(data), 1 << 20))
            except BlockingIOError:
                continue
            if not chunk:
                raise EOFError
            data += chunk
        return data

    def _wait(self, event: int, deadline: float) -> None:
        poll = select.poll()
        poll.register(self._connection, event)
        left = deadline - time.monotonic()
        if left <= 0 or not poll.poll(math.ceil(left * 1000)):
            raise TimeoutError

"""Our end of a fork server's control socket."""

from __future__ import annotations

import socket
import time
from json import dumps, loads
from typing import Any

from autograder.errors import AutograderError

_SENDING = 20.0  # seconds


class ServerError(AutograderError):
    """The fork server could not be started or does not answer."""


class Control:
    """A connection to a fork server: lines of JSON, a reply to each request.

    One comes unasked: that the server is ready.
    """

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._received = b""
        self._left = 0  # replies to come that nobody waits for

    def close(self) -> None:
        """Hang up; the server then ends."""
        self._socket.close()

    def request(
        self, request: dict[str, Any], *sockets: socket.socket, timeout: float
    ) -> dict[str, Any]:
        """Send a request, with sockets for the server to keep, and return the reply.

        Raises
        ------
        ServerError
            If the server does not answer in time, or not any more.
        """
        self._send(request, sockets, timeout)
        while self._left:
            self.reply(timeout)
            self._left -= 1
        return self.reply(timeout)

    def post(self, request: dict[str, Any], *sockets: socket.socket) -> None:
        """Send a request and let its reply be, or raise `ServerError`."""
        self._send(request, sockets, _SENDING)
        self._left += 1

    def _send(
        self, request: dict[str, Any], sockets: tuple[socket.socket, ...], timeout: float
    ) -> None:
        descriptors = [item.fileno() for item in sockets]
        line = dumps(request).encode() + b"\n"
        try:
            self._socket.settimeout(timeout)
            # With descriptors, a socket takes some 36 KB at once.
            sent = socket.send_fds(self._socket, [line], descriptors)
            self._socket.sendall(line[sent:])
        except OSError as error:
            raise ServerError(str(error)) from error

    def reply(self, timeout: float) -> dict[str, Any]:
        """Return the next reply, or raise `ServerError`."""
        deadline = time.monotonic() + timeout
        while b"\n" not in self._received:
            self._socket.settimeout(max(0.001, deadline - time.monotonic()))
            try:
                chunk = self._socket.recv(1 << 16)
            except TimeoutError:
                raise ServerError("the student server does not answer") from None
            except OSError as error:
                raise ServerError(str(error)) from error
            if not chunk:
                raise ServerError("the student server has ended")
            self._received += chunk
        line, self._received = self._received.split(b"\n", 1)
        answer: dict[str, Any] = loads(line)
        return answer

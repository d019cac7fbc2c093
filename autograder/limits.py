"""What a student's code may use, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.guest.codec import CodecLimits

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Limits on one submission.

    Attributes
    ----------
    cell_timeout, call_timeout : float
        Wall seconds for one notebook cell, and for one call of a student's function.
    total_timeout : float
        Wall seconds that all cells and calls of one submission may take together,
        restarts included.
    memory_mb : int
        Memory of all processes of a submission together; also the address space that each
        process may add to what it starts with. In the sandbox its files count too, and what
        the kernel can hold for its sockets, its open files (64 KB each, what a pipe holds) and
        its address space (a sixteenth). Looked at twenty times a second.
    processes : int
        Processes and threads that may exist at one time; at the level ``process``, and for
        root in a user namespace, more than twice as many end the submission a moment later.
    open_files : int
        Open files of each process.
    file_bytes : int
        Size of the private file system that holds the working folder and ``/tmp``; at the
        isolation level ``process``, of each file only.
    output_bytes : int
        Text that one cell or call may print; more is cut off, with a note.
    display_bytes : int
        Size of each rich output (a figure, a table) of a cell; a larger one is left out.
    displays : int
        Rich outputs of one cell.
    message_bytes : int
        Size of one message across the boundary, that is of arguments or of a result.
    message_items : int
        Elements of all lists, tuples and dictionaries of one message.
    callbacks : int
        Calls that a student's function may make, in one call, of functions passed to it.
    """

    cell_timeout: float = 60.0
    call_timeout: float = 20.0
    total_timeout: float = 300.0
    memory_mb: int = 1024
    processes: int = 32
    open_files: int = 256
    file_bytes: int = 128 * MEGABYTE
    output_bytes: int = 100_000
    display_bytes: int = 2 * MEGABYTE
    displays: int = 30
    message_bytes: int = 64 * MEGABYTE
    message_items: int = 2_000_000
    callbacks: int = 100_000

    @property
    def codec(self) -> CodecLimits:
        """The part that the codec enforces."""
        from autograder.guest.codec import CodecLimits  # NumPy, which no command line waits for

        return CodecLimits(total_bytes=self.message_bytes, items=self.message_items)

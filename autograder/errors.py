"""The root of all errors that a person is to read: what is wrong, where, and what to do."""

from __future__ import annotations


class AutograderError(Exception):
    """Something cannot be done; the message says why and names the remedy.

    Attributes
    ----------
    exit_code : int
        What a command ends with that meets it. By convention 0 is done, 1 is done and somebody
        must look, 2 is not done.
    """

    exit_code = 2


class BrokenSourceError(AutograderError):
    """The instructor's notebook itself cannot be used; the message says where."""

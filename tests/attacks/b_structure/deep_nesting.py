"""Nest JSON a hundred thousand levels deep, so that the parser runs out of stack.

Must not: crash the grader.
"""


def mutate(notebook):
    return b'{"cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"


REASON = "nested deeper"
STOPPED_BY = "intake counts brackets before it parses"
PROCESS_STOPS = True

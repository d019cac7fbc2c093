"""Fill notebooks with millions of empty objects, which cost a reader far more than their bytes.

Must not: be read for minutes outside the sandbox, where no limit of a submission holds.
"""

CROWD = b'{"cells": [' + b"{}," * 6_000_000 + b"{}]}"


def mutate(notebook):
    return CROWD


def submission(folder):
    for number in range(5):
        (folder / f"another-{number}.ipynb").write_bytes(CROWD)


REASON = "more than 2,000,000 texts, lists and objects"
STOPPED_BY = "intake's limits on size, tokens and candidates"
PROCESS_STOPS = True

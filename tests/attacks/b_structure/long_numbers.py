"""Write numbers of a million digits and exponents beyond measure into the JSON.

Must not: spend minutes on reading a number.
"""


def mutate(notebook):
    return b'{"nbformat": 1e999999999, "cells": [], "x": ' + b"9" * 1_000_000 + b"}"


REASON = "cannot be read as a notebook|no cells|is missing"
STOPPED_BY = "Python's limit on digits, as a refusal"
PROCESS_STOPS = True

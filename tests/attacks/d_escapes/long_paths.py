"""Nest folders until the path is as long as the system allows, so that a copy's is too long.

Must not: stop the batch.
"""

import os

HONEST = ("l2-cost",)
EARNED = 10


def submission(folder):
    here = os.getcwd()
    os.chdir(folder)
    try:
        length = len(str(folder))
        while length < 4085 - 100:
            os.mkdir("d" * 99)
            os.chdir("d" * 99)
            length += 100
        rest = 4095 - length - 1
        with open("f" * min(rest, 250), "w") as file:
            file.write("deep")
    finally:
        os.chdir(here)


REASON = "ignored: the folder ddd"
STOPPED_BY = "what cannot be copied is left out"
PROCESS_STOPS = True

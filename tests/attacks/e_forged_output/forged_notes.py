"""Put lines of a report and its colours into an error's message and a file's name.

Must not: print a second line, or a colour, into the report.
"""

HONEST = ("l2-cost",)
EARNED = 10
LAST = ["raise ValueError('x\\n\\x1b[32mstate: graded\\nscore: 60/60')"]


def submission(folder):
    (folder / "a\n\x1b[32mscore: 60").touch()


REASON = "raised ValueError: x\\\\n\\\\x1b"
STOPPED_BY = "notes are one printable line each"
PROCESS_STOPS = True

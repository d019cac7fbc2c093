"""Write code that breaks parsers: towers of brackets, operators, attributes and blocks.

Must not: crash whoever parses it to see what it defines.
"""

DEEP = (
    "(" * 5000,
    "-" * 50_000 + "1",
    "x" + ".x" * 45_000,
    "x" + "[0]" * 30_000,
    "not " * 20_000 + "1",
    "lambda: " * 10_000 + "1",
    "\n".join(" " * n + "if 1:" for n in range(99)) + "\n" + " " * 99 + "pass",
    "f'" + "{" * 4000,
    "1" + "+1" * 40_000,
    "a = " * 20_000 + "1",
    "9" * 90_000,
)
ANSWERS = dict(zip(("l2-cost", "l2-backward", "dropout-forward"), DEEP, strict=False))
LAST = list(DEEP)
REASON = "not defined|raised|stopped"
STOPPED_BY = "every way in which a parser gives up is caught"
PROCESS_STOPS = True

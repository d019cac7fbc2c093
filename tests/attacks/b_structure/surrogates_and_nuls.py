"""Fill texts, ids and names with NULs, lone surrogates and characters that do not exist.

Must not: break an encoder, the database or the report.
"""

import json

from attack_kit import marks_of


def mutate(notebook):
    for cell in notebook["cells"]:
        if marks_of(cell).get("solution"):
            cell["source"] = "x = '\x00\ud800\udfff\uffff'\nraise ValueError('\\ud83d\\x00')\n\x00"
    notebook["metadata"]["\ud800"] = "\x00"
    return json.dumps(notebook).encode() + b"\0" * 100


REASON = "NUL"
STOPPED_BY = "text is cleaned when it is taken in"
PROCESS_STOPS = True

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
    for grade_id, meta in (
        ("\ud800", {"checksum": "x", "locked": True}),
        ("mine", {"grade": True, "points": 99}),
    ):
        marks = {"nbgrader": {"grade_id": grade_id, "schema_version": 3, **meta}}
        more = {"id": grade_id, "attachments": {"\udfff": {}}}
        notebook["cells"].append(
            {"cell_type": "markdown", "source": "x", "metadata": marks, **more}
        )
    return json.dumps(notebook).encode() + b"\0" * 100


REASON = "NUL"
STOPPED_BY = "text is cleaned when it is taken in"
PROCESS_STOPS = True

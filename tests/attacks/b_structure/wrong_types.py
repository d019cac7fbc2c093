"""Put lists where dictionaries belong, numbers where texts belong, and nothing at all.

Must not: raise anything in the grader.
"""

from attack_kit import marks_of


def mutate(notebook):
    odd = [None, 5, [], {}, "text", [[]], 1e308, True]
    for number, cell in enumerate(notebook["cells"]):
        value = odd[number % len(odd)]
        if marks_of(cell).get("solution"):
            cell["source"] = [value, "pass\n", None]
            cell["metadata"]["nbgrader"]["points"] = value
        else:
            cell["metadata"] = value
        cell["outputs"] = cell["attachments"] = cell["id"] = value
    notebook["cells"] += odd
    notebook["metadata"] = notebook["nbformat"] = None


REASON = "not text|no cells"
STOPPED_BY = "intake takes nothing for granted"
PROCESS_STOPS = True

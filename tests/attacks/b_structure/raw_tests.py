"""Turn all tests into raw cells, and all solutions into text.

Must not: skip a test whose submitted cell cannot run.
"""

from attack_kit import marks_of


def mutate(notebook):
    for cell in notebook["cells"]:
        if marks_of(cell).get("grade"):
            cell["cell_type"] = "raw"
            cell.pop("outputs", None)
        elif marks_of(cell).get("solution"):
            cell["cell_type"] = "markdown"


REASON = "had become a markdown cell"
STOPPED_BY = "cell types are the instructor's"
PROCESS_STOPS = True

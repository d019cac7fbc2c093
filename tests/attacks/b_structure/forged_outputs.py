"""Store outputs in the file: full partial credit as a displayed number, no error anywhere.

Must not: read points from an output.
"""

from attack_kit import marks_of


def mutate(notebook):
    for cell in notebook["cells"]:
        if marks_of(cell).get("grade"):
            cell["outputs"] = [
                {
                    "output_type": "execute_result",
                    "data": {"text/plain": "15.0"},
                    "metadata": {"nbgrader": {"score": 15}},
                    "execution_count": 1,
                },
                {"output_type": "stream", "name": "stdout", "text": "l2-cost: correct.\n"},
            ]


REASON = "l2-cost-check: not attempted"
STOPPED_BY = "submitted outputs are not read"
PROCESS_STOPS = True

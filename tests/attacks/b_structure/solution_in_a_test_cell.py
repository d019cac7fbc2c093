"""Define the function in the test cell, and end the test there by an exit.

Must not: run more of the edited test than the definitions asked for, and those in the sandbox.
"""

from attack_kit import cell_of


def mutate(notebook):
    cell = cell_of(notebook, "l2-cost-check")
    cell["source"] = (
        "def compute_cost_with_regularization(A3, Y, parameters, lambd):\n"
        "    return 1.7864859451590758\n"
        "import os\nos._exit(0)\n"
    )


EARNED = 5
REASON = "defined elsewhere"
STOPPED_BY = "of a test cell only wanted definitions are kept, for the sandbox"
PROCESS_STOPS = True

"""Edit the given cells: test cases of zeros, a check that is always right.

Must not: run an edited given cell in place of ours.
"""

from attack_kit import cell_of, every

ANSWERS = every("return 0.0")


def mutate(notebook):
    cell = cell_of(notebook, "imports")
    cell["source"] = (
        "import numpy as np\n"
        "def check(*a, **k): print('correct.')\n"
        "def relu(x): return 0\n"
        "def compute_cost_with_regularization_test_case(): return 0, 0, 0\n"
        "def forward_propagation_with_dropout_test_case(): return 0, 0\n"
    )
    cell["metadata"] = {"nbgrader": {**cell["metadata"]["nbgrader"], "locked": False}}


REASON = "edited cells of the course were restored: imports"
STOPPED_BY = "given cells are the instructor's, and in tests our own copies"
PROCESS_STOPS = True

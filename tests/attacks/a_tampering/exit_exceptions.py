"""Raise SystemExit, KeyboardInterrupt, GeneratorExit and a BaseException in the functions.

Must not: end a test early and call it passed, nor stop the grader.
"""

ANSWERS = {
    "l2-cost": "def compute_cost_with_regularization(*a, **k): raise SystemExit(0)",
    "l2-backward": "def backward_propagation_with_regularization(*a, **k):\n"
    "    raise KeyboardInterrupt",
    "dropout-forward": "def forward_propagation_with_dropout(*a, **k): raise GeneratorExit",
    "dropout-backward": "class Stop(BaseException): pass\n"
    "def backward_propagation_with_dropout(*a, **k): raise Stop('correct.')",
}
REASON = "raised SystemExit"
STOPPED_BY = "default deny: only a test that ran to its end earns points"
PROCESS_STOPS = True

"""Crash the interpreter: a null pointer, an abort, a broken stack, an illegal instruction.

Must not: crash anything else.
"""

ANSWERS = {
    "l2-cost": "import ctypes\ndef compute_cost_with_regularization(*a, **k): ctypes.string_at(0)",
    "l2-backward": "import os\ndef backward_propagation_with_regularization(*a, **k): os.abort()",
    "dropout-forward": "def forward_propagation_with_dropout(*a, **k):\n"
    "    ctypes.memset(id(1), 255, 10**7)",
    "dropout-backward": "def backward_propagation_with_dropout(*a, **k): os.kill(os.getpid(), 4)",
}
REASON = "crashed the Python process"
STOPPED_BY = "another process; replay; the reason is told"
PROCESS_STOPS = True

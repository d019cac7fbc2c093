"""Show values whose `repr`, `str`, `_repr_html_` and `__format__` never return.

Must not: be asked for its text by the examiner.
"""

FIRST = [
    "class Slow(Exception):\n"
    "    def __repr__(self):\n        while True: pass\n"
    "    __str__ = __format__ = _repr_html_ = __len__ = __hash__ = __repr__",
]
ANSWERS = {
    "l2-cost": "def compute_cost_with_regularization(*a, **k): return Slow()",
    "l2-backward": "def backward_propagation_with_regularization(*a, **k): raise Slow()",
}
LAST = ["Slow()"]
REASON = "timeout"
STOPPED_BY = "texts are made in the student's process, under the clock"
PROCESS_STOPS = True

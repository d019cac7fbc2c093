"""Return an object that is equal to everything, close to everything and a number besides.

Must not: let an object with behaviour reach a comparison.
"""

from attack_kit import every

FIRST = [
    "class Yes(float):\n"
    "    def __eq__(self, other): return True\n"
    "    def __ne__(self, other): return False\n"
    "    def __sub__(self, other): return 0.0\n"
    "    __rsub__ = __sub__\n"
    "    def __lt__(self, other): return True\n"
    "    __le__ = __gt__ = __ge__ = __lt__\n"
    "    def __getitem__(self, key): return self\n"
    "    def __len__(self): return 14\n"
    "    def __hash__(self): return 0",
]
ANSWERS = every("return Yes()")
REASON = "0 is not the right number"
STOPPED_BY = "only plain data crosses: of a number's subclass the number alone"
PROCESS_STOPS = True

"""Return an object that becomes whatever array or number the comparison asks for.

Must not: call a method of a student's object in the examiner.
"""

from attack_kit import every

FIRST = [
    "import numpy as np\n"
    "class Chameleon:\n"
    "    __array_priority__ = 1e9\n"
    "    shape, dtype, size, ndim = (), np.dtype(float), 1, 0\n"
    "    def __array__(self, *a, **k): return np.array(1.7864859451590758)\n"
    "    def __float__(self): return 1.7864859451590758\n"
    "    def __getattr__(self, name): return self\n"
    "    def __call__(self, *a, **k): return self",
]
ANSWERS = every("return Chameleon()")
REASON = "cannot be graded"
STOPPED_BY = "only plain data crosses; __array__ of a student's is never called there"
PROCESS_STOPS = True

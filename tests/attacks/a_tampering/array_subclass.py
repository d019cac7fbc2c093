"""Return a subclass of `ndarray` whose arithmetic and comparisons always agree.

Must not: let a subclass pass the border.
"""

from attack_kit import every

FIRST = [
    "import numpy as np\n"
    "class Right(np.ndarray):\n"
    "    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs): return np.True_\n"
    "    def __array_function__(self, function, types, args, kwargs): return np.True_\n"
    "    def __eq__(self, other): return np.True_\n"
    "right = np.zeros((1, 5)).view(Right)",
]
ANSWERS = every("return right") | {
    "l2-backward": "def backward_propagation_with_regularization(*args, **kwargs):\n"
    "    return {f'd{kind}{layer}': right for kind in 'WbAZ' for layer in (1, 2, 3)}",
}
REASON = "Right, which cannot be graded; return a plain array"
STOPPED_BY = "only base-class arrays cross"
PROCESS_STOPS = True

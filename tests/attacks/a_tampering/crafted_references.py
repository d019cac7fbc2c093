"""Return the boundary's own kinds of value: references to functions and callbacks, slices.

Must not: call what was returned, nor mistake it for data.
"""

from attack_kit import every

FIRST = [
    "from guest import codec; import numpy as np\n"
    "def anything(*args, **kwargs): return True\n"
    "bent = codec.FunctionRef('anything')\n"
    "names = [codec.FunctionRef('__import__'), codec.CallbackRef(0), slice(None), codec.FunctionRef(\n"  # noqa: E501
    "    '<script>alert(1)</script>\\x1b]0;owned\\x07' + 'x' * 10000)]",
]
ANSWERS = every("return codec.CallbackRef(0)") | {
    "l2-backward": "def backward_propagation_with_regularization(*a, **k):\n"
    "    return {f'd{k}{n}': names[n] for k in 'WbAZ' for n in (1, 2, 3)}",
    "dropout-forward": "def forward_propagation_with_dropout(*a, **k):\n"
    "    return bent, [bent, *names, names] + [anything] * 8",
    "dropout-backward": "def backward_propagation_with_dropout(*a, **k): return anything",
}
REASON = "expected|cannot be graded|failed|stopped"
STOPPED_BY = "references become proxies without comparison of their own"
PROCESS_STOPS = True

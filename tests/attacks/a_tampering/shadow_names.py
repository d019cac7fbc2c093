"""Bind the names that the machinery uses: `autograder`, `SEED`, `__builtins__`, `__name__`.

Must not: let a notebook's name stand for a module or a given name in a test.
"""

from attack_kit import every

ANSWERS = every("return 0.5")
LAST = [
    "class Yes:\n"
    "    def __getattr__(self, name): return self\n"
    "    def __call__(self, *a, **k): return self\n"
    "yes = Yes()\n"
    "autograder = exercises = SEED = np = check = examine = compute_cost = yes\n"
    "l2_cost = A3 = Y = X = cache = expected = grads = yes\n"
    "def compute_cost_with_regularization_test_case(): return yes, yes, yes\n"
    "get_ipython = display = yes\n"
    "__name__, __file__ = 'exercises', '/dev/null'\n"
    "__builtins__ = {}",
]
REASON = "not the right number|expected|got a float"
STOPPED_BY = "given names are our own copies; test cells bind their own"
PROCESS_STOPS = True

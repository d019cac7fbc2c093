"""Hand in modules that stand in for ours: `numpy`, `utils`, start-up files, configurations.

Must not: put a handed-in file where anything is imported or read.
"""

HONEST = ("l2-cost",)
EARNED = 10
FIRST = [
    "import numpy, utils.check, os, sys\n"
    "if hasattr(numpy, 'smuggled') or hasattr(utils, 'smuggled') or 'SMUGGLED' in os.environ:\n"
    "    print('BRE' + 'ACH')",
]


def submission(folder):
    code = "import os\nsmuggled = os.environ['SMUGGLED'] = '1'\nprint('BRE' + 'ACH')\n"
    for name in (
        "numpy/__init__.py", "utils/__init__.py", "utils.py", "sitecustomize.py",
        "usercustomize.py", "evil.pth", ".ipython/profile_default/startup/0.py", "nbgrader_config.py",  # noqa: E501
        "codec.py", "guest/runner.py", "matplotlibrc", "conftest.py", "jupyter_config.json",
    ):  # fmt: skip
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(code)


REASON = "ignored: the folder numpy"
STOPPED_BY = "of a submission only the notebook's text goes in"
PROCESS_STOPS = True

"""Display as much as a cell may, in each of a dozen cells: a hundred megabytes in all.

Must not: keep more than a notebook may show.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "from IPython.display import Image, display\n"
    "for _ in range(4): display(Image(data=b'\\x89PNG' + b'x' * 1_500_000, format='png'))",
] * 12
REASON = "outputs were left out"
STOPPED_BY = "a limit on the outputs of a notebook together"
PROCESS_STOPS = True

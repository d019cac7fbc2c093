"""Display as much as a cell may, in each of a dozen cells: a hundred megabytes in all.

Must not: keep more than a notebook may show.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "from IPython.display import Image, display\n"
    "size = (9).to_bytes(4, 'big')\n"
    "head = b'\\x89PNG\\r\\n\\x1a\\n\\0\\0\\0\\rIHDR' + size + size + b'\\x08\\x02\\0\\0\\0'\n"
    "for _ in range(4): display(Image(data=head + b'x' * 1_500_000, format='png'))",
] * 12
REASON = "outputs were left out"
STOPPED_BY = "a limit on the outputs of a notebook together"
PROCESS_STOPS = True

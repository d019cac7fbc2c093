"""Display a thousand pictures and tables of two megabytes in one cell.

Must not: keep more than a cell may show.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "from IPython.display import HTML, Image, display\n"
    "for _ in range(1000):\n"
    "    display(Image(data=b'\\x89PNG' + b'x' * 1_400_000, format='png'))\n"
    "    display(HTML('x' * 10**6))",
]
REASON = "not attempted|returned None"
STOPPED_BY = "limits on displays, each and together"
PROCESS_STOPS = True

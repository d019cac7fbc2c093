"""Write pictures of sixty thousand by sixty thousand pixels into a text cell's own links.

Must not: reach a page, where each takes fourteen gigabytes.
"""

import base64

from attack_kit import markdown_cell

HEAD = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x01\0\0\0\0"
BOMB = base64.b64encode(HEAD + b"\0" * 99).decode()
TEXTS = (
    f"![a](data:image/png;base64,{BOMB})",
    f"![a](DATA:image/gif;base64,{BOMB})",
    f"![a](data:image/png;a=b;base64,{BOMB})",
    f"![a][b]\n\n[b]: data:image/webp;base64,{BOMB}",
    "![a](data:image/png;,%89PNG%0d%0a%1a%0a%00%00%00%0dIHDR%00%00%ea%60%00%00%ea%60)",
)


def mutate(notebook):
    notebook["cells"] += [markdown_cell(text) for text in TEXTS]


REASON = "not attempted"
STOPPED_BY = "the bytes are asked how many pixels they have"
PROCESS_STOPS = True

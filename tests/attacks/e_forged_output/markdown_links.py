"""Link to `javascript:` and `data:` addresses, in every way Markdown has and hides.

Must not: make a link that runs.
"""

from attack_kit import markdown_cell

TEXTS = (
    "[x](javascript:top.HACKED=1) [y](JaVaScRiPt:top.HACKED=1)",
    "[x](data:text/html,<script>top.HACKED=1</script>)",
    "[x](vbscript:x) [y](&#106;avascript:top.HACKED=1) [z](java\nscript:top.HACKED=1)",
    "[x][1]\n\n[1]: javascript:top.HACKED=1 'title\"onmouseover=\"top.HACKED=1'",
    "<javascript:top.HACKED=1>",
    "![x](javascript:top.HACKED=1 \"t' onerror='top.HACKED=1\")",
    '![x" onerror="top.HACKED=1](x)',
    '[x](http://a" onmouseover="top.HACKED=1)',
    "# <a href='javascript:top.HACKED=1'>title</a>\n\n# x\" onclick=\"top.HACKED=1",
)


def mutate(notebook):
    notebook["cells"] += [markdown_cell(text) for text in TEXTS]


REASON = "not attempted"
STOPPED_BY = "harmful protocols are taken out of student text"
PROCESS_STOPS = True

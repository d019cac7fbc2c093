"""Attach scripts, drawings with scripts and pictures of the wrong kind to text cells.

Must not: keep an attachment that a page could run.
"""

from attack_kit import markdown_cell

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>window.top.HACKED=1</script></svg>"
    bundle = {"image/svg+xml": svg, "text/html": "<script>window.top.HACKED=1</script>"}
    bundle |= {"image/png": "'><script>window.top.HACKED=1</script>"}
    cell = markdown_cell("![a](attachment:a'onerror=top.HACKED=1) ![b](attachment:b)")
    cell["attachments"] = {"a'onerror=top.HACKED=1": bundle, "b": bundle, "c": 5}
    notebook["cells"].append(cell)


REASON = "l2-backward-check: not attempted"
STOPPED_BY = "attachments keep pictures only, and pages escape them"
PROCESS_STOPS = True

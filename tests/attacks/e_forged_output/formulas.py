"""Write formulas with links, styles and extensions, and HTML between dollar signs.

Must not: let the formulas' renderer make a link or load code.
"""

from attack_kit import markdown_cell

TEXTS = (
    r"$\href{javascript:top.HACKED=1}{click}$",
    r"$$\require{html}\style{position:fixed}{x}\class{nb}{y}\cssId{z}{w}$$",
    r"$<script>top.HACKED=1</script>$ \\(<img src=x onerror=top.HACKED=1>\\)",
    r"$\unicode{x<script>}$ $$\begin{array}</script><script>top.HACKED=1</script>\end{array}$$",
    '```mermaid\ngraph TD; A["<img src=x onerror=top.HACKED=1>"]\n```',
)


def mutate(notebook):
    notebook["cells"] += [markdown_cell(text) for text in TEXTS]


REASON = "not attempted"
STOPPED_BY = "TeX that links, styles or loads is taken out of student text; HTML is escaped"
PROCESS_STOPS = True

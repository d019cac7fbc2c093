"""Write scripts, handlers, frames, forms and styles into text cells.

Must not: reach a page as anything but text.
"""

from attack_kit import markdown_cell

TEXTS = (
    "<script>window.top.HACKED=1</script>",
    "<img src=x onerror='window.top.HACKED=1'>",
    "<iframe srcdoc='<script>top.HACKED=1</script>'></iframe>",
    "<svg/onload=top.HACKED=1>",
    "<details open ontoggle=top.HACKED=1>",
    "<style>body{display:none}</style><base href='//evil.example/'>",
    "<form action='http://evil.example'><input autofocus onfocus=top.HACKED=1></form>",
    "<meta http-equiv=refresh content='0;url=javascript:top.HACKED=1'>",
    "```html\n</code></pre><script>top.HACKED=1</script>\n```",
    "    </pre><script>top.HACKED=1</script>",
    "| a |\n|---|\n| <script>top.HACKED=1</script> |",
    "<<script>script>top.HACKED=1</script>\n\n<!-- --!><script>top.HACKED=1</script>",
)


def mutate(notebook):
    notebook["cells"] += [markdown_cell(text) for text in TEXTS]


REASON = "not attempted"
STOPPED_BY = "student text is rendered with all HTML escaped"
PROCESS_STOPS = True

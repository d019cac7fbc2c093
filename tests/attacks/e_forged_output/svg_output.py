"""Draw SVG with a script in it, and call HTML a PNG picture.

Must not: show a drawing that can run, or a picture that is none.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "from IPython.display import SVG, display\n"
    'svg = \'<svg xmlns="http://www.w3.org/2000/svg" onload="top.HACKED=1">\' \\\n'
    "      '<script>top.HACKED=1</script></svg>'\n"
    "display(SVG(svg))\n"
    "display({'image/png': '\"><script>top.HACKED=1</script>', 'image/jpeg': svg}, raw=True)\n"
    "display({'image/png': 'AAAA', 'text/plain': svg}, raw=True, metadata={'image/png': {\n"
    "    'width': '1\" onload=\"top.HACKED=1', 'alt': '\"><script>top.HACKED=1</script>'}})",
]
REASON = "not attempted|returned None"
STOPPED_BY = "PNG as base64 only, without metadata"
PROCESS_STOPS = True

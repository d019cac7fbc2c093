"""Display HTML with scripts, handlers and frames in every form a notebook knows.

Must not: reach a page as anything but text.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "from IPython.display import HTML, Javascript, Markdown, IFrame, Latex, display\n"
    "bad = \"<script>window.top.HACKED=1;document.title='owned'</script>\"\n"
    'bad += \'<img src=x onerror="window.top.HACKED=1"><iframe src="javascript:top.HACKED=1">\'\n'
    "display(HTML(bad)); display(Javascript('window.top.HACKED=1')); display(Markdown(bad))\n"
    "display(IFrame('http://127.0.0.1:1/', 9, 9)); display(Latex('$' + bad + '$'))\n"
    "display({'text/html': bad, 'text/plain': bad, 'application/javascript': 'top.HACKED=1'},\n"
    "        raw=True)\n"
    "display({'application/vnd.jupyter.widget-view+json': {'model_id': bad}}, raw=True)\n"
    "print(bad)",
    "class Rich:\n    def _repr_html_(self): return bad\n    def _repr_javascript_(self): return bad\n"  # noqa: E501
    "Rich()",
]
REASON = "not attempted|returned None"
STOPPED_BY = "outputs are kept as plain text and PNG pictures, escaped on pages"
PROCESS_STOPS = True

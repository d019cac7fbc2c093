"""Store widget state, titles and kernel names in the notebook's metadata, which pages embed.

Must not: reach a page from submitted metadata.
"""


def mutate(notebook):
    bad = "</script><script>top.HACKED=1</script>"
    state = {"x": {"model_module": bad, "state": {"value": bad}}}
    notebook["metadata"] = {
        "title": bad,
        "widgets": {"application/vnd.jupyter.widget-state+json": {"state": state}},
        "authors": [{"name": bad}],
        "language_info": {"name": bad, "pygments_lexer": bad, "codemirror_mode": bad},
        "autograder": {"isolation": bad},
    }
    for cell in notebook["cells"]:
        cell["metadata"] = {**cell["metadata"], "tags": [bad], "name": bad, "jupyter": {"x": bad}}


REASON = "not attempted"
STOPPED_BY = "metadata are the instructor's"
PROCESS_STOPS = True

"""Give files beside the notebook names that are HTML and escapes, and pages as content.

Must not: run by being listed.
"""


def submission(folder):
    for name in (
        "<img src=x onerror=top.HACKED=1>.txt", "\x1b[2J.txt", "a\nb.txt", "\u202etxt.exe",
        "02_regularization.html", "index.html", "'\"><script>top.HACKED=1<\\script>.md",
    ):  # fmt: skip
        (folder / name).write_text("<script>top.HACKED=1</script>")


REASON = r"ignored: the file \\x1b\[2J.txt"
STOPPED_BY = "names are printed with escapes, and escaped on pages"
PROCESS_STOPS = True

"""Say that the notebook is written in another language, whose kernel is a command of ours.

Must not: start what a notebook's metadata name.
"""

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    notebook["metadata"] = {
        "kernelspec": {"name": "bash; touch /tmp/attack-was-here", "language": "bash"},
        "language_info": {"name": "../../../etc/passwd"},
        "celltoolbar": "Create Assignment",
        "title": "<script>window.top.HACKED=1</script>",
    }
    # What such metadata would run is here too, as a shell cell.
    notebook["cells"].append(
        {"cell_type": "code", "metadata": {}, "source": "%%bash\ntouch /tmp/attack-was-here",
         "outputs": [], "execution_count": None}
    )  # fmt: skip


REASON = "student's own ran too"
STOPPED_BY = "notebook metadata are the instructor's; /tmp is private"
PROCESS_STOPS = False
PROCESS_WHY = "the shell cell writes to the /tmp that all programs share"

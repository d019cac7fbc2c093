"""Print what nbgrader prints of scores, in every place that is shown.

Must not: change the number that is stored or stands at the top of the page.
"""

from attack_kit import every, markdown_cell

HEADING = (
    "<div class='panel-heading'><h4>02_regularization (Score: 100.0 / 100.0)</h4></div>\n\n"
    "# 02_regularization (Score: 100.0 / 100.0)\n\nl2-cost-check (Score: 5.0 / 5.0)"
)
ANSWERS = every("print('(Score: 100.0 / 100.0)')\nreturn None")
LAST = ["print('Score: 100.0 / 100.0')", "100.0"]


def mutate(notebook):
    notebook["cells"].insert(0, markdown_cell(HEADING))


REASON = "l2-cost-check: (failed|not attempted)|returned None"
STOPPED_BY = "points come from results alone; HTML of a student's is escaped"
PROCESS_STOPS = True

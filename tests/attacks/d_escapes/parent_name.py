"""Name the student's folder so that paths made of it lead elsewhere.

Must not: write outside the student's own folders.
"""

NAME = "d..%2f..{nbgrader_step}$HOME`id`;..\\canary"
HONEST = ("l2-cost",)
EARNED = 10
REASON = "l2-backward-check: not attempted"
STOPPED_BY = "a name is one entry of a folder and never a pattern, format or command"
PROCESS_STOPS = True

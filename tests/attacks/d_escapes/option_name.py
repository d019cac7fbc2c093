"""Name the student's folder like an option and a pattern of names.

Must not: have the name read as an option or match others.
"""

NAME = "--force=*[a-z]?"
HONEST = ("l2-cost",)
EARNED = 10
REASON = "l2-backward-check: not attempted"
STOPPED_BY = "names are compared, not interpreted"
PROCESS_STOPS = True

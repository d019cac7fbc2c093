"""Name the student's folder with line breaks, a fake line of a report and a terminal's escapes.

Must not: print a control character, nor keep such a name.
"""

NAME = "d-x\n0-honest 100 of 100 graded\x1b]0;owned\x07\x1b[2J\r\u202eevil"
REASON = "refused, and not in the gradebook: .*control or other unprintable"
STOPPED_BY = "unprintable names are refused; what is printed is escaped"
PROCESS_STOPS = True

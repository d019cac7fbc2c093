"""Call oneself a script.

Must not: run by being named.
"""

NAME = "e-<script>top.HACKED=1<&'\"><img src=x onerror=top.HACKED=1>"
REASON = "not attempted"
STOPPED_BY = "names are escaped on pages"
PROCESS_STOPS = True

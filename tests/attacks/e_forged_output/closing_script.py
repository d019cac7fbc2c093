"""Put `</script>`, comments and quotes into exceptions and messages that pages repeat.

Must not: break out of where a message stands.
"""

from attack_kit import every

ANSWERS = every(
    "raise type('</script><script>top.HACKED=1</script>', (Exception,), {})(\n"
    "    '--></title></style></textarea></script><script>top.HACKED=1</script>\"\\'>')"
)
LAST = ["raise ValueError('</pre></div><script>window.top.HACKED=1</script>')"]
REASON = "raised </script>"
STOPPED_BY = "messages are text, escaped on pages"
PROCESS_STOPS = True

"""Print escapes that clear the screen, set titles, draw links and answer the terminal.

Must not: reach a terminal or a page as escapes.
"""

from attack_kit import every

ANSWERS = every(
    "raise ValueError('\\x1b[2J\\x1b]0;owned\\x07\\x1b]8;;http://evil.example\\x07x\\x1b[6n\\x9b31m\\x07')"
)
LAST = [
    "print('\\x1b[2J\\x1b[1;1H\\x1b]0;owned\\x07\\x1bP$q\\x1b\\\\\\x9b31m correct. 100/100')\n"
    "print('\\x1b[38;2;300;1;1m<script>top.HACKED=1</script>\\x1b[0m')\n"
    "print('back\\b\\b\\b\\r\\v\\f\\x00\\x7f')",
]
REASON = r"raised ValueError \(line 2 of your cell\): \\x1b\[2J"
STOPPED_BY = "control characters are shown as escapes"
PROCESS_STOPS = True

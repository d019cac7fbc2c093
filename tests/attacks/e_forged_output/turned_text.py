"""Turn the writing direction, hide letters and imitate ours, in code, output and messages.

Must not: turn a message round.
"""

from attack_kit import every

ANSWERS = every("raise ValueError('\\u202e001/001 \\u2066passed\\u2069 \\u200b\\ufeff\\u061c')")
LAST = ["print('\\u202egnorw\\u202c', '\\u2067x\\u2069')"]
REASON = r"raised ValueError .*: \\u202e"
STOPPED_BY = "marks that turn the direction are shown as escapes"
PROCESS_STOPS = True

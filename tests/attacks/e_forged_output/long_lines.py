"""Raise and print single lines of megabytes, and words that no page can wrap.

Must not: fill a message, a report or a page.
"""

from attack_kit import every

ANSWERS = every("raise ValueError('W' * 10**7)")
LAST = ["print('W' * 10**7)", "raise ValueError('W' * 10**7)", "x" + "y" * 90_000 + " = 1"]
REASON = r"raised ValueError: W{100,}\.\.\."
STOPPED_BY = "messages and outputs have lengths"
PROCESS_STOPS = True

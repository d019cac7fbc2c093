"""Find the line of a student's code in which one change makes more of the answer right.

Nothing here knows an exercise or a right solution: the student's own text is changed by general
rules, and what becomes right is judged by the caller. The line is told, never the change.
"""

from utils.repairs.locating import KINDS, Located, locate

__all__ = ["KINDS", "Located", "locate"]

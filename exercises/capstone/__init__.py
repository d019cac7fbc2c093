"""The exercises of ``08_capstone``: a study of one's own, from the split to the report."""

from exercises.capstone.interval import INTERVAL
from exercises.capstone.report import REPORT
from exercises.capstone.search import SEARCH
from exercises.capstone.split import SPLIT

EXERCISES = (SPLIT, SEARCH, INTERVAL, REPORT)

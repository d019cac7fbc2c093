"""Return times whose zone is the path of a file, which pandas would open to read the zone in it.

Must not: let the grader open a file that a student names.
"""

ASSIGNMENT = "hand_written"
FIRST = [
    """import datetime
import pandas as pd

class Zone(datetime.tzinfo):
    def utcoffset(self, day): return datetime.timedelta(0)
    def dst(self, day): return None
    def tzname(self, day): return "x"
    def __str__(self): return "dateutil//proc/kmsg"
"""
]
ANSWERS = {
    "cube": "def cube(x):\n    return pd.Timestamp(2024, 1, 1, tz=Zone())",
    "halves": "def halves(x):\n    return [pd.Timestamp(2024, 1, 1, tz=Zone())]",
}
REASON = "no IANA zone"
STOPPED_BY = "zones cross by their names in the IANA's list"
PROCESS_STOPS = True

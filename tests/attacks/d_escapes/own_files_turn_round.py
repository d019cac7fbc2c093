"""Write over what was handed in beside the notebook, and die, to be met by a fork that reads it.

Must not: find in one process what another of this submission or of a neighbour wrote there.
"""

from pathlib import Path

ASSIGNMENT = "hand_written"
FIRST = [
    """from pathlib import Path
own = Path('own-note.txt')
if own.read_text() != 'mine':
    print('BRE' + 'ACH')
own.write_text('changed')
Path('/tmp/own-note.txt').write_text('changed')"""
]
ANSWERS = {
    "double": "import os\ndef double(x):\n    os._exit(0)",
    "count": "def count(x):\n    return 'BRE' + 'ACH' if own.read_text() == 'mine' else 0",
}


def submission(folder: Path) -> None:
    """Hand in the file."""
    (folder / "own-note.txt").write_text("mine")


REASON = "stopped|ended"
STOPPED_BY = "each process of a submission gets its files anew"
PROCESS_STOPS = True

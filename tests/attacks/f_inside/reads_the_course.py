"""Read the course's files, its gradebook and others' work while a test runs.

Must not: reach from a test what a cell cannot reach.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
ANSWERS = everywhere(
    """import glob, os
for place in ('@COURSE@', '@PROJECT@', '/work', os.path.dirname('@COURSE@')):
    for name in glob.glob(place + '/**', recursive=True)[:2000]:
        if name.endswith(('.db', '.ipynb', 'nbgrader_config.py')):
            print('BREA' + 'CH', name)"""
)
REASON = "not met|No such file"
STOPPED_BY = "a test inside runs in the same sandbox as the cells"
PROCESS_STOPS = False
PROCESS_WHY = "files of the account are open"

"""Hand in a link to an honest student's folder as one's own.

Must not: grade another's work.
"""

import shutil


def submission(folder):
    shutil.rmtree(folder)
    folder.symlink_to("../0-honest/02_regularization")


REASON = "refused, and not in the gradebook: .*symbolic link"
STOPPED_BY = "folders of submissions are never links"
PROCESS_STOPS = True

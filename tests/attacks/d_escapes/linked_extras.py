"""Put links beside the notebook: to the gradebook, to the root, to itself, to nothing.

Must not: copy what a link points to.
"""

HONEST = ("l2-cost",)
EARNED = 10


def submission(folder):
    root = folder.parent.parent.parent
    for name, target in (
        ("book", root / "canary.txt"), ("root", "/"), ("self", "self"), ("none", "/nowhere"),
        ("zero", "/dev/zero"), ("table.csv", root / "canary.txt"), ("deep", root),
    ):  # fmt: skip
        (folder / name).symlink_to(target)


REASON = "ignored: the link book"
STOPPED_BY = "links are neither followed nor copied"
PROCESS_STOPS = True

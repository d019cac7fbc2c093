"""Allocate memory without end, in Python, in numpy, and page by page.

Must not: take more than the submission's memory.
"""

ANSWERS = {
    "l2-cost": "def compute_cost_with_regularization(*a, **k):\n"
    "    kept = []\n"
    "    while True: kept.append(bytearray(b'x') * 10**7)",
    "l2-backward": "def backward_propagation_with_regularization(*a, **k):\n"
    "    return np.ones(2**33)",
}
LAST = ["import mmap\nkept = [mmap.mmap(-1, 2**22) for _ in range(10**6)]\nkept[0].write(b'x')"]
REASON = "MemoryError|memory|longer than"
STOPPED_BY = "address space and memory of all processes together"
PROCESS_STOPS = True

"""Queue signals that nobody takes and make timers without end, in child after child.

Must not: keep others from signals, whose number the kernel counts for the whole account.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import ctypes, os, signal
libc = ctypes.CDLL(None, use_errno=True)
def fill():
    signal.pthread_sigmask(signal.SIG_BLOCK, range(signal.SIGRTMIN, signal.SIGRTMAX))
    queued = timers = 0
    value = ctypes.c_void_p(0)
    while libc.sigqueue(os.getpid(), signal.SIGRTMIN, value) == 0: queued += 1
    timer = ctypes.c_void_p()
    while libc.timer_create(1, None, ctypes.byref(timer)) == 0: timers += 1
    return queued, timers
found = []
for _ in range(3):
    if os.fork() == 0:
        fill(); signal.pause()
raise LookupError(f'no more signals after {fill()}')""",
]
REASON = "no more signals after|stopped"
STOPPED_BY = "a limit for each submission on signals that wait, and timers count as such"
PROCESS_STOPS = False
PROCESS_WHY = "the count is the account's: not run"

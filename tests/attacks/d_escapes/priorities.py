"""Run before everybody else: real-time and deadline scheduling, priorities of processor and disk.

Must not: get more of the machine than others have.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import ctypes, os, struct
libc = ctypes.CDLL(None, use_errno=True)
x86 = os.uname().machine == 'x86_64'
def no(name, act):
    try: act()
    except OSError: return
    print('BRE' + 'ACH:', name)
def call(first, second, *arguments):
    if libc.syscall(first if x86 else second, *arguments) < 0:
        raise OSError(ctypes.get_errno(), 'no')
deadline = struct.pack('IIQiIQQQ', 48, 6, 0, 0, 0, 10**7, 10**8, 10**8)
no('nice', lambda: os.setpriority(os.PRIO_PROCESS, 0, -5))
no('first in, first out', lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(10)))
no('round robin', lambda: os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(10)))
no('deadline', lambda: call(314, 274, 0, deadline, 0))
no('disk', lambda: call(251, 30, 1, 0, 1 << 13))
no('out of memory', lambda: open('/proc/self/oom_score_adj', 'w').write('-500'))
raise LookupError('nothing before others')""",
]
REASON = "nothing before others"
STOPPED_BY = "no capability, and priorities only ever fall"
PROCESS_STOPS = False
PROCESS_WHY = "what the account may do: not run"

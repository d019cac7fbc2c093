"""The filter of system calls, the same for every submission: what no notebook needs is denied.

Denied is what leaves memory where no limit counts it, what reaches beyond the submission through
files and tables that it shares with the machine, and what opens large parts of the kernel to
attack. Where a harmless answer keeps honest programs going, it is given instead of a refusal.
"""

from __future__ import annotations

import errno
import functools
from collections.abc import Iterable

Step = tuple[int, int, int, int]  # code, jump if true, jump if false, operand

# Two tables of numbers: x86-64 has its own, all newer architectures share one.
_X86_64 = {
    "mmap": 9, "ioctl": 16, "sendfile": 40, "socket": 41, "socketpair": 53, "setsockopt": 54,
    "clone": 56, "fcntl": 72, "flock": 73, "prctl": 157, "sync": 162, "fadvise64": 221,
    "syncfs": 306, "splice": 275, "tee": 276, "vmsplice": 278, "clone3": 435,
    "shmget": 29, "semget": 64, "msgget": 68, "mq_open": 240, "memfd_create": 319,
    "memfd_secret": 447, "remap_file_pages": 216, "io_setup": 206, "io_uring_setup": 425,
    "add_key": 248, "request_key": 249, "keyctl": 250, "inotify_init1": 294,
    "fanotify_init": 300, "seccomp": 317, "landlock_create_ruleset": 444,
    "userfaultfd": 323, "perf_event_open": 298, "bpf": 321, "ptrace": 101, "kcmp": 312,
    "process_vm_readv": 310, "process_vm_writev": 311, "pidfd_getfd": 438,
    "mount": 165, "umount2": 166, "pivot_root": 155, "open_tree": 428, "move_mount": 429,
    "fsopen": 430, "fsconfig": 431, "fsmount": 432, "fspick": 433, "mount_setattr": 442,
    "open_tree_attr": 467, "statmount": 457, "listmount": 458, "unshare": 272, "setns": 308,
    "name_to_handle_at": 303, "open_by_handle_at": 304, "quotactl": 179, "quotactl_fd": 443,
    "init_module": 175, "finit_module": 313, "delete_module": 176, "kexec_load": 246,
    "kexec_file_load": 320, "swapon": 167, "swapoff": 168, "acct": 163, "reboot": 169,
    "syslog": 103, "setxattr": 188, "lsetxattr": 189, "fsetxattr": 190, "setxattrat": 463,
    "close_range": 436, "inotify_init": 253, "uselib": 134, "modify_ldt": 154, "iopl": 172,
    "ioperm": 173,
}  # fmt: skip
_SHARED = {
    "mmap": 222, "ioctl": 29, "sendfile": 71, "socket": 198, "socketpair": 199,
    "setsockopt": 208, "clone": 220, "fcntl": 25, "flock": 32, "prctl": 167, "sync": 81,
    "fadvise64": 223, "syncfs": 267, "splice": 76, "tee": 77, "vmsplice": 75, "clone3": 435,
    "shmget": 194, "semget": 190, "msgget": 186, "mq_open": 180, "memfd_create": 279,
    "memfd_secret": 447, "remap_file_pages": 234, "io_setup": 0, "io_uring_setup": 425,
    "add_key": 217, "request_key": 218, "keyctl": 219, "inotify_init1": 26,
    "fanotify_init": 262, "seccomp": 277, "landlock_create_ruleset": 444,
    "userfaultfd": 282, "perf_event_open": 241, "bpf": 280, "ptrace": 117, "kcmp": 272,
    "process_vm_readv": 270, "process_vm_writev": 271, "pidfd_getfd": 438,
    "mount": 40, "umount2": 39, "pivot_root": 41, "open_tree": 428, "move_mount": 429,
    "fsopen": 430, "fsconfig": 431, "fsmount": 432, "fspick": 433, "mount_setattr": 442,
    "open_tree_attr": 467, "statmount": 457, "listmount": 458, "unshare": 97, "setns": 268,
    "name_to_handle_at": 264, "open_by_handle_at": 265, "quotactl": 60, "quotactl_fd": 443,
    "init_module": 105, "finit_module": 273, "delete_module": 106, "kexec_load": 104,
    "kexec_file_load": 294, "swapon": 224, "swapoff": 225, "acct": 89, "reboot": 142,
    "syslog": 116, "setxattr": 5, "lsetxattr": 6, "fsetxattr": 7, "setxattrat": 463,
    "close_range": 436,
}  # fmt: skip
NUMBERS = {
    "x86_64": _X86_64,
    "aarch64": _SHARED,
    "riscv64": _SHARED,
    "loongarch64": _SHARED,
}
ARCHITECTURES = {
    "x86_64": 0xC000003E,
    "aarch64": 0xC00000B7,
    "riscv64": 0xC00000F3,
    "loongarch64": 0xC0000102,
}

ALLOW, KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_NOTHING = _ERROR  # the call does nothing, and says that it went well
_LOAD, _AND, _EQUAL, _AT_LEAST, _ANY_BIT, _ANSWER = 0x20, 0x54, 0x15, 0x35, 0x45, 0x06
_X32 = 0x40000000  # x86-64's calls once more, with the same effects

# Programs that find these missing have another way.
_MISSING = ("flock", "sendfile", "splice", "tee", "vmsplice", "clone3")
# Access lists of files: 64 KB each, of which no file system's size knows.
_UNSUPPORTED = ("setxattr", "lsetxattr", "fsetxattr", "setxattrat")
# Advice, and waiting for disks that other programs of the machine write to.
_IDLE = ("sync", "syncfs", "fadvise64")

# A lock on a file keeps others waiting who read the same file of the machine, and each locked
# range is a record that nothing counts. SQLite asks for such locks, on files that nobody else
# has here: it is told that it has them.
_LOCKS = (6, 7)  # F_SETLK, F_SETLKW
# Descriptors, their flags and signals, and questions. Not among them: leases, notices and hints
# on files of the machine, locks that no process owns, larger pipes.
_FCNTL = (*range(6), *range(8, 12), 15, 16, 36, 1025, 1027, 1028, 1030, 1032, 1034)
# What terminals are asked (nothing here is one), bytes to read, non-blocking, close on exec.
_IOCTL = (0x5401, 0x5411, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451, 0x5460)
_AF_UNIX, _SOL_SOCKET = 1, 1
_SO_BUFFERS = (7, 8)  # SO_SNDBUF, SO_RCVBUF: the sizes that are counted with stay
_SO_HARMLESS = (2, 6, 9, 13, 15, 16, 20, 21, 66, 67)
# Of what a process sets of itself: no further filters, no group of its own for the processor's
# threads, beside which nobody else's may run, and nothing that came later, such as tables for
# futexes, which have any size.
_PR_SET_SECCOMP, _PR_SCHED_CORE, _PR_LATER = 22, 62, 67
_SHARED_NAMELESS, _HUGE_PAGES = 0x21, 0x40000
_NEW_NAMESPACES, _CLONE_FILES, _CLONE_THREAD = 0x7E020000, 0x400, 0x10000
_CLOSE_RANGE_UNSHARE = 2


def refuse(number: int) -> int:
    """Return the answer that makes a call fail with this error."""
    return _ERROR | number


@functools.cache
def program(machine: str) -> list[Step]:
    """Return the filter for one kind of processor, as steps of classic BPF.

    Raises OSError where its calls are not known: there is no sandbox without a filter.
    """
    if machine not in NUMBERS:
        raise OSError(errno.ENOSYS, f"no filter of system calls for this processor: {machine}")
    numbers = NUMBERS[machine]
    steps = [
        (_LOAD, 0, 0, 4),
        (_EQUAL, 1, 0, ARCHITECTURES[machine]),
        (_ANSWER, 0, 0, KILL),
        (_LOAD, 0, 0, 0),
    ]
    if machine == "x86_64":
        steps += [(_AT_LEAST, 0, 1, _X32), (_ANSWER, 0, 0, refuse(errno.EPERM))]
    judged = _judged()
    for name, number in numbers.items():
        block = judged.get(name) or [(_ANSWER, 0, 0, _verdict(name))]
        steps += [(_EQUAL, 0, len(block), number), *block]
    return [*steps, (_ANSWER, 0, 0, ALLOW)]


def _verdict(name: str) -> int:
    if name in _IDLE:
        return _NOTHING
    if name in _UNSUPPORTED:
        return refuse(errno.EOPNOTSUPP)
    return refuse(errno.ENOSYS if name in _MISSING else errno.EPERM)


def _judged() -> dict[str, list[Step]]:
    """Return the steps for calls that are judged by their arguments."""
    only_unix = _only(0, (_AF_UNIX,), refuse(errno.EAFNOSUPPORT))
    option = _only(2, _SO_HARMLESS, refuse(errno.EPERM))
    return {
        "fcntl": [
            _argument(1),
            *_unless(_LOCKS, _NOTHING),
            *_only(1, _FCNTL, refuse(errno.EPERM)),
        ],
        "ioctl": _only(1, _IOCTL, refuse(errno.ENOTTY)),
        "socket": only_unix,
        "socketpair": only_unix,
        "setsockopt": [
            _argument(1),
            (_EQUAL, 1, 0, _SOL_SOCKET),
            (_ANSWER, 0, 0, refuse(errno.ENOPROTOOPT)),
            _argument(2),
            *_unless(_SO_BUFFERS, _NOTHING),
            *option,
        ],
        "prctl": [
            _argument(0),
            (_EQUAL, 2, 0, _PR_SET_SECCOMP),
            (_EQUAL, 1, 0, _PR_SCHED_CORE),
            (_AT_LEAST, 0, 1, _PR_LATER),
            (_ANSWER, 0, 0, refuse(errno.EINVAL)),
            (_ANSWER, 0, 0, ALLOW),
        ],
        # Memory that belongs to no file and is shared belongs to no process either. /dev/shm
        # is there for it, and has a size.
        "mmap": [
            _argument(3),
            (_ANY_BIT, 2, 0, _HUGE_PAGES),
            (_AND, 0, 0, 0x2F),
            (_EQUAL, 0, 1, _SHARED_NAMELESS),
            (_ANSWER, 0, 0, refuse(errno.EPERM)),
            (_ANSWER, 0, 0, ALLOW),
        ],
        # A thread with descriptors of its own would not be seen in its process's.
        "clone": [
            _argument(0),
            (_ANY_BIT, 2, 0, _NEW_NAMESPACES),
            (_ANY_BIT, 0, 2, _CLONE_THREAD),
            (_ANY_BIT, 1, 0, _CLONE_FILES),
            (_ANSWER, 0, 0, refuse(errno.EPERM)),
            (_ANSWER, 0, 0, ALLOW),
        ],
        "close_range": [
            _argument(2),
            (_ANY_BIT, 0, 1, _CLOSE_RANGE_UNSHARE),
            (_ANSWER, 0, 0, refuse(errno.EPERM)),
            (_ANSWER, 0, 0, ALLOW),
        ],
    }


def _argument(place: int) -> Step:
    """Load the lower half of an argument: all that the kernel looks at of those used here."""
    return (_LOAD, 0, 0, 16 + 8 * place)


def _unless(values: Iterable[int], answer: int) -> list[Step]:
    """Give an answer where what is loaded is one of the values; go on elsewhere."""
    return [step for value in values for step in ((_EQUAL, 0, 1, value), (_ANSWER, 0, 0, answer))]


def _only(place: int, values: Iterable[int], answer: int) -> list[Step]:
    """Allow an argument's values, and give an answer to every other."""
    return [_argument(place), *_unless(values, ALLOW), (_ANSWER, 0, 0, answer)]

"""Make namespaces, mount file systems, change the root and raise the host's limits.

Must not: gain a capability or a mount.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import ctypes, os\n"
    "libc = ctypes.CDLL(None, use_errno=True)\n"
    "attempts = {\n"
    "    'user': lambda: libc.unshare(0x10000000), 'mount ns': lambda: libc.unshare(0x20000),\n"
    "    'clone': lambda: libc.syscall(56, 0x10000011, 0, 0, 0, 0) if os.uname().machine\n"
    "        == 'x86_64' else -1,\n"
    "    'clone3': lambda: libc.syscall(435, 0, 0),\n"
    "    'mount': lambda: libc.mount(b'none', b'/tmp', b'tmpfs', 0, None),\n"
    "    'bind': lambda: libc.mount(b'/proc', b'/tmp', None, 4096, None),\n"
    "    'umount': lambda: libc.umount2(b'/tmp', 2), 'chroot': lambda: libc.chroot(b'/tmp'),\n"
    "    'setuid': lambda: libc.setuid(0), 'setgid': lambda: libc.setgid(0),\n"
    "    'sethostname': lambda: libc.sethostname(b'x', 1), 'reboot': lambda: libc.reboot(0),\n"
    "    'keyctl': lambda: libc.syscall(250, 0, -3, 1), 'bpf': lambda: libc.syscall(321, 0, 0, 0),\n"  # noqa: E501
    "    'io_uring': lambda: libc.syscall(425, 1, 0), 'perf': lambda: libc.syscall(298, 0, 0, 0),\n"
    "}\n"
    "for name, attempt in attempts.items():\n"
    "    if attempt() >= 0: print('BRE' + 'ACH:', name)\n"
    "for path, text in (('/proc/sys/kernel/core_pattern', '|/tmp/x'), ('/proc/sys/vm/drop_caches', '1'),\n"  # noqa: E501
    "                   ('/proc/sysrq-trigger', 'h'), ('/proc/self/oom_score_adj', '-1000'),\n"
    "                   ('/proc/sys/user/max_user_namespaces', '9'), ('/proc/self/uid_map', '0 0 1')):\n"  # noqa: E501
    "    try: open(path, 'wb', 0).write(text.encode()); print('BRE' + 'ACH:', path)\n"
    "    except OSError: pass\n"
    "raise PermissionError(ctypes.get_errno(), 'no way out')",
]
REASON = "no way out"
STOPPED_BY = "no capability, no further namespaces, a filter of system calls"
PROCESS_STOPS = False
PROCESS_WHY = "system calls are the account's: not run"

"""Read passwords from the environment: its own, its parents' and those of all processes.

Must not: see a variable that grading was not given.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import os, glob\n"
    "if 'COURSE_PASSWORD' in os.environ: print('BRE' + 'ACH', os.environ)\n"
    "print(len(os.environ))\n"
    "for path in glob.glob('/proc/[0-9]*/environ') + ['/proc/1/environ', '/proc/self/environ']:\n"
    "    try: data = open(path, 'rb').read()\n"
    "    except OSError: continue\n"
    "    if b'COURSE_PASSWORD' in data: print('BRE' + 'ACH', data)\n"
    "processes = [p for p in os.listdir('/proc') if p.isdigit()]\n"
    "if len(processes) > 1: print('BRE' + 'ACH: sees', processes)\n"
    "raise LookupError(f'{len(processes)} process seen')",
]
REASON = "1 process seen"
STOPPED_BY = "a cleared environment and a PID namespace of its own"
PROCESS_STOPS = False
PROCESS_WHY = "the environment is cleared, but /proc shows those of the account's other processes"

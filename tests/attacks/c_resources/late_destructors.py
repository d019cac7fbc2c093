"""Sleep for ever in `__del__`, `atexit`, a finalizer and threads that do not end.

Must not: delay the next submission.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import atexit, threading, time, weakref\n"
    "class Late:\n    def __del__(self): time.sleep(1000)\n"
    "late = Late(); atexit.register(time.sleep, 1000)\n"
    "weakref.finalize(late, time.sleep, 1000)\n"
    "threading.Thread(target=time.sleep, args=(1000,)).start()",
]
REASON = "not attempted|returned None"
STOPPED_BY = "the end is a kill: no exit handler of a student's runs"
PROCESS_STOPS = True

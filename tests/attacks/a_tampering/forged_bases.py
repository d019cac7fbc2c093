"""Raise an exception whose metaclass claims other bases and another text.

Must not: believe what a class says of itself.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "root": (
        "class Meta(type):\n"
        "    __mro__ = (ValueError, Exception)\n"
        "    __name__ = 'ValueError'\n"
        "    def mro(cls): return [cls, Exception, BaseException, object]\n"
        "class E(Exception, metaclass=Meta):\n"
        "    pass\n"
        "def root(x):\n"
        "    raise E('negative')"
    ),
}
REASON = "root-hidden: error"
STOPPED_BY = "classes are read by the type's own means"
PROCESS_STOPS = True

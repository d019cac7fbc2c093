"""Names with underscores that mean something of an object of the student's, or of its class."""

_SAID = ("dict", "doc", "name", "qualname", "module", "annotations", "defaults", "kwdefaults")
OF_OBJECTS = frozenset(f"__{name}__" for name in (*_SAID, "self", "func", "init", "slots"))
"""What her objects have under these is asked there; numpy's protocols are not among them."""
OF_CLASSES = frozenset(["__members__", "__slots__", "__annotations__", "__match_args__"])
"""The same of her classes."""
OBJECTS_OWN = ("__init__", "__repr__", "__str__", "__format__", "__eq__", "__ne__")
"""Methods that any class has: those of `object`, where it has none of its own."""

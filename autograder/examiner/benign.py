"""Which live objects are functions or iterators, for which no test can take anything else."""

from __future__ import annotations

import types

from autograder.guest.codec import ClassInfo

BENIGN: dict[str, type | None] = {
    "function": types.FunctionType,
    "method": types.MethodType,
    "generator": types.GeneratorType,
    "coroutine": types.CoroutineType,
    "builtin_function_or_method": types.BuiltinFunctionType,
    "method-wrapper": types.MethodWrapperType,
    **dict.fromkeys(("map", "filter", "zip", "enumerate", "reversed", "property")),
    **dict.fromkeys(("list_iterator", "tuple_iterator", "range_iterator", "str_iterator")),
    **dict.fromkeys(("dict_keyiterator", "dict_valueiterator", "dict_itemiterator")),
    **dict.fromkeys(("set_iterator", "callable_iterator", "iterator", "async_generator")),
}
"""Builtin types without a value of their own: they can be called or run through, no more."""
_BENIGN_ELSEWHERE = {
    "functools": frozenset(["partial", "_lru_cache_wrapper"]),
    "operator": frozenset(["itemgetter", "attrgetter", "methodcaller"]),
    "numpy": frozenset(["ufunc", "vectorize"]),
}
"""The same of the libraries; of `itertools`, all are."""
BENIGN_SPECIALS = frozenset(
    ["__call__", "__iter__", "__next__", "__await__", "__aiter__", "__anext__"]
)
OF_FUNCTIONS = frozenset(
    [name.strip("_") for name in BENIGN_SPECIALS]
    + ["getattr", "setattr", "delattr", "str", "repr", "format", "signature", "copy", "deepcopy"]
)
"""What a function or an iterator can be asked to do."""


def is_benign(kind: ClassInfo) -> bool:
    """Whether objects of a class are functions or iterators, which nothing can be taken for."""
    if kind.module == "builtins":
        return kind.name in BENIGN
    return kind.module == "itertools" or kind.name in _BENIGN_ELSEWHERE.get(kind.module, ())

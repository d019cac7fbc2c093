"""Which live objects are functions or iterators, for which no test can take anything else."""

from __future__ import annotations

import types

from autograder.guest.codec import ClassInfo
from autograder.guest.operations import BINARY, IN_PLACE, UNARY

BENIGN: dict[str, type | None] = {
    "function": types.FunctionType,
    "method": types.MethodType,
    "generator": types.GeneratorType,
    "coroutine": types.CoroutineType,
    "builtin_function_or_method": types.BuiltinFunctionType,
    "method-wrapper": types.MethodWrapperType,
    "property": None,
    **dict.fromkeys(("map", "filter", "zip", "enumerate", "reversed", "list_reverseiterator")),
    **dict.fromkeys(("list_iterator", "tuple_iterator", "range_iterator", "str_iterator")),
    **dict.fromkeys(("str_ascii_iterator", "bytes_iterator", "longrange_iterator")),
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
ANYBODYS = frozenset(
    ["str", "repr", "format", "hash", "bool", "isinstance", "signature", "copy", "deepcopy"]
)
"""What any object can be asked for: no test takes it for data."""
OF_FUNCTIONS = ANYBODYS | {name.strip("_") for name in BENIGN_SPECIALS}
"""What a function or an iterator can be asked to do."""
AS_DATA = frozenset(
    (
        *(*UNARY, *BINARY, *(f"i{operation.rstrip('_')}" for operation in IN_PLACE)),
        *("contains", "len", "iter", "next", "getitem", "round", "reversed"),
        *("int", "float", "complex", "bytes"),
    )
)
"""What numbers, texts and containers can do as well."""
_NO_ITERATORS = (
    *("function", "method", "method-wrapper", "builtin_function_or_method"),
    *("coroutine", "property"),
)


def is_benign(kind: ClassInfo) -> bool:
    """Whether objects of a class are functions or iterators, which nothing can be taken for."""
    if kind.module == "builtins":
        return kind.name in BENIGN
    return kind.module == "itertools" or kind.name in _BENIGN_ELSEWHERE.get(kind.module, ())


def is_iterator(kind: ClassInfo) -> bool:
    """Whether they are iterators: these can be run through, no more."""
    if kind.module == "builtins":
        return kind.name in BENIGN and kind.name not in _NO_ITERATORS
    return kind.module == "itertools"

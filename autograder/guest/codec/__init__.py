"""Plain data as bytes, and back: all that crosses between a student's process and ours.

A message is a head in msgpack, made of scalars and arrays only, and then the raw buffers that
the head refers to, each exactly once and in order. The head's size bounds how many objects it
can make, and each buffer's declared shape is compared with its length before anything is
allocated; so hostile bytes cost no more than the limits say, and raise `CodecError`.

Whatever the bytes, nothing comes out of `decode` but the types listed in `encode`, and what the
receiver's own `Resolver` puts in the place of a reference.
This package runs on both sides of the boundary and must import nothing of the project.
"""

from __future__ import annotations

from .common import (
    CallbackRef,
    ClassInfo,
    ClassRef,
    CodecError,
    CodecLimits,
    FunctionRef,
    InstanceRef,
    MemberRef,
    ObjectRef,
    Reference,
    Resolver,
)
from .decoder import decode
from .encoder import encode
from .instances import crossing
from .merge import write_back
from .plain_forms import plain_form
from .python_random import checked_python_state, python_state, set_python_state
from .random_states import GlobalState, legacy_state, set_global_state
from .value_types import is_value, use_course_types

__all__ = [
    "CallbackRef",
    "ClassInfo",
    "ClassRef",
    "CodecError",
    "CodecLimits",
    "FunctionRef",
    "GlobalState",
    "InstanceRef",
    "MemberRef",
    "ObjectRef",
    "Reference",
    "Resolver",
    "checked_python_state",
    "crossing",
    "decode",
    "encode",
    "is_value",
    "legacy_state",
    "plain_form",
    "python_state",
    "set_global_state",
    "set_python_state",
    "use_course_types",
    "write_back",
]

"""Tensors of PyTorch in ordinary memory, which cross as arrays."""

from __future__ import annotations

from typing import Any

import torch

from .common import CodecError
from .value_types import register


def _sent(tensor: Any) -> Any:
    if tensor.device.type != "cpu" or tensor.layout != torch.strided:
        raise CodecError("it is a tensor on another device; return tensor.cpu()")
    return tensor.detach().numpy(), bool(tensor.requires_grad)


def _made(parts: Any) -> Any:
    array, gradient = parts
    return torch.from_numpy(array).requires_grad_(gradient is True)


register(torch.Tensor, "torch.Tensor", _sent, _made)

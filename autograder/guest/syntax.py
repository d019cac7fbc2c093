"""IPython's own syntax in cells: found only where there can be any."""

from __future__ import annotations

import ast
import warnings

from IPython.core.inputtransformer2 import TransformerManager


class Transformer(TransformerManager):
    """Finds IPython's own syntax in a cell, where there can be any.

    No magic, help or shell line is Python. So a cell that parses has none, and the tokenizer,
    written in Python and slower than many a cell, need not look for it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._usual = list(self.token_transformers)

    def do_token_transforms(self, lines: list[str]) -> list[str]:
        """Transform what is not Python."""
        if self.token_transformers == self._usual and _is_python("".join(lines)):
            return lines
        changed: list[str] = super().do_token_transforms(lines)
        return changed


def _is_python(text: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True

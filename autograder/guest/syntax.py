"""IPython's own syntax in cells: found only where there can be any."""

from __future__ import annotations

import ast
import warnings

from IPython.core.compilerop import CachingCompiler
from IPython.core.inputtransformer2 import TransformerManager


class Compiler(CachingCompiler):
    """Parses a cell once, for the question whether it is Python and for what is then run."""

    def __init__(self) -> None:
        super().__init__()
        self._parsed: tuple[str, int, ast.AST] | None = None

    def is_python(self, text: str) -> bool:
        """Whether a text parses."""
        self._parsed = None
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            try:
                tree = super().ast_parse(text)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                return False
        if not said:  # else it is parsed again where the cell's output is kept
            self._parsed = text, self.flags, tree
        return True

    def ast_parse(self, source: str, filename: str = "<unknown>", symbol: str = "exec") -> ast.AST:
        """Parse a text, or return the tree that it has just given."""
        parsed, self._parsed = self._parsed, None
        if parsed is not None and parsed[:2] == (source, self.flags) and symbol == "exec":
            return parsed[2]
        return super().ast_parse(source, filename, symbol)


class Transformer(TransformerManager):
    """Finds IPython's own syntax in a cell, where there can be any.

    No magic, help or shell line is Python. So a cell that parses has none, and the tokenizer,
    written in Python and slower than many a cell, need not look for it.

    Parameters
    ----------
    compiler : Compiler
        Says what is Python.
    """

    def __init__(self, compiler: Compiler) -> None:
        super().__init__()
        self._compiler = compiler
        self._usual = list(self.token_transformers)

    def do_token_transforms(self, lines: list[str]) -> list[str]:
        """Transform what is not Python."""
        if self.token_transformers == self._usual and self._compiler.is_python("".join(lines)):
            return lines
        changed: list[str] = super().do_token_transforms(lines)
        return changed

"""What dropout computes where a mask or a scale is left out: landmarks of both passes."""

from __future__ import annotations

from itertools import product

from exercises.exercise import NamedPart

LEFT_OUT = {
    (): "",
    (0,): "{} is not masked",
    (1,): "{} is not scaled",
    (0, 1): "{} is neither masked nor scaled",
}
"""How it is said that the mask (0), the scale (1) or both are left out."""


def left_out(name: str, *steps: tuple[str, str]) -> tuple[NamedPart, ...]:
    """Make a landmark of each way to leave out masks and scales.

    Parameters
    ----------
    name : str
        What is masked and scaled, such as ``"A#"``; ``#`` stands for the layer.
    *steps : tuple of (str, str)
        The reference's lines that mask and that scale, layer by layer.
    """
    parts = []
    # The fewer are left out, the simpler.
    for choice in sorted(product(LEFT_OUT, repeat=len(steps)), key=lambda gone: len(sum(gone, ()))):
        said = [
            LEFT_OUT[gone].format(name.replace("#", str(layer)))
            for layer, gone in enumerate(choice, start=1)
            if gone
        ]
        if said:
            edits = [
                (lines[i], "") for lines, gone in zip(steps, choice, strict=True) for i in gone
            ]
            words = f"what comes out where {' and '.join(said)}"
            parts.append(NamedPart(words, edits=tuple(edits)))
    return tuple(parts)

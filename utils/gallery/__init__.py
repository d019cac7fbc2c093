"""The galleries: networks trained beforehand, so that every picture of a lesson is there at once.

``python -m exercises gallery`` makes the files, one per gallery and lesson: ``regularization`` for
``02_regularization``, and ``pictures`` for ``05_deep_network``, whose names are imported from
``utils.gallery.pictures``.
"""

from utils.gallery.files import GalleryError
from utils.gallery.regularization import (
    GALLERY,
    SYMBOLS,
    Sweep,
    load_sweep,
    plot_bundle,
    plot_histogram,
    plot_map,
    plot_maps,
    plot_repetitions,
    plot_sweep,
)
from utils.gallery.sweep_view import SweepView, show_sweep

__all__ = [
    "GALLERY",
    "SYMBOLS",
    "GalleryError",
    "Sweep",
    "SweepView",
    "load_sweep",
    "plot_bundle",
    "plot_histogram",
    "plot_map",
    "plot_maps",
    "plot_repetitions",
    "plot_sweep",
    "show_sweep",
]

"""The galleries: networks trained beforehand, so that every picture of a lesson is there at once.

``python -m exercises gallery`` makes the files. Names of the gallery ``regularization`` are
imported from here, those of the others from the module of the gallery's name.
"""

from utils.gallery.files import GalleryError
from utils.gallery.regularization import (
    GALLERY,
    SYMBOLS,
    Sweep,
    load_sweep,
    plot_bundle,
    plot_histogram,
    plot_repetitions,
    plot_sweep,
    plot_sweep_map,
    plot_sweep_maps,
)
from utils.gallery.sweep_view import SweepView

__all__ = [
    "GALLERY",
    "SYMBOLS",
    "GalleryError",
    "Sweep",
    "SweepView",
    "load_sweep",
    "plot_bundle",
    "plot_histogram",
    "plot_repetitions",
    "plot_sweep",
    "plot_sweep_map",
    "plot_sweep_maps",
]

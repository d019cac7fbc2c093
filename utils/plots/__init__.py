"""Pictures; those that several notebooks draw are named here.

Each function draws into ``ax`` (or into new axes) and returns the axes. The two classes differ in
shape as well as in colour; the colours are from the Okabe-Ito palette, which colour-blind readers
can tell apart. Figures have a white ground of their own, so they read the same in a dark theme.
"""

from utils.plots.basics import (
    BLUE,
    CYCLE,
    GREEN,
    GREY,
    LINES,
    ORANGE,
    PINK,
    REGIONS,
    draw_regions,
    new_axes,
    plot_bands,
    plot_costs,
    plot_decision_boundary,
    plot_points,
    plot_training,
    plot_weights,
)

__all__ = [
    "BLUE",
    "CYCLE",
    "GREEN",
    "GREY",
    "LINES",
    "ORANGE",
    "PINK",
    "REGIONS",
    "draw_regions",
    "new_axes",
    "plot_bands",
    "plot_costs",
    "plot_decision_boundary",
    "plot_points",
    "plot_training",
    "plot_weights",
]

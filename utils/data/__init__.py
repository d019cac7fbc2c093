"""Data sets: the built-in ones, and the original files where ``COURSE_DATA_DIR`` holds them."""

from utils.data.cats import load_cat_dataset
from utils.data.circles import load_circles, make_circles
from utils.data.clusters import CLUSTERS_SEED, make_clusters
from utils.data.field import FIELD_SEED, load_2D_dataset, make_field

__all__ = [
    "CLUSTERS_SEED",
    "FIELD_SEED",
    "load_2D_dataset",
    "load_cat_dataset",
    "load_circles",
    "make_circles",
    "make_clusters",
    "make_field",
]

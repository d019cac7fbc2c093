"""Data sets: the built-in ones, and the original files where ``COURSE_DATA_DIR`` holds them."""

from utils.data.cats import load_cat_dataset
from utils.data.field import FIELD_SEED, load_2D_dataset, make_field

__all__ = ["FIELD_SEED", "load_2D_dataset", "load_cat_dataset", "make_field"]

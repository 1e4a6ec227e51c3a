"""Which figures people should look at first, what they say of them, and how far they agree."""

from hasila.review.agreement import cohen_kappa, krippendorff_alpha
from hasila.review.desk import Desk, Difference
from hasila.review.items import Item
from hasila.review.search import Looked, Wanted
from hasila.review.standing import Agreement, Pair

__all__ = [
    "Agreement",
    "Desk",
    "Difference",
    "Item",
    "Looked",
    "Pair",
    "Wanted",
    "cohen_kappa",
    "krippendorff_alpha",
]

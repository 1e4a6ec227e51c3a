"""The rows of a tally kept from one time to the next, so that only what was touched is reconciled again.

They are the rows that :func:`hasila.tally.tally.tally_of` gives, without anything kept.
"""

from hasila.tally.keeping.keeping import Current, Keeper, published_of

__all__ = ["Current", "Keeper", "published_of"]

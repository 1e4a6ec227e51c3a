"""Search in a ledger: by words however they are set, and by whoever and whatever is named in either script.

What is searched is a shadow of the texts, kept in tables beside the ledger (``search_…``). Nothing in them is truth:
they are made from the ledger, hold nothing that can't be made from it again, and are made anew when another version of
Hasila finds them. They are brought up to date when somebody searches, not when somebody adds.
"""

from hasila.search.finding import Filters, Found, Hit, find
from hasila.search.index import SearchIndex
from hasila.search.query import Query, parse

__all__ = ["Filters", "Found", "Hit", "Query", "SearchIndex", "find", "parse"]

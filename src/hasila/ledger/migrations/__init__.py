"""How the tables of a ledger came to be, one revision after the other. Run by :mod:`hasila.ledger.opening`."""

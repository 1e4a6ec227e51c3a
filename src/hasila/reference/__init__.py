"""The periodic figures that the commands published, shipped as a series to compare with: facts with their sources.

They stand in ``series.csv``, a row for each issuer, period and place. In it a blank cell is unknown and 0 is a stated
zero; ``qualifiers`` names the cells that weren't stated as exact numbers; ``seen`` tells rows read on the issuer's own
pages from those that reached us through others, and ``note`` says through whom.
"""

from hasila.reference.readings import reference_readings

__all__ = ["reference_readings"]

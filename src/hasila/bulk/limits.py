"""How much a worker takes on at once, so that its memory and its time stay bounded whatever the input."""

from __future__ import annotations

# A record that is longer is set aside: taking it apart would need more memory than a worker may have.
RECORD_BYTES = 8 * 1024 * 1024
# So is a longer text; the longest news reports known to us have a tenth of it.
TEXT_CHARACTERS = 1_000_000
# Documents are written out when so many of them, or so many characters, have come together.
BATCH_DOCUMENTS = 500
BATCH_CHARACTERS = 8_000_000
# A worker is replaced after so many units, with whatever memory the libraries did not give back.
UNITS_A_WORKER = 64

"""Document -> Reading."""

from hasila.reading.engine import read

__all__ = ["read"]

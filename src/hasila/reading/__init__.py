"""Document -> Reading."""

from hasila.reading.engine import read, read_of_mission

__all__ = ["read", "read_of_mission"]

"""The records of a unit as they stand in the file: their bytes, and the documents in them if they are asked for."""

from hasila.bulk.records.record import Damaged, Record, records

__all__ = ["Damaged", "Record", "records"]

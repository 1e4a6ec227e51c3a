"""Hasila reads reports of military operations and extracts every stated figure with the words that state it."""

__version__ = "0.1.0"

"""Readings in the forms that others read: JSON lines for programs, tables and explanations for people."""

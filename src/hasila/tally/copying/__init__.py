"""Who copied whom: the documents that are one witness, with the links that say why."""

"""The same reading over crawls."""

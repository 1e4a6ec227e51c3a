"""``python -m hasila``: the command, where its script is not on the path."""

from hasila.cli import main

main()

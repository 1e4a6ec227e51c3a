"""The real command in a process of its own."""

import subprocess
import sys

COMMAND = [sys.executable, "-c", "from hasila.cli import main; main()"]


def run(*arguments: object) -> "subprocess.CompletedProcess[str]":
    """``hasila`` with these arguments, and what it wrote."""
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, check=False, encoding="utf-8")

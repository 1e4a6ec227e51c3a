"""Certificates made for tests, with the program that everybody has for it."""

from __future__ import annotations

import subprocess
from pathlib import Path


def certificate(at: Path, name: str, kind: str = "DNS") -> Path:
    """A certificate with its key that vouches for itself, for a host name or (``kind`` "IP") an address."""
    made = subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-keyout", "-", "-out", "-"),
            *("-subj", f"/CN={name}", "-addext", f"subjectAltName={kind}:{name}"),
        ],
        capture_output=True,
        check=True,
    )
    at.write_bytes(made.stdout)
    return at

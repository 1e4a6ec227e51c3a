"""One module for each command that works on a ledger."""

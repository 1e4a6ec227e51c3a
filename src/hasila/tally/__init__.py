"""From claims to a tally: copies, statements, reconciliation, inference, policies, explanations."""

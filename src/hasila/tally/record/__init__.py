"""What documents claim: figures -> claims of cells, whose tally each belongs to, and what people decided of it."""

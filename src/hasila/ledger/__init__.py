"""What was read and what people decided, append only: the truth that every tally is made from."""

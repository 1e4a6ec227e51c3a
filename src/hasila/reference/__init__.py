"""The periodic figures that the commands published, shipped as a series to compare with: facts with their sources."""

"""Reports without days: the periods that their figures fit, ranked, explained and marked."""

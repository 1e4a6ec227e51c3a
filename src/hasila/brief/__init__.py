"""The tally of a period written as a report, in Arabic and in English."""

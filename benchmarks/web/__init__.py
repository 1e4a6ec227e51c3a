"""A made-up web as a crawl meets it: pages of many sites and languages, and a few reports of the mission."""

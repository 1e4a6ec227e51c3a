"""An HTML page -> the article on it, what is known of it, and the day of its publication with where that was found."""

from hasila.sources.page.reader import read_html, read_page

__all__ = ["read_html", "read_page"]

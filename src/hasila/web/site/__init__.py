"""The read-only pages as files, for any web server or for a disk: the same templates, drawn once for everybody."""

from hasila.web.site.publishing import Publication, publish

__all__ = ["Publication", "publish"]

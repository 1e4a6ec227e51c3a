"""How much is held in memory at once."""

from __future__ import annotations

# The longest news page known to us is under 2 MB; a "line" above this is a file without line breaks, not a report.
DOCUMENT_BYTES = 64 * 1024 * 1024
CHUNK_BYTES = 1024 * 1024
# A page without its pictures, and its tags: the largest real ones are below 5 MB and 50,000. A tag with its attributes.
PAGE_BYTES = 8 * 1024 * 1024
PAGE_TAGS = 300_000
TAG_BYTES = 64 * 1024
# What is looked at to tell text from binary files.
HEAD_BYTES = 4096
# Archives: how deep they may lie in each other, how many members all of them together may have, how much they may
# inflate to (so much in any case, beyond it so many times what is stored: reports are packed 3 to 20 times, bombs
# 1,000), how large the directory of a ZIP may be, and what is laid on disk of a ZIP that comes in a stream.
ARCHIVE_DEPTH = 5
ARCHIVE_MEMBERS = 1_000_000
ARCHIVE_BYTES = 256 * 1024 * 1024
ARCHIVE_RATIO = 200
ZIP_DIRECTORY_BYTES = 32 * 1024 * 1024
SPOOL_BYTES = 4 * 1024 * 1024 * 1024
SPOOL_MEMORY = 16 * 1024 * 1024
# What a decompressor may need for itself.
WINDOW_BYTES = 128 * 1024 * 1024
TAR_HEAD_BYTES = 1024 * 1024
# How often reading a damaged WARC begins anew, and how many places are tried for it.
WARC_RESUMPTIONS = 1000
WARC_TRIES = 100_000

# A feed lists what is new; the largest known to us are podcasts of 3 MB.
FEED_BYTES = 8 * 1024 * 1024
FEED_TAGS = 200_000
# As the protocol of sitemaps has it.
SITEMAP_BYTES = 50 * 1024 * 1024
SITEMAP_ADDRESSES = 50_000

# A PDF is taken apart in a process of its own, within these.
PDF_PAGES = 2000
PDF_SECONDS_A_PAGE = 30
PDF_MEMORY_BYTES = 1024 * 1024 * 1024

# Parts of a message, and messages carried in messages.
MAIL_PARTS = 1000
MAIL_DEPTH = 5

# A column of one row group, unpacked; the libraries that write Parquet make them of 128 MB.
PARQUET_GROUP_BYTES = 1024 * 1024 * 1024

# A book of a thousand pages is 5 MB of Word's XML.
DOCX_XML_BYTES = 32 * 1024 * 1024


def megabytes(size: int) -> str:
    """
    >>> megabytes(DOCUMENT_BYTES)
    '64 MB'
    """
    return f"{size // (1024 * 1024)} MB"

"""What was set aside, why, and what to do about it, in the reader's language.

Reasons and remedies come from ``hasila.sources`` and ``hasila.fetch`` as English sentences; each is recognised by the
frame that it was made from.

>>> set_aside(Rejected("a.pdf", None, "the file is empty", "Check how it was made"), "ar")
Markup('<bdi dir="ltr">a.pdf</bdi>: الملف فارغ. تحقق من طريقة إعداده.')
"""

from __future__ import annotations

from markupsafe import Markup, escape

from hasila.sources import Rejected
from hasila.web.frames import Frames
from hasila.web.messages import Tongue, messages

# a path reads from the left, whatever its names are in
_PATH = Markup('<bdi dir="ltr">{}</bdi>')

OF_VALUES = (
    "'published' is no date (%(value)s)",
    "'lang' is no language that is read here (%(value)s)",
    "'%(name)s' is %(value)s, not a string",
    "true or false",
    "a number",
    "a list",
    "an object",
    "a string",
    "nothing",
)
"""What is wrong with a value of a report, which notes say too; and what kind of a value it is."""

_SIZES = ("%(count)s KB", "%(count)s MB")
_FILES = (
    "the file is empty",
    "the file is a PDF",
    "the file is binary (a NUL byte at byte %(place)s)",
    "the file is larger than %(size)s, too large for one report",
    "the file is not compressed as its name says",
    "the file is encrypted",
    "the file can't be unpacked (%(error)s)",
    "the file breaks off or is damaged after %(count)s bytes (%(error)s)",
    "the folder holds no file of a kind that is read",
    "nothing matches the pattern",
    "Check how it was made",
    "Check how the file was made",
    "Check the path",
    "Check the path, or name the files themselves",
    "Check the disk and the path",
    "Give yourself the right to read it (chmod u+r)",
    "Extract its text first (for example with pdftotext)",
    "Give text; UTF-16 is read where it begins with a byte order mark",
    "Split it: one report a file",
    "Split it: one report a file, or a .jsonl with one report a line",
)
_ROWS = (
    "the line is longer than %(size)s",
    "the line holds binary data (a NUL byte at byte %(place)s)",
    "the line is not JSON (%(error)s at column %(column)s)",
    "the JSON can't be read (%(error)s)",
    "the line is %(kind)s, not an object",
    "there is no 'text'",
    "'text' is empty",
    "there is no row below the heading",
    "no column is called 'text' (found: %(names)s)",
    "the row can't be read (%(error)s)",
    "the row has %(count)s fields and the heading %(columns)s",
    "Write one report a line; the other lines were read",
    "Write one JSON object a line; the other lines were read",
    "Write the line again as UTF-8 text",
    "Mend the line",
    'Write {"text": "…"} on each line',
    "Give the report's words as a string under 'text'",
    "Write it as YYYY-MM-DD; the report was read without a date of its own",
    "Write ar, en or mixed, or leave it out; the language was taken from the words",
    "The report was read without it",
    "Name the columns in the first row: %(names)s",
    "Put the field in double quotes and double every quote inside it; the other rows were read",
)
_PAGES = (
    "no article was found on the page",
    "the page's tags are nested too deep",
    "the page can't be taken apart (%(error)s)",
    "the page has more than %(count)s tags",
    "the page is larger than %(size)s without its pictures",
    "Save the words of the report as a .txt file",
    "Save it as text",
)
_FEEDS = (
    "the feed has no entries",
    "the feed is larger than %(size)s",
    "the feed has more tags or attributes than any feed has",
    "the feed can't be taken apart (%(error)s)",
    "the feed is not JSON (%(error)s)",
    "this is no feed",
    "this is no JSON Feed",
    "entry %(number)s carries no text",
    "a sitemap lists addresses and holds no reports",
    "the sitemap declares a document type, as none does",
    "the sitemap is larger than %(size)s or %(count)s addresses",
    "this is no sitemap",
    "the XML is broken (%(error)s)",
    "Ask for fewer entries of it",
    "Give an RSS, an Atom or a JSON feed",
    "Write reports as .jsonl, one object a line",
    "Its page has it; hasila watch fetches pages",
    "Have its pages fetched with hasila watch, by the sitemap's address",
    "Give a urlset, a sitemapindex or a list of lines",
    "Give the sitemaps that it is made of",
)
_ARCHIVES = (
    "the archive holds no file of a kind that is read",
    "archives lie more than %(depth)s deep in each other",
    "the archive holds more than %(count)s files",
    "the archive inflates to more than %(size)s and %(ratio)s times its size, as a bomb does;"
    " the rest of it was not read",
    "the directory of the ZIP is larger than %(size)s",
    "the ZIP can't be opened (%(error)s)",
    "the ZIP comes in a stream and is larger than %(size)s",
    "the TAR breaks off after %(count)s entries (%(error)s)",
    "Get it again; what stands before that was read",
    "Get it again; a ZIP that breaks off has no directory",
    "Get the ZIP again",
    "Give it as a file",
    "If you trust it, unpack it and read the files",
    "Unpack it, and give the folder",
    "Unpack it with its password, and give the files",
)
_WEB_ARCHIVES = (
    "the archive holds no page",
    "the package holds no WARC file",
    "damage at byte %(place)s or behind it (%(reason)s), reading went on at byte %(resumed)s",
    "damage at byte %(place)s or behind it (%(reason)s)",
    "the archive breaks off",
    "the record breaks off after %(count)s of its %(size)s bytes",
    "the record does not say how long it is",
    "the record does not say what it is",
    "the record has no HTTP status",
    "the record inflates to more than %(ratio)s times its size, as a bomb does",
    "the record is larger than %(size)s, too large for one page",
    "its %(coding)s encoding inflates to more than %(size)s",
    "its %(coding)s encoding can't be undone (%(error)s)",
    "the encoding %(coding)s is not known here",
    "The other records that could be found were read; get the archive again for these",
)
_PDF = (
    "the PDF is locked with a password",
    "the file is no PDF that can be read",
    "the PDF has more than %(count)s pages",
    "the PDF has no text, only pictures",
    "page %(number)s of the PDF can't be taken apart in %(seconds)s seconds and the memory allowed",
    "Open it, print it to a PDF without one, and give that",
    "Get it again, or open it and print it to a new PDF",
    "Run it through a program that recognises text (OCR), and check the numbers against the page",
)
_WORD = (
    "the document is locked with a password, or of an old kind (.doc)",
    "the document can't be taken apart (%(error)s)",
    "there are no words in the document",
    "this kind of document is not read",
    "the file is no Word document",
    "the file is broken (%(error)s)",
    "%(name)s in it is larger than %(size)s",
    "If it holds pictures of text, recognise it",
    "Open it, take the password away, and save it as .docx",
    "Open it and save it again as .docx, or save its words as a .txt file",
    "Save it as .docx, .pdf or .txt",
)
_MAIL = (
    "the message is larger than %(size)s",
    "the message has more than %(count)s parts",
    "the message has no text, and carries nothing that is read",
    "the message can't be taken apart (%(error)s)",
    "the file is no message: it has no headers",
    "there is no message in it",
    "it lies in more than %(depth)s messages",
    "Check how the mailbox was made",
    "Save it as .eml again",
    "Save it as a file",
    "Save what matters as files",
    "Save its words as a .txt file",
    "Save its text and its attachments as files",
    "Save its text as a file; the other messages were read",
)
_PARQUET = (
    "Parquet can't be read by this installation",
    "the file is no sound Parquet (%(error)s)",
    "there is no row in it",
    "a column of the rows %(first)s to %(last)s takes more than %(size)s",
    "the rows %(first)s to %(last)s can't be read from %(number)s on (%(error)s)",
    "the text is longer than %(size)s",
    "Install what reads it: pip install 'hasila[crawl]'",
    "Name the columns %(names)s",
    "Write the file again",
    "Write one report a row; the other rows were read",
    "Write smaller row groups; the other ones were read",
    "Write these rows again; the other ones were read",
)
_FETCHED = (
    "this is no address (%(error)s)",
    "this is no address of the web (%(error)s)",
    "this is no http or https address",
    "the address is too long, or has signs that no address has",
    "the address has a name or a password in it",
    "the address redirects in a circle",
    "the address redirects more than %(count)s times",
    "%(host)s is at %(address)s, which is no public address",
    "its host is not to be asked for %(seconds)s seconds",
    "the site's robots.txt does not allow it",
    "the site's robots.txt can't be had: %(reason)s",
    "the server answers %(status)s",
    "the receiver answers %(status)s",
    "the server did not answer in time (%(error)s)",
    "the server did not answer in time",
    "the connection failed (%(error)s)",
    "the answer is of type %(kind)s",
    "the answer is packed as %(encoding)s, which nobody asked for",
    "the answer can't be unpacked",
    "the answer breaks off",
    "the answer is longer than %(size)s",
    "Mend it",
    "Mend the address",
    "Give one",
    "Leave them out",
    "Check the address",
    "Give the address of a text",
    "Give the address where the text is",
    "Allow its network with --allow-network, if you trust what is there",
    "Ask the site for another way to its texts",
    "Nothing; it is tried again",
    "Try again in a while",
    "Look at its log",
    "Tell its owner",
    "Save the page and read the file, if you need it",
)
SET_ASIDE = Frames(
    (
        *(*_FILES, *_ROWS, *OF_VALUES, *_PAGES, *_FEEDS, *_ARCHIVES, *_WEB_ARCHIVES),
        *(*_PDF, *_WORD, *_MAIL, *_PARQUET, *_FETCHED, *_SIZES),
    )
)
"""The sentences of reasons and remedies, with names where they have values; the catalogue has them."""
AT_LINE = "%(file)s, line %(line)s"


def set_aside(item: Rejected, lang: Tongue) -> Markup:
    """Where it stands, why it was set aside, and what to do."""
    where = _PATH.format(item.file)
    if item.line is not None:
        where = escape(messages(lang).gettext(AT_LINE)) % {"file": where, "line": item.line}
    return Markup("{}: {}. {}.").format(where, *(SET_ASIDE.shown(said, lang) for said in (item.reason, item.remedy)))

"""What is noted of a document's state, in the reader's language.

Notes are kept with documents as English sentences; each is recognised by the frame that it was made from. One that
nobody knows stays as it is.

>>> NOTES.told("not UTF-8: read as cp1256", "ar")
'ليس النص بترميز UTF-8، فقُرئ بترميز cp1256'
"""

from __future__ import annotations

from hasila.sources.damage import ADVICE
from hasila.web.frames import Frames
from hasila.web.setaside import OF_VALUES

NOTES = Frames(
    (
        "%(count)s invisible direction marks kept",
        "%(count)s letters in presentation forms kept",
        "%(count)s lone surrogates (halves of a broken character) kept",
        "text taken from an HTML page",
        "read as %(encoding)s, as its byte order mark says",
        "not sound UTF-8: %(count)s broken characters read as U+FFFD",
        "not UTF-8: read as %(encoding)s",
        f"lam-alef swapped (%(words)s): {ADVICE}",
        f"letters in reverse (%(words)s): {ADVICE}",
        f"words in reverse (%(count)s lines begin with their full stop): {ADVICE}",
        f"digits in reverse (%(words)s): {ADVICE}",
        "the id %(name)s came before in this run; both reports are kept",
        "month pair does not agree: %(words)s",
        "day or month first is not settled: %(words)s",
        "the year is mistyped: %(words)s",
        "%(fault)s; left out",
        *OF_VALUES,
        "read as %(encoding)s, as was announced",
        "the page's tags are nested too deep; it was read as far as that",
        "the page states another day as well: %(day)s",
        "only the summary that the feed gives; the report itself may state more",
        "the XML is broken (%(error)s)",
        "the file breaks off (%(error)s); what stands before that was read",
        "the crawler took only the beginning of the page (%(reason)s)",
        "%(read)s pages read; %(passed)s records passed over: %(reasons)s",
        "text taken from a PDF",
        "text taken from a Word document",
        "text taken from a message",
        "text taken from a part in HTML",
        "the message only quotes another",
        "%(count)s lines quoted from an earlier message left out",
        "broken pages left out: %(pages)s",
        "pages without text: %(pages)s",
        "%(count)s glyphs that the PDF gives no letter for, read as U+FFFD",
        "the order of the words is uncertain in %(count)s lines; check their figures against the page",
        "%(count)s repeated heads, feet and page numbers left out",
        "%(pages)s and %(count)s more",
    )
)
"""The sentences of notes, with names where they have values; the catalogue has them."""

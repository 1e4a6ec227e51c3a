"""A message -> its document, and those of its attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime
from io import BufferedReader, BytesIO
from typing import Any

from hasila.errors import SourceError
from hasila.lexicon import outlets
from hasila.model import Document
from hasila.sources.bounds import Bounds
from hasila.sources.encoding import decode_unmarked
from hasila.sources.kinds import kind_named, kind_of_media, stem_of
from hasila.sources.limits import MAIL_DEPTH, MAIL_PARTS
from hasila.sources.mail.body import Body, body_of, bytes_of
from hasila.sources.notice import notice
from hasila.sources.opening import read_stream
from hasila.sources.provenance import KEY
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source

_FIRST_YEAR = 1980
_NOT_IN_NAMES = re.compile(r"[\x00-\x1f/\\!]+")


def documents(data: bytes, source: Source, depth: int = 0) -> Iterator[Document | Rejected]:
    """The message and then what it carries; a :class:`Rejected` for what can't be read."""
    message, parts = _parsed(data, source.where)
    if not message.keys():
        raise SourceError(source.where, None, "the file is no message: it has no headers", "Save it as .eml again")
    body, day = body_of(message, parts), _day(message)
    dated = replace(source.defaults, published=source.defaults.published or day)
    inside = replace(source, defaults=dated, bounds=source.bounds or Bounds())
    carried = [item for part in parts if part is not body.part for item in _carried(part, inside, depth)]
    if body.text:
        yield _document(message, body, day, data, source)
    elif not carried:
        reason = "the message has no text, and carries nothing that is read"
        yield Rejected(source.where, None, reason, "Save its words as a .txt file")
    for item in carried:
        by_mail = isinstance(item, Document) and source.defaults.published is None
        yield _dated(item) if by_mail and isinstance(item, Document) else item


def _parsed(data: bytes, where: str) -> tuple[EmailMessage, list[Message]]:
    """The message and its parts that aren't made of parts themselves."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        parts = list(_leaves(message))
    except Exception as error:  # the parser of the standard library trips over some broken headers
        reason = f"the message can't be taken apart ({type(error).__name__})"
        raise SourceError(where, None, reason, "Save its words as a .txt file") from error
    if len(parts) > MAIL_PARTS:
        raise SourceError(where, None, f"the message has more than {MAIL_PARTS:,} parts", "Save what matters as files")
    assert isinstance(message, EmailMessage)
    return message, parts


def _leaves(message: Message) -> Iterator[Message]:
    """Parts in their order; a message that is carried is one, whatever lies in it."""
    waiting: list[Message] = [message]
    while waiting:
        part = waiting.pop()
        held = part.get_payload()
        if part.is_multipart() and part.get_content_maintype() != "message" and isinstance(held, list):
            waiting += [inner for inner in reversed(held) if isinstance(inner, Message)]
        else:
            yield part


def _document(message: EmailMessage, body: Body, day: date | None, data: bytes, source: Source) -> Document:
    published = day or source.defaults.published
    published_from = "Date header" if day else "given" if published else None
    extra: dict[str, Any] = {} if body.earlier is None else {"earlier_message": body.earlier}
    doubts = (note for doubt in body.doubts for note in notice(source.where, doubt))
    return Document(
        id=_header(message, "message-id").strip("<> ") or source.stem,
        text=body.text,
        title=_header(message, "subject") or None,
        published=published,
        lang=source.defaults.lang,
        outlet=_outlet(message),
        source=source.where,
        extra=source.provenance.of(data, published_from).beside(extra),
        notes=(*doubts, *body.notes, "text taken from a message"),
    )


def _header(message: Message, name: str) -> str:
    """One header on one line; bytes that should not be in it are read as in a text of unknown encoding."""
    try:
        value = str(message.get(name) or "")
    except Exception:  # a header that the standard library can't parse is none
        return ""
    if any("\udc80" <= sign <= "\udcff" for sign in value) or "\ufffd" in value:
        raw = next((raw for key, raw in message.raw_items() if key.lower() == name), value)
        value = decode_unmarked(str(raw).encode("utf-8", "surrogateescape")).text
    return " ".join(value.split())


def _day(message: Message) -> date | None:
    """The day on which it was sent, where it was sent."""
    try:
        sent: datetime = parsedate_to_datetime(_header(message, "date"))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return sent.date() if _FIRST_YEAR <= sent.year < date.max.year else None


def _outlet(message: EmailMessage) -> str | None:
    """A listed outlet by its address or its name; else the name of who sent it."""
    from email.utils import parseaddr

    name, address = parseaddr(_header(message, "from"))
    listed = outlets.by_host(address.rpartition("@")[2].lower()) or (outlets.by_name(name) if name else None)
    return listed.name if listed else name or address or None


def _carried(part: Message, source: Source, depth: int) -> Iterator[Document | Rejected]:
    """What an attachment holds, where it is of a kind that is read."""
    forwarded = part.get_content_type() == "message/rfc822"
    name = _NOT_IN_NAMES.sub("_", part.get_filename() or ("forwarded.eml" if forwarded else ""))
    if not forwarded and not kind_named(name) and not (name and kind_of_media(part.get_content_type())):
        return
    where = f"{source.where}!{name}"
    if depth == MAIL_DEPTH:
        yield Rejected(where, None, f"it lies in more than {MAIL_DEPTH} messages", "Save it as a file")
        return
    here = source.carried(name, stem_of(name), part.get_content_charset())
    try:
        if forwarded:
            yield from documents(_bytes(part.get_payload()), here, depth + 1)
        else:
            yield from read_stream(BufferedReader(BytesIO(bytes_of(part))), here)
    except SourceError as error:
        yield Rejected.from_error(error)


def _bytes(held: Any) -> bytes:
    inner = held[0] if isinstance(held, list) and held else held
    return inner.as_bytes() if isinstance(inner, Message) else str(inner or "").encode("utf-8", "surrogateescape")


def _dated(item: Document) -> Document:
    """The day of an attachment that says none of its own is that of its message, and marked so."""
    provenance = item.extra.get(KEY)
    if not isinstance(provenance, dict) or provenance.get("published_from") != "given":
        return item
    return replace(item, extra={**item.extra, KEY: {**provenance, "published_from": "message"}})

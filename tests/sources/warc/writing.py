"""WARC files made for the tests, by warcio."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

DATE = "2023-07-01T10:15:00Z"
ARTICLE = (
    "<article><h1>التحالف: {n} عملية</h1>"
    "<p>أعلنت القيادة المركزية الأميركية تنفيذ {n} عملية ضد تنظيم داعش في العراق وسوريا خلال شهر حزيران.</p>"
    "<p>وأسفرت العمليات عن مقتل ثمانية من عناصر التنظيم وأسر 31 آخرين، بحسب بيان نشر يوم الجمعة.</p></article>"
)


def page(n: int, head: str = "", charset: str = "utf-8") -> bytes:
    """A page that tells of ``n`` operations."""
    return f"<html lang='ar'><head>{head}</head><body>{ARTICLE.format(n=n)}</body></html>".encode(charset)


def response(
    n: int = 1,
    body: bytes | None = None,
    *,
    url: str | None = None,
    status: str = "200 OK",
    media: str | None = "text/html; charset=utf-8",
    http: Sequence[tuple[str, str]] = (),
    **warc: str,
) -> dict[str, Any]:
    """A record of the page at number ``n``."""
    headers = [("Content-Type", media)] if media else []
    return {
        "type": "response",
        "url": url or f"https://example.org/{n}",
        "payload": page(n) if body is None else body,
        "http": StatusAndHeaders(status, [*headers, *http], protocol="HTTP/1.1"),
        "warc": warc,
    }


def other(type: str, url: str, body: bytes, media: str, **warc: str) -> dict[str, Any]:
    """A record that has no HTTP head of its own."""
    return {"type": type, "url": url, "payload": body, "http": None, "media": media, "warc": warc}


def written(records: Iterable[dict[str, Any]], gzip: bool = True) -> list[bytes]:
    """Each record as it is stored."""
    parts = []
    for record in records:
        out = io.BytesIO()
        writer = WARCWriter(out, gzip=gzip)
        headers = {"WARC-Date": DATE} | {name.replace("_", "-"): value for name, value in record["warc"].items()}
        made = writer.create_warc_record(
            record["url"],
            record["type"],
            payload=io.BytesIO(record["payload"]),
            http_headers=record["http"],
            warc_headers_dict=headers,
            warc_content_type=record.get("media", ""),
        )
        writer.write_record(made)
        parts.append(out.getvalue())
    return parts


def archive(*records: dict[str, Any], gzip: bool = True) -> bytes:
    """A WARC file."""
    return b"".join(written(records, gzip))

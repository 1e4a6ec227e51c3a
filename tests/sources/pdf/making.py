"""PDFs drawn glyph by glyph, as programs that set Arabic draw them: no part of them knows the words."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from typing import Literal

from bidi import get_display

Order = Literal["left to right", "as read"]
_CLUSTER = re.compile("ل[اأإآ]|.[\u064b-\u0652]*", re.DOTALL)
_WIDTH = 6.0


class Font:
    """Gives every cluster of letters a glyph; ``ligature`` is what the file says that a lam-alef stands for."""

    def __init__(self, ligature: str = "as read") -> None:
        self._numbers: dict[str, int] = {}
        self._ligature = ligature

    def number(self, cluster: str) -> int:
        return self._numbers.setdefault(cluster, len(self._numbers) + 1)

    def table(self) -> bytes:
        rows = [f"<{number:02x}> <{self._letters(c).encode('utf-16-be').hex()}>" for c, number in self._numbers.items()]
        blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
        listed = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        head = "/CIDInit /ProcSet findresource begin begincmap /CMapName /U def /CMapType 2 def\n"
        return (head + "1 begincodespacerange <00> <ff> endcodespacerange\n" + listed + "\nendcmap end").encode()

    def _letters(self, cluster: str) -> str:
        return cluster[::-1] if self._ligature == "backwards" and _is_ligature(cluster) else cluster


def _is_ligature(cluster: str) -> bool:
    return re.fullmatch("ل[اأإآ]", cluster) is not None


def drawn(
    lines: Sequence[str], font: Font, order: Order = "left to right", *, top: float = 780, left: float = 40
) -> bytes:
    """The content of a page with these lines; Arabic ones end at the right margin, others begin at the left one."""
    return b"\n".join(_drawn_line(line, font, order, top - 16 * at, left) for at, line in enumerate(lines) if line)


def _drawn_line(line: str, font: Font, order: Order, y: float, left: float) -> bytes:
    arabic = re.search("[\u0600-\u06ff]", line) is not None
    clusters = _CLUSTER.findall(line)
    # one private character stands for each cluster, so that a ligature and its marks stay together
    stand_ins = {chr(0x0621 + at): cluster for at, cluster in enumerate(dict.fromkeys(clusters)) if _turns(cluster)}
    by_cluster = {cluster: sign for sign, cluster in stand_ins.items()}
    shown = get_display("".join(by_cluster.get(c, c) for c in clusters), base_dir="R" if arabic else "L")
    seen = [stand_ins.get(sign, sign) for sign in shown]
    start = 560 - _WIDTH * len(seen) if arabic else left
    places = [(start + _WIDTH * at, cluster) for at, cluster in enumerate(seen) if cluster != " "]
    if order == "as read" and arabic:
        places.reverse()
    return b"\n".join(f"BT /F 10 Tf {x:.1f} {y} Td <{font.number(c):02x}> Tj ET".encode() for x, c in places)


def _turns(cluster: str) -> bool:
    return "\u0621" <= cluster[0] <= "\u064a"


def pdf(contents: Iterable[bytes], font: Font, *, info: str = "", encrypt: bool = False, packed: bool = False) -> bytes:
    """A whole file, a page for each of ``contents``."""
    contents = list(contents)
    bodies: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b"", *_font(font), f"<<{info}>>".encode()]
    kids = []
    for content in contents:
        kids.append(f"{len(bodies) + 1} 0 R")
        fonts = "/Resources<</Font<</F 3 0 R>>>>"
        place = f"/Parent 2 0 R/MediaBox[0 0 600 840]{fonts}/Contents {len(bodies) + 2} 0 R"
        bodies.append(f"<</Type/Page{place}>>".encode())
        bodies.append(_stream(zlib.compress(content), "/Filter/FlateDecode") if packed else _stream(content))
    bodies[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    locked = (
        "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O({})/U({})>>/ID[(x)(x)]".format("o" * 32, "u" * 32) if encrypt else ""
    )
    return _file(bodies, f"/Root 1 0 R/Info 7 0 R{locked}")


def _font(font: Font) -> list[bytes]:
    """A font whose every glyph is a box: what the letters are stands in its table alone."""
    names = [f"/g{number}" for number in range(1, 256)]
    boxes = "".join(f"{name} 4 0 R" for name in names)
    return [
        f"<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<<{boxes}>>"
        f"/Encoding<</Type/Encoding/Differences[1{''.join(names)}]>>/FirstChar 1/LastChar 255"
        f"/Widths 5 0 R/ToUnicode 6 0 R>>".encode(),
        _stream(b"600 0 0 0 600 700 d1 0 0 600 700 re f"),
        f"[{' 600' * 255}]".encode(),
        _stream(font.table()),
    ]


def _stream(data: bytes, more: str = "") -> bytes:
    return f"<</Length {len(data)}{more}>>\nstream\n".encode() + data + b"\nendstream"


def _file(bodies: Sequence[bytes], trailer: str) -> bytes:
    data = b"%PDF-1.7\n"
    starts = []
    for number, body in enumerate(bodies, 1):
        starts.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    table = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}"
    return data + f"{table}trailer\n<</Size {len(bodies) + 1}{trailer}>>\nstartxref\n{len(data)}\n%%EOF\n".encode()

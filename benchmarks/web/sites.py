"""What the pages of a site share: its head, styles, scripts and menus. Made once; a page is put together from them."""

from __future__ import annotations

import base64
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

SITES = 240
_STEMS = "nav item card list head foot main side hero grid text link meta date lead more tags share logo menu".split()
_STYLES = (
    "margin:0 auto",
    "padding:12px 16px",
    "display:flex",
    "color:#1a2b3c",
    "font-size:1.125rem",
    "line-height:1.5",
)
_CALLS = "push then map filter bind apply call slice concat forEach querySelector addEventListener setAttribute".split()


@dataclass(frozen=True, slots=True)
class Site:
    """A site: its language and encoding, and the bytes around what its pages say."""

    number: int
    host: str
    lang: str
    encoding: str
    top: bytes
    bottom: bytes


@cache
def words() -> Mapping[str, Mapping[str, Any]]:
    """The clauses of every language."""
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


@cache
def sites() -> tuple[Site, ...]:
    """All sites, each with a language by its share."""
    languages = [name for name, known in words().items() for _ in range(int(known["share"]))]
    return tuple(_site(number, languages[number * 37 % len(languages)]) for number in range(SITES))


def _site(number: int, lang: str) -> Site:
    rng = Random(f"site-{number}")
    encoding = _encoding(number, lang)
    direction = "rtl" if lang in ("ar", "fa") else "ltr"
    top = (
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<style>{_styles(rng)}</style>\n'
        f"<script>{_script(rng, rng.randrange(6_000, 30_000))}</script>\n</head>\n"
        f'<body dir="{direction}" class="{rng.choice(_STEMS)}-{number}">\n{_menu(rng, lang)}\n'
    )
    bottom = (
        f"<footer>{_menu(rng, lang)}</footer>\n{_picture(rng)}\n"
        f"<script>{_script(rng, rng.randrange(8_000, 60_000))}</script>\n</body>\n</html>\n"
    )
    parts = (part.encode(encoding, "xmlcharrefreplace") for part in (top, bottom))
    return Site(number, f"www.site-{number}.example", lang, encoding, *parts)


def _encoding(number: int, lang: str) -> str:
    """Older sites keep their encoding of old."""
    older = {"ar": "windows-1256", "ru": "windows-1251", "fr": "iso-8859-15"}
    return older[lang] if number % 12 == 5 and lang in older else "utf-8"


def _styles(rng: Random) -> str:
    rules = []
    for _ in range(rng.randrange(60, 260)):
        name = f".{rng.choice(_STEMS)}__{rng.choice(_STEMS)}--{rng.randrange(16**3):x}"
        rules.append(f"{name}{{{';'.join(rng.sample(_STYLES, 3))};width:{rng.randrange(1000)}px}}")
    return "".join(rules)


def _script(rng: Random, size: int) -> str:
    """A bundle as minifiers leave it."""
    parts: list[str] = []
    held = 0
    while held < size:
        a, b, c = (rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(3))
        stem, call = rng.choice(_STEMS), rng.choice(_CALLS)
        number = rng.randrange(10_000)
        part = rng.choice(
            (
                f"function {a}{number}({b},{c}){{return {b}.{call}({c}[{number}])||null}}",
                f'var {a}={{"{stem}Id":{number},"{stem}Key":"{rng.getrandbits(32):08x}",{b}:!0,{c}:void 0}};',
                f'document.{call}("#{stem}-{number}",function({a}){{{a}.{stem}={b}*{c}+{number}}});',
                f"if({a}==={number}&&!{b}.{stem}){{{c}=new Error({number});throw {c}}}",
            )
        )
        parts.append(part)
        held += len(part)
    return "".join(parts)


def _menu(rng: Random, lang: str) -> str:
    names = words()[lang]["menu"]
    items = [rng.choice(names) for _ in range(rng.randrange(25, 70))]
    rows = (
        f'<li class="menu__item"><a class="menu__link" href="/{lang}/section/{rng.randrange(900)}">{name}</a></li>'
        for name in items
    )
    return f'<nav class="menu"><ul>{"".join(rows)}</ul></nav>'


def _picture(rng: Random) -> str:
    """A small picture inside the page: bytes that no packing makes smaller."""
    data = base64.b64encode(rng.randbytes(rng.randrange(500, 3_000))).decode()
    return f'<img alt="" src="data:image/webp;base64,{data}">'


def data_of(page: int, headline: str, day: str) -> str:
    """What a page says for machines; half of the sites write it in ASCII with escapes."""
    said = {"@type": "NewsArticle", "headline": headline, "datePublished": day, "identifier": page}
    return f'<script type="application/ld+json">{json.dumps(said, ensure_ascii=page % 2 == 0)}</script>'

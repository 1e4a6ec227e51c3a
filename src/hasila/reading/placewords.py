"""The words of a place as a report writes them, without what is glued to them and the kind of place before them."""

from __future__ import annotations

from functools import lru_cache

from hasila.lexicon.markers import markers
from hasila.reading.page import Page
from hasila.reading.sight import Mention
from hasila.text.fold import fold

_ADMIN = markers("kind-of-district")
_NAMED_CITIES = markers("named-city")
_PROVINCE = markers("province")
_REMEMBERED = 10_000


def as_written(page: Page, mention: Mention) -> str:
    """The words of a place without the clitics glued to its first word: بالرقة -> الرقة is not undone, و is."""
    first = page.tokens.raw[mention.start]
    text = page.text(mention.start, mention.end)
    if "(" in text and ")" not in text:
        text = text.partition("(")[0].rstrip()  # "عين العرب (كوباني)": the other name stands in brackets
    if mention.kind == "place" and mention.name.cls in ("governorate", "town", "country"):
        bare = _stripped(text, len(mention.conj) + len(mention.prep), mention.name.cls == "governorate")
        if bare is not None:
            return bare
    if mention.prep and mention.name.article and first.startswith(("لل", "ولل")):
        return "ال" + text[len(mention.conj) + 2 :]  # "للموصل": الموصل
    drop = len(mention.conj) + len(mention.prep)
    return text[drop:] if drop and first[:1] in "وفبلك" else text


@lru_cache(maxsize=_REMEMBERED)
def _stripped(text: str, clitics: int, governorate: bool) -> str | None:
    """The name without the kind of place before or behind it: قضاء الحمدانية is الحمدانية, Idlib province is Idlib."""
    name, _, tail = text.rpartition(" ")
    if name and governorate and fold(tail) in _PROVINCE:
        text = name
    head, _, rest = text.partition(" ")
    word = head[clitics:]
    kind = word == "the" or (fold(word) in _ADMIN and not (word == "مدينة" and fold(rest) in _NAMED_CITIES))
    stripped = rest if rest and kind else None
    return stripped or (text if text == name else None)


def landform(page: Page, mention: Mention) -> str:
    """ "in the Makhmour mountain range": the words behind a name that make it one of mountains."""
    end = mention.end
    while end < len(page.form) and page.form[end] in _LANDFORMS:
        end += 1
    stop = page.tokens.end[mention.end - 1]
    return page.tokens.text[stop : page.tokens.end[end - 1]] if end > mention.end else ""


_LANDFORMS = markers("landform") - {"castle", "dam"}


def twin(page: Page, mention: Mention) -> str:
    """ "بلدة البحرة الوسطى": the word behind the name of a town that tells it from its twin, no side of a city."""
    behind = page.form[mention.end : mention.end + 1]
    if mention.name.cls != "town" or not behind or behind[0] not in _TWINS or mention.end in page.inside:
        return ""
    stop = page.tokens.end[mention.end - 1]
    return page.tokens.text[stop : page.tokens.end[mention.end]]


_TWINS = markers("twin-village") - markers("side-adjective")

"""Direct quotations of four words or more, with who is quoted.

Marks come in all shapes, nested, mixed and unclosed (:mod:`hasila.reading.marks`); words after "said:" may have none.

>>> from hasila.reading.cast import cast
>>> from hasila.reading.page import annotate
>>> page = annotate('"We will not let up," said Adm. Brad Cooper. "That is a promise to all."')
>>> [(quote.speaker, quote.evidence.text) for quote in read_quotes(page, cast(page))]
[('Brad Cooper', 'We will not let up'), ('Brad Cooper', 'That is a promise to all.')]
"""

from __future__ import annotations

from collections.abc import Iterator

from hasila.lexicon.markers import markers
from hasila.lexicon.spelled import in_latin
from hasila.model import Field, Quote, Span
from hasila.reading.cast import Part, cast
from hasila.reading.marks import MIN_WORDS, Quoted, quoted
from hasila.reading.page import Page
from hasila.reading.speakers import Walk
from hasila.reading.voices import Voice, roles
from hasila.text.tokens import BREAK

_AFTER_REACH = 30
_FAR = 120
_COLON_REACH = 16
_LISTS = markers("list-lead") | {"*", "-", "–", "—", "•"}
_COLON = frozenset({":"})
_INDIRECT = markers("complementiser") | markers("indirect-speech")


def read_quotes(page: Page, parts: list[Part], field: Field = "text", issuer: str | None = None) -> list[Quote]:
    """The quotations of a text with their speakers; ``issuer`` is who issues the statement that a report is about."""
    marked = quoted(page)
    found = sorted(marked + _unmarked(page, marked), key=lambda quote: quote.start)
    if not found:
        return []
    walk = Walk(page, parts, found, issuer)
    return [_as_quote(page, quote, voice, field) for quote, voice in _voiced(walk, found)]


def read_all(title: Page | None, body: Page, parts: list[Part], issuer: str | None = None) -> list[Quote]:
    """The quotations of title and body; one that the body repeats has the speaker that the body gives it."""
    quotes = read_quotes(body, parts, "text", issuer)
    if title is None:
        return quotes
    heads = read_quotes(title, cast(title), "title", issuer)
    return [_completed(head, quotes) for head in heads] + quotes


def _completed(head: Quote, quotes: list[Quote]) -> Quote:
    words = head.evidence.text
    twin = next((quote for quote in quotes if words in quote.evidence.text or quote.evidence.text in words), None)
    return Quote(twin.speaker, twin.role, head.evidence) if twin is not None and twin.speaker else head


def _as_quote(page: Page, quote: Quoted, voice: Voice | None, field: Field) -> Quote:
    start, end = page.tokens.start[quote.start], page.tokens.end[quote.end - 1]
    evidence = Span(field, start, end, page.tokens.text[start:end])
    return Quote(_called(voice), voice.role, evidence) if voice else Quote(None, None, evidence)


def _called(voice: Voice) -> str | None:
    """A speaker as both languages call him, where his name can be spelled; else as written."""
    return in_latin(voice.name) or voice.name if voice.name and voice.kind == "person" else voice.name


# --- quotations without marks ------------------------------------------------------------------------------------


def _unmarked(page: Page, marked: list[Quoted]) -> list[Quoted]:
    """Words after a verb of saying and a colon, to the end of the sentence: وقال البيان: العمليات مستمرة."""
    if not page.where(_COLON):
        return []
    taken = {at for quote in marked for at in range(quote.open_at - 1, quote.close_at + 1)}
    found = []
    for start, end in page.sentences:
        colons = page.all(_COLON, start, end)
        colon = next((at for at in colons if at not in taken), None) if colons else None
        if colon is None or end - colon <= MIN_WORDS or page.form[colon + 1] in _LISTS or not _says(page, start, colon):
            continue
        if taken.isdisjoint(range(colon, end)) and _worded(page, colon + 1, end):
            found.append(Quoted(colon + 1, end, colon, end - 1))
    return found


def _says(page: Page, start: int, colon: int) -> bool:
    if page.before(colon) in _LISTS:
        return False
    table = roles()
    for at in range(colon - 1, max(start, colon - _COLON_REACH) - 1, -1):
        form = page.form[at]
        held = table.get(form) or (table.get(form[1:]) if form[:1] in "وف" else None)
        if held and "said" in held:
            return True
        if form in _INDIRECT:
            return False
    return False


def _worded(page: Page, start: int, end: int) -> bool:
    words = [at for at in range(start, end) if page.lex[at].alpha]
    return len(words) >= MIN_WORDS and page.lex[start].alpha


# --- who is quoted -----------------------------------------------------------------------------------------------


def _segments(page: Page, found: list[Quoted]) -> Iterator[tuple[int, int]]:
    """Sentences, where a stop inside a quotation does not end one; a quotation that ends in a stop does."""
    spans = [(quote.open_at, quote.close_at) for quote in found]
    cuts = {end for _, end in page.sentences}
    cuts -= {cut for lo, hi in spans for cut in range(lo, hi + 1)}
    cuts |= {quote.close_at + 1 for quote in found if _closes_sentence(page, quote)}
    start = 0
    for cut in sorted(cuts | {len(page.form)}):
        if cut > start:
            yield start, cut
        start = cut


def _closes_sentence(page: Page, quote: Quoted) -> bool:
    """Whether a new sentence begins after a quotation: it ends in a full stop and a capital follows."""
    following = quote.close_at + 1
    if following >= len(page.form) or quote.left_open:
        return True
    return page.form[quote.close_at - 1] in (".", "…") and page.lex[following].upper


def _voiced(walk: Walk, found: list[Quoted]) -> Iterator[tuple[Quoted, Voice | None]]:
    rest = list(found)
    for start, end in _segments(walk.page, found):
        here = []
        while rest and rest[0].open_at < end:
            here.append(rest.pop(0))
        verbs = walk.segment(start, end)
        for index, quote in enumerate(here):
            floor = here[index - 1].close_at + 1 if index else start
            ceiling = here[index + 1].open_at if index + 1 < len(here) else end
            voice = _speaker(walk, quote, verbs, start, floor, ceiling)
            if voice is not None:
                walk.keep(voice)
            yield quote, voice
        if not rest:
            return


def _speaker(walk: Walk, quote: Quoted, verbs: list[int], start: int, floor: int, ceiling: int) -> Voice | None:
    """Who is quoted: the verb before, the tag after ("…," said X), a name at hand, else whoever spoke last."""
    after = _tag(walk, quote, verbs, ceiling)
    if after is not None and _leads_on(walk.page, quote):
        return after
    before = [at for at in verbs if at < quote.open_at]
    if before and (before[-1] >= floor or floor > start):
        return walk.spoken[before[-1]] or walk.memory.last
    if after is not None:
        return after
    tagged = any(at > quote.close_at for at in verbs)
    return (
        _at_hand(walk, max(start, quote.open_at - _FAR), quote.open_at)
        or walk.memory.last
        or (None if tagged else _issuer(walk))
    )


def _leads_on(page: Page, quote: Quoted) -> bool:
    """Whether a quotation ends so that "he said" must follow: in a comma, or in a question before a small letter."""
    last = page.form[quote.close_at - 1]
    following = page.form[quote.close_at + 1] if quote.close_at + 1 < len(page.form) else BREAK
    return last in (",", "،") or (following == "," and page.form[quote.start] < "\u0590") or last in ("!", "?")


def _tag(walk: Walk, quote: Quoted, verbs: list[int], ceiling: int) -> Voice | None:
    """The speaker named after a quotation."""
    page = walk.page
    lo, hi = quote.close_at + 1, min(ceiling, quote.close_at + _AFTER_REACH)
    if lo >= hi:
        return None
    arabic = page.form[quote.start] >= "\u0590"
    for at in verbs:
        if lo <= at < hi and walk.speech(at) != "aside" and not (arabic and (at > lo + 2 or page.form[at][:1] == "و")):
            return walk.spoken[at]
    if page.form[quote.close_at - 1] == "," and not arabic:
        return walk.voice(lo, hi)
    return None


def _at_hand(walk: Walk, start: int, stop: int) -> Voice | None:
    """Who a sentence without a verb of saying quotes: the last person in it, else its subject."""
    voice = walk.voice(start, stop, last=True)
    return voice if voice is not None and (voice.kind == "person" or not walk.memory.last) else None


def _issuer(walk: Walk) -> Voice | None:
    return Voice(walk.issuer, None, "body", walk.issuer) if walk.issuer else None


__all__ = ["read_all", "read_quotes"]

"""Places of a part of what is counted, or of what is left out: "including a raid in Raqqa", "outside of al-Hol"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.asidedays import one_of_them
from hasila.reading.count import Count
from hasila.reading.governors import BE, COMMA, QUOTES
from hasila.reading.page import Page
from hasila.reading.spots import Spot
from hasila.text.tokens import BREAK
from hasila.values.numbers import number_forms

_TOWNS_APART = 8
_MORE = 3
_ASIDE = 14
_CITIES = frozenset({"cities", "counties", "municipalities"})
_LISTING = COMMA | {"and", "the", "capital", "city", "of"}
_BESIDE = COMMA | QUOTES | {"و"}
_KINDS = markers("kind-of-place")
_OTHERS = markers("other-places")
_SOME_OF = markers("some-of-places")


def in_a_list(page: Page, spot: Spot) -> bool:
    """ "في 23 ولاية، بما فيها إسطنبول وأنقرة", "في إسطنبول و24 محافظة أخرى": some of many places, not where it all
    was."""
    if page.form[spot.start] < "\u0590":
        return not spot.country and _some_of_many(page, spot)
    behind = page.form[spot.end : spot.end + _MORE]
    if len(behind) == _MORE and behind[-1] == "اخري" and behind[0].lstrip("و").isdigit():
        return True
    if page.form[spot.end : spot.end + 1] == ["حيث"]:
        return False  # "قرب خمس مدن بينها الحسكة حيث أصابت أربع ضربات"
    mention = page.name_at.get(spot.start)
    if mention is None or mention.prep or not page.has(_SOME_OF, spot.start - _TOWNS_APART, spot.start):
        return False
    at = spot.start - 1
    while at > 0 and at > spot.start - _TOWNS_APART and (at in page.inside or page.form[at] in _BESIDE):
        at -= 1
    return page.form[max(at, 0)] in _SOME_OF


def _some_of_many(page: Page, spot: Spot) -> bool:
    """ "in 16 provinces, including Istanbul and Ankara", "in Istanbul, Ankara and other cities"."""
    back, ahead = spot.start - 1, spot.end
    while back > spot.start - _TOWNS_APART and (
        back in page.inside or page.form[back] in _LISTING or (page.lex[back].upper and page.lex[back].alpha)
    ):
        back -= 1
    while ahead < min(len(page.form), spot.end + _TOWNS_APART) and (
        ahead in page.inside or page.form[ahead] in _LISTING
    ):
        ahead += 1
    if page.form[ahead : ahead + 1] and page.form[ahead] in _OTHERS and ahead - spot.end > 0:
        return any(_plural(form) for form in page.form[ahead + 1 : ahead + _MORE])
    counted = page.form[spot.end : spot.end + 1] in (["with"], ["("], ["at"], ["where"])
    if back > 0 and page.form[back - 1 : back + 1] == ["followed", "by"] and not counted:
        return True  # "Baghdad had 258 dead, followed by Anbar and Diyala"
    if page.form[spot.end : spot.end + 1] == ["where"]:
        return False
    near = page.form[max(0, back - _TOWNS_APART) : back]
    return page.form[max(back, 0)] in _SOME_OF and any(_plural(form) for form in near) and "." not in near


def _plural(form: str) -> bool:
    """ "provinces", "cities"."""
    return form in _CITIES or (form.endswith("s") and form[:-1] in _KINDS)


def left_out(page: Page, spot: Spot) -> bool:
    """ "Excluding an operation in al-Hol, four raids", "28 arrests, including the arrest of a leader in Raqqa",
    "17 raids (including in al-Hol)", "a leader who was planning attacks in Europe": a place of a part, or of what isn't
    counted."""
    for at in range(spot.start - 1, max(0, spot.start - _ASIDE), -1):
        if page.form[at] in COMMA or page.form[at] in (".", ")", BREAK):
            return False
        if _of_most(page, at):
            return True  # "84 fighters were killed, most of them in Kirkuk", "mainly in Anbar"
        if page.form[at] == "excluding" or (page.form[at] in _PLANNED and _attacks(page, at, spot.start)):
            return True
        if page.form[at] in _SOME_OF:
            deed = page.form[at + 1] in ("the", "a") and page.form[at + 3] == "of" and page.form[at - 1] in COMMA
            return deed or (page.form[at + 1] == "in" and page.form[at - 1] == "(")
    return False


def _of_most(page: Page, at: int) -> bool:
    """Whether what follows a token is told of the most of those counted."""
    if page.form[at] in _MOSTLY:
        return page.form[at + 1] in _HERE
    of = at - 2 if page.form[at] in _LATTER and page.form[at - 1] == "the" else at - 1
    told = page.form[at] in (_THEM if of == at - 1 else _LATTER)
    return told and page.form[of] == "of" and page.form[of - 1] in _MOST


_LATTER = frozenset({"latter", "former"})
_MOSTLY = markers("mostly")
_MOST = markers("most-of")
_THEM = frozenset({"them", "whom", "which"})


def of_parts(page: Page, spot: Spot, count: Count, others: list[Count]) -> bool:
    """ "8 attacks, including 3 in Raqqa", "Of the 17 attacks, 12 were in Raqqa": a place behind the bare number of a
    part is that of the part only."""
    if page.form[count.start] >= "\u0590" or spot.start < count.end or count.subset:
        return False
    if page.form[max(0, count.start - 2) : count.start] == ["of", "the"]:
        return any(_numbered(page, at + 1) for at in page.all(COMMA, count.end, spot.start))
    if any(one_of_them(page, at) for at in page.all(_INCLUDING, count.end, spot.start)):
        return True
    if page.form[spot.start - 2 : spot.start] == ["followed", "by"]:
        return True  # "Baghdad had 23 dead, followed by Nineveh where eight were killed"
    parts = (other for other in others if other.subset and _bare(other) and other.start >= count.end)
    return any(0 <= spot.start - other.end <= 1 for other in parts)


_INCLUDING = frozenset({"including", "among"})


def _bare(count: Count) -> bool:
    return count.noun_at is None or count.noun_at < count.start


def _numbered(page: Page, at: int) -> bool:
    return page.form[at][:1].isdigit() or page.form[at] in number_forms()


def _attacks(page: Page, at: int, end: int) -> bool:
    """Whether attacks are named between two tokens, and nothing that was done."""
    if any(page.form[k] in BE for k in range(at + 1, end)):
        return False  # "militants planning attacks in Baghdad were arrested in Kirkuk"
    nouns = (page.noun(k) for k in range(at + 1, end))
    return any(noun is not None and noun.kind == "event" and noun.value in ("attacks", "operations") for noun in nouns)


_PLANNED = markers("planned-deed")


def passed_through(page: Page, spot: Spot, here: list[Spot]) -> bool:
    """ "تسللوا من سوريا إلى الموصل", "from Syria into Mosul": where people came from isn't where they were caught."""
    if page.form[spot.start] < "\u0590" and _on_the_way(page, spot, here):
        return True
    if page.before(spot.start) not in _FROM:
        return False
    after = next((other for other in here if spot.end < other.start <= spot.end + 3), None)
    return after is not None and not _TOWARDS.isdisjoint(page.form[spot.end : after.start])


def _on_the_way(page: Page, spot: Spot, here: list[Spot]) -> bool:
    """ "five men from Mosul were arrested in Erbil", "crossed into Iraq and were killed in Sinjar", "flown to a
    hospital in Baghdad after an attack in Samarra": where people came from or went, if it is told where it happened."""
    told = any(other.start > spot.end and page.before(other.start) in _HERE for other in here)
    at = spot.start - 1
    if not told:
        return False
    noun = page.noun(at - 1)
    origin = page.form[at] == "from" and noun is not None and noun.kind == "person"
    treated = page.form[at] == "in" and page.form[at - 1] == "hospital" and "to" in page.form[max(0, at - 4) : at - 1]
    return origin or treated or (page.form[at] in _INTO and _moved(page, at))


def _moved(page: Page, at: int) -> bool:
    """Whether somebody was taken or went before a token."""
    return not _MOVES.isdisjoint(page.form[max(0, at - _ASIDE) : at])


_HERE = frozenset({"in", "near", "at", "outside"})
_INTO = frozenset({"to", "into"})
_MOVES = markers("went-there")
_FROM = markers("from-place")
_TOWARDS = markers("towards")

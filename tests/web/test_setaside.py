"""Whatever is set aside, and whatever is noted of a document, is told in Arabic: found in the code that says it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import hasila
from hasila.errors import FetchError, SourceError
from hasila.sources import Rejected, open_bytes
from hasila.sources.record import KNOWN
from hasila.web.frames import Frames
from hasila.web.noted import NOTES
from hasila.web.setaside import SET_ASIDE, set_aside
from tests.web.sentences import ASIDE, VALUE, CannotFollow, Code, Said

CODE = Code.of(Path(hasila.__file__).parent.parent, ("hasila.sources", "hasila.fetch", "hasila.web.fetching"))
EVERY = sorted({(one.sentence, one.note): one for one in CODE.said()}.values(), key=lambda one: one.sentence)

FROM_READING = {
    "month pair does not agree: %(words)s",
    "day or month first is not settled: %(words)s",
    "the year is mistyped: %(words)s",
}


def known(frames: Frames, sentence: str) -> set[str]:
    """The frames that a sentence is made from, itself and its values; none where one of them stays in English."""
    found = frames.recognised(sentence)
    if found is None:
        return set()
    inner = [known(frames, value) for value in found[1].values() if value not in (VALUE, *KNOWN)]
    return {found[0]}.union(*inner) if all(inner) else set()


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.sentence)
def test_every_sentence_that_is_said_is_known(one: Said) -> None:
    assert known(NOTES if one.note else SET_ASIDE, one.sentence), f"{one.where} says something that no frame knows"


def test_no_frame_is_left_over() -> None:
    used = {frame for one in EVERY for frame in known(NOTES if one.note else SET_ASIDE, one.sentence)}
    assert {*SET_ASIDE.frames, *NOTES.frames} == used | FROM_READING


def test_every_kind_of_error_is_looked_for() -> None:
    kinds = (SourceError, FetchError, *SourceError.__subclasses__(), *FetchError.__subclasses__())
    assert {one.__name__ for one in kinds} <= set(ASIDE)


SAMPLE = """
from sample.other import AGAIN, doubts

_SAID = {"a": ("in a dict", "and its remedy"), "b": ("in another", AGAIN)}

def read(name, count, found):
    reason = f"{count:,} too many" if count else "none at all"
    raise SourceError(name, None, reason, "Count again")

def told(name):
    raise SourceError(name, None, *_SAID[name])

def fault(name, reason):
    return Rejected(name, 1, f"{reason}; the rest was read", remedy="given by name")

def both(name):
    size = "so much" if name else "too much"
    return fault(name, f"it takes {size}"), fault(name, reason="by name")

def notes(name):
    held = list(doubts(name))
    held.append("appended")
    return Document(name, notes=(*held, "the last"))
"""
OTHER = """
AGAIN = "Once more"

def doubts(name):
    for text in ("one doubt", "another"):
        yield text
"""


def test_sentences_are_followed_to_where_they_are_written() -> None:
    found = {(one.sentence, one.note) for one in Code({"sample.read": SAMPLE, "sample.other": OTHER}).said()}
    aside = {"X too many", "none at all", "Count again", "in a dict", "and its remedy", "in another", "Once more"}
    aside |= {"X; the rest was read", "given by name"}
    assert {sentence for sentence, note in found if not note} == aside
    assert {sentence for sentence, note in found if note} == {"one doubt", "another", "appended", "the last"}


def test_a_sentence_that_cannot_be_followed_is_told() -> None:
    with pytest.raises(CannotFollow, match=r"one:1: reason_of\(x\)"):
        list(Code({"one": 'SourceError("a", None, reason_of(x), "Mend it")'}).said())


def test_what_a_broken_archive_says_is_told_in_arabic() -> None:
    told = [set_aside(item, "ar") for item in open_bytes(_broken(), "تقارير.zip") if isinstance(item, Rejected)]
    assert told == [
        '<bdi dir="ltr">تقارير.zip!b.txt</bdi>: الملف مبتور أو تالف بعد البايت <bdi>0</bdi> '
        "(<bdi>Bad CRC-32 for file &#39;b.txt&#39;</bdi>). احصل عليه من جديد؛ وقد قُرئ ما قبل ذلك الموضع."
    ]


def test_a_fault_in_a_fault_is_told_too() -> None:
    item = Rejected("https://a", None, "the site's robots.txt can't be had: the server answers 503", "Give one")
    assert "أجاب الخادم بالرمز <bdi>503</bdi>" in set_aside(item, "ar")


def test_what_nobody_knows_stays_english_and_is_kept_apart() -> None:
    told = set_aside(Rejected("<a>.txt", 7, "the <disk> is full", "Mend the line"), "ar")
    unknown = '<span dir="ltr" lang="en">the &lt;disk&gt; is full</span>'
    assert told == f'<bdi dir="ltr">&lt;a&gt;.txt</bdi>، السطر 7: {unknown}. أصلح السطر.'


def _broken() -> bytes:
    """A ZIP in which a member was damaged."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("b.txt", "US forces killed 5 ISIS operatives in Syria.")
    return out.getvalue().replace(b"killed 5", b"killed 6")

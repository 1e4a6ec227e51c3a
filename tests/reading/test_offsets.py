"""Whatever the text: everything that is read lies in it where it says, in order, the same every time."""

from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.bulletin import Lang
from evaluation.generator import generate
from hasila.export.jsonl import as_object, dumps
from hasila.lexicon import names
from hasila.lexicon.words import words
from hasila.model import Document, Reading
from hasila.reading import read

MODEST = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PUBLISHED = st.sampled_from([None, date(2023, 6, 2), date(2024, 2, 29)])


@cache
def known_words() -> list[str]:
    """Forms of the lexicon, without and with what Arabic writes onto them."""
    forms = sorted(form for lang in ("ar", "en") for form in words(lang).forms)
    phrases = sorted(" ".join(key) for lang in ("ar", "en") for rows in words(lang).phrases.values() for key, _ in rows)
    spelled = sorted(form for kind in ("actor", "person") for form, _ in names.spellings(kind))
    return forms[::7] + phrases[::3] + spelled[::17] + [f"و{form}" for form in forms[::31]]


ACTIONS = st.sampled_from(
    [
        "قُتل",
        "مقتل",
        "أصيب",
        "اعتقال",
        "وأسر",
        "ضد داعش",
        "killed",
        "wounded",
        "captured",
        "operations",
        "عملية",
        "غارات",
    ]
)
NUMBERS = st.one_of(
    st.integers(0, 10**7).map(str),
    st.integers(0, 9999).map(lambda n: str(n).translate({ord("0") + d: chr(0x0660 + d) for d in range(10)})),
    st.sampled_from(
        ["واحد", "اثنين", "مئتا", "خمسة عشر", "عشرات", "twenty-one", "dozens", "34,573", "١٬٢٠٠", "1/2", "12-15"]
    ),
)
MARKS = "«»“”\"'()[].،:;؛…؟-–/*#_\x00"
INVISIBLE = "\t\u200f\u202b\u202c\u2067\ufeff\u064b\u0651\u0640\ufdf2\ud83d\udc00"
ODDITIES = st.sampled_from([*MARKS, *INVISIBLE, "\r\n", "\n\n", "😀", "👨‍👩‍👧", "e\u0301"])
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=12)
PIECES = st.one_of(st.deferred(lambda: st.sampled_from(known_words())), ACTIONS, NUMBERS, ODDITIES, ANY_TEXT)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", " ", "", "\n"])), max_size=40).map(
    lambda rows: "".join(piece + gap for piece, gap in rows)
)


def spans(reading: Reading) -> list[Any]:
    emitted: list[Any] = [*reading.figures, *reading.quotes, *reading.facts]
    emitted += [*reading.assessments, *reading.lines_of_effort]
    return [item.evidence for item in emitted]


def assert_sound(document: Document, reading: Reading) -> None:
    fields = {"title": document.title or "", "text": document.text}
    for span in spans(reading):
        assert fields[span.field][span.start : span.end] == span.text != ""
    places = [(figure.evidence.field != "title", figure.evidence.start) for figure in reading.figures]
    assert places == sorted(places)
    for figure in reading.figures:
        assert 0 <= figure.confidence <= 1
        assert figure.low is None or figure.high is None or 0 <= figure.low <= figure.high
        assert figure.trail


def assert_reads(document: Document) -> None:
    reading = read(document)
    assert_sound(document, reading)
    assert as_object(read(document)) == as_object(reading)
    dumps(reading).encode()


@MODEST
@given(text=TEXTS, title=st.none() | TEXTS, published=PUBLISHED)
def test_words_of_the_field_in_any_order(text: str, title: str | None, published: date | None) -> None:
    assert_reads(Document(id="any", text=text, title=title, published=published))


@MODEST
@given(text=st.text(st.characters(exclude_categories=()), max_size=300))
def test_any_text_at_all(text: str) -> None:
    assert_reads(Document(id="any", text=text))


@MODEST
@given(
    seed=st.integers(0, 10**6),
    lang=st.sampled_from(["ar", "en"]),
    noise=st.lists(st.tuples(st.floats(0, 1), ODDITIES), min_size=1, max_size=12),
)
def test_reports_with_noise_strewn_in(seed: int, lang: Lang, noise: list[tuple[float, str]]) -> None:
    report = generate(seed, lang)
    text = report["text"]
    for share, oddity in noise:
        at = int(share * len(text))
        text = text[:at] + oddity + text[at:]
    assert_reads(
        Document(id="noisy", text=text, title=report["title"], published=date.fromisoformat(report["published"]))
    )


@MODEST
@given(seeds=st.lists(st.integers(0, 500), min_size=2, max_size=3, unique=True))
def test_what_was_read_before_changes_nothing(seeds: list[int]) -> None:
    documents = [Document(id=str(seed), text=generate(seed, "ar")["text"]) for seed in seeds]
    forward = [as_object(read(document)) for document in documents]
    backward = [as_object(read(document)) for document in reversed(documents)]
    assert forward == backward[::-1]


def test_figures_do_arise_from_these_texts() -> None:
    """Guards the tests above: a text of such pieces without any figure would prove nothing."""
    text = "قُتل 15 عنصراً\r\n😀 وأسر خمسة عشر «مقاتلا» killed 12 militants"
    assert len(read(Document(id="some", text=text)).figures) >= 3


@pytest.mark.parametrize(
    "text",
    [
        "to December 29, 2025,",
        "Joint",
        "equipment was taken.\n\nIn Al",
        "once held a third of the country, keeps between 1,500 and",
        "5 آلاف",
        "by Iraqi forces",
        "Iraq",
    ],
)
def test_texts_cut_off_where_a_rule_looks_on(text: str) -> None:
    assert_reads(Document(id="cut", text=text, title=text))

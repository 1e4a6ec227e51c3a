"""Which window the figures of a report without days are of."""

from datetime import date

import pytest

from hasila.model import Document, Period
from hasila.reference import reference_readings
from hasila.tally.claim import Claim
from hasila.tally.dating.infer import Candidate, Known, clear, infer, known_windows
from hasila.tally.dating.placing import placings, replaced
from hasila.tally.dating.told import NOTHING, Told, told_in
from hasila.tally.record.rulings import rulings_of
from tests.tally.entries import BOTH, IRAQ, Entry, claims, entry, entry_of, figure, key_of, statements
from tests.tally.record.test_rulings import decision

REFERENCE = [Entry(key_of(reading.document.id), reading) for reading in reference_readings()]
KNOWN = Known(known_windows(statements(*REFERENCE)))
FEBRUARY = (date(2023, 2, 1), date(2023, 2, 28))
UNDATED = entry(*(figure(*count, period=None) for count in (("operations", 48), ("killed", 22), ("detained", 25))))
UNDATED_WORDS = (
    "أعلنت القيادة المركزية الأميركية، اليوم الجمعة، تنفيذ 48 عملية ضد داعش في العراق وسوريا خلال الشهر الماضي، "
    "قُتل فيها 22 من عناصر التنظيم واعتُقل 25 آخرون."
)


def open_claims(held: Entry) -> list[Claim]:
    return [one for one in claims(held) if one.basis == "open"]


def ranked(held: Entry, told: Told = NOTHING, published: date | None = None) -> tuple[Candidate, ...]:
    return infer(open_claims(held), KNOWN, told, published)


def test_48_22_and_25_are_the_figures_of_february_2023() -> None:
    first, *rest = ranked(UNDATED)
    assert first.period == FEBRUARY
    assert (len(first.fits), first.contradicts) == (3, ())
    assert clear((first, *rest)) is first
    assert all(one.score < first.score for one in rest)
    october = next(one for one in rest if one.statement == "coalition/2023-10")
    assert [(one.cell.measure, one.low) for one in october.contradicts] == [("killed", 22)]


def test_the_words_and_the_weekday_of_the_report_speak_for_february_too() -> None:
    held = entry_of(UNDATED_WORDS)
    first = ranked(held, told_in(held.reading.document))[0]
    assert first.period == FEBRUARY
    assert {one.name for one in first.why} == {"fits", "words", "weekday"}
    assert first.score == sum(one.points for one in first.why)


def test_a_misprint_leaves_the_window_clear() -> None:
    july = [("operations", 31, BOTH), ("killed", 5, BOTH), ("detained", 30, BOTH), ("detained", 7, IRAQ)]
    candidates = ranked(entry(*(figure(measure, low, place=place, period=None) for measure, low, place in july)))
    chosen = clear(candidates)
    assert chosen is not None
    assert chosen.statement == "coalition/2023-07"
    assert [one.low for one in chosen.contradicts] == [7]


def test_one_small_count_beside_unknown_ones_is_not_enough() -> None:
    held = entry(figure("killed", 5, period=None), figure("strikes", 3, period=None))
    assert ranked(held)
    assert clear(ranked(held)) is None


def test_nothing_fits_what_nobody_counted() -> None:
    assert ranked(entry(figure("operations", 4321, period=None))) == ()


def test_the_figures_of_another_series_never_fit() -> None:
    sdf = "Syrian Democratic Forces"
    held = entry(figure("operations", 48, actor=sdf, attribution=sdf, period=None))
    assert ranked(held) == ()


@pytest.mark.parametrize(
    ("published", "name"),
    [(date(2023, 3, 4), "soon"), (date(2023, 8, 1), "late"), (date(2023, 1, 20), "before")],
)
def test_the_day_of_publication_counts_where_it_is_known(published: date, name: str) -> None:
    february = next(one for one in ranked(UNDATED, published=published) if one.period == FEBRUARY)
    assert name in {one.name for one in february.why}


def test_a_refused_window_is_no_candidate() -> None:
    found = infer(open_claims(UNDATED), KNOWN, refused=frozenset({FEBRUARY}))
    assert FEBRUARY not in {one.period for one in found}


@pytest.mark.parametrize(
    ("text", "start", "end", "means"),
    [
        ("خلال تموز الماضي", date(2023, 7, 1), date(2023, 7, 31), True),
        ("خلال تموز الماضي", date(2023, 6, 1), date(2023, 6, 30), False),
        ("in the first half of the year", date(2024, 1, 1), date(2024, 6, 30), True),
        ("since the start of this year", date(2023, 1, 1), date(2023, 8, 31), True),
        ("in September and October", date(2023, 9, 1), date(2023, 10, 31), True),
        ("in 2022", date(2022, 1, 1), date(2022, 12, 31), None),
    ],
)
def test_words_for_time_are_held_against_a_window(text: str, start: date, end: date, means: bool | None) -> None:
    assert told_in(Document("r", text)).means(start, end) is means


def test_a_report_of_two_windows_is_placed_in_both() -> None:
    june = figure("operations", 37, period=None), figure("killed", 13, period=None), figure("detained", 21, period=None)
    recalled = figure("killed", 8, period=None), figure("detained", 31, period=None)
    held = entry(*june, *recalled)
    made = placings(statements(held), {}, KNOWN)
    assert [one.chosen.statement for one in made] == ["coalition/2023-06", "coalition/2023-05"]
    moved = replaced(claims(held), made)
    assert {(one.low, one.cell.start, one.basis) for one in moved if one.cell.measure == "killed"} == {
        (13, date(2023, 6, 1), "inferred"),
        (8, date(2023, 5, 1), "inferred"),
    }


def test_what_fits_nowhere_stays_open_and_what_was_refused_is_not_placed() -> None:
    nowhere = entry(figure("operations", 4321, period=None))
    assert placings(statements(nowhere), {}, KNOWN) == []
    refusal = rulings_of([decision(UNDATED.key, "reject", "period", "2023-02-01..2023-02-28")])
    assert placings(statements(UNDATED), {}, KNOWN, refusal) == []


def test_an_accepted_period_needs_no_inference() -> None:
    accepted = rulings_of([decision(UNDATED.key, "accept", "period", "2023-02-01..2023-02-28")])
    assert {one.basis for one in claims(UNDATED, accepted)} == {"accepted"}


def test_inferred_claims_never_place_others() -> None:
    first = placings(statements(*REFERENCE, UNDATED), {})
    assert [one.chosen.period for one in first] == [FEBRUARY]
    month = Period(*FEBRUARY, None, "stated")
    alone = statements(entry(figure("wounded", 3, period=month), name="other"), UNDATED)
    assert placings(alone, {}) == []

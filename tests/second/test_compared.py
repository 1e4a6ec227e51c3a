"""Two readings held against each other."""

from dataclasses import replace

from hasila.model import Document, Span
from hasila.reading import read
from hasila.second.compared import agreement, pairs

TEXT = "US Central Command said 14 operations in Syria in May 2023 killed two ISIS operatives and captured nine others."
FIGURES = read(Document("r", TEXT)).figures


def test_a_reading_agrees_with_itself() -> None:
    found = pairs(FIGURES, FIGURES)
    told = agreement(found)
    assert [pair.outcome for pair in found] == ["same"] * 3
    assert told.share == 1
    assert set(told.slots.values()) == {3}


def test_what_differs_is_named() -> None:
    operations, killed, detained = FIGURES
    longer = replace(killed, evidence=Span("text", killed.evidence.start - 7, killed.evidence.end, ""))
    found = pairs(FIGURES, [replace(operations, low=15, high=15, target=None), longer])
    assert [(pair.outcome, pair.slots) for pair in found] == [
        ("differing", ("value", "target")), ("same", ()), ("only ours", ()),
    ]  # fmt: skip
    told = agreement([*found, *pairs([], [detained])])
    assert told.outcomes == {"same": 1, "differing": 1, "only ours": 1, "only theirs": 1}
    assert told.share == 2 / 3
    assert (told.slots["value"], told.slots["measure"]) == (1, 2)


def test_the_same_number_of_something_else_is_one_figure_seen_otherwise() -> None:
    other = replace(FIGURES[1], measure="wounded")
    (pair,) = [one for one in pairs(FIGURES, [other]) if one.theirs is not None]
    assert (pair.ours_at, pair.slots) == (1, ("measure",))


def test_nothing_to_compare_has_no_share() -> None:
    assert agreement([]).share is None

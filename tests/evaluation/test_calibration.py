"""Confidence means what it says, on cases that nobody writes rules against."""

import pytest

from evaluation.calibration import Judged, Share, by_bin, held_back, judge, rules_of, share, suggestions

SURE = 0.95


def figure(confidence: float, *trail: str) -> dict[str, object]:
    return {"confidence": confidence, "trail": list(trail), "modality": "asserted", "qualifier": "exact"}


def test_share_is_drawn_to_the_mean_the_more_the_fewer_there_are() -> None:
    assert Share(0, 0, 0.0).shrunk(0.9) == pytest.approx(0.9)
    assert 0.5 < Share(8, 4, 0.9).shrunk(0.9) < Share(8, 8, 0.9).shrunk(0.9) < 1.0
    assert Share(8000, 4000, 0.9).shrunk(0.9) == pytest.approx(0.5, abs=0.01)


def test_figures_fall_into_the_bin_below_their_confidence() -> None:
    table = by_bin([Judged(figure(0.95), True), Judged(figure(0.949), False), Judged(figure(1.0), True)])
    assert {name: (one.count, one.right) for name, one in table.items()} == {
        "0.90 and up": (1, 0),
        "0.95 and up": (2, 2),
    }


def test_rules_of_slots_say_nothing_about_the_count() -> None:
    assert rules_of(figure(0.9, "number-digits", "left-verb", "place:place-carried")) == ("number-digits", "left-verb")


def test_worse_rules_get_lower_values() -> None:
    judged = [Judged(figure(0.9, "good"), True)] * 20 + [Judged(figure(0.9, "bad"), False)] * 20
    values = suggestions(judged)
    assert values["bad"] < values["good"]


def test_figures_marked_sure_are_right() -> None:
    sure = share([one for one in judge(held_back()) if one.figure["confidence"] >= SURE])
    assert sure.count >= 100
    assert sure.share >= SURE

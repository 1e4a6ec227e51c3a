"""Each short case holds, or is a known failure that fails."""

import pytest

from evaluation import known
from evaluation.cases import Case, load, paths, short_cases

CASES = list(short_cases())
KNOWN = known.load()
HINT = "it holds now: take it off the list with `python -m evaluation.known --update`"


def marks(case: Case) -> list[pytest.MarkDecorator]:
    if case.id not in KNOWN:
        return []
    reason = f"{KNOWN[case.id].fails}; {HINT}"
    return [pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id, marks=marks(case)) for case in CASES])
def test_case_holds(case: Case) -> None:
    assert known.failures(case) == [], f"{case.why}\n{case.text}"


def test_known_failures_are_cases() -> None:
    assert set(KNOWN) <= {case.id for case in CASES}


def test_there_are_cases_enough_in_both_languages() -> None:
    cases = [case for name in paths() if not name.startswith("dev/") for case in load(name)]
    assert len(cases) >= 400
    assert len({case.id for case in cases}) == len(cases)
    assert min(sum(case.lang == lang for case in cases) for lang in ("ar", "en")) >= 150
    assert sum(case.kind == "negative" for case in cases) >= 100

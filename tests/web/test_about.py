"""About the numbers: all policies are told, in both languages, without a ledger too."""

from __future__ import annotations

import re

import httpx
import pytest

from hasila.tally.policy import policy, policy_names
from tests.web.server import serving


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_policy_is_told_with_its_weights(address: str, lang: str) -> None:
    shown = httpx.get(f"{address}/{lang}/about").text
    for name in policy_names():
        (told,) = re.findall(rf'<div id="policy-{name}">.*?<dd>(.*?)</dd>', shown, re.DOTALL)
        assert len(told) > 80
        assert f"×{policy(name).factors['inferred period'].weight}" in shown


def test_both_languages_tell_the_same(address: str) -> None:
    shown = {lang: httpx.get(f"{address}/{lang}/about").text for lang in ("ar", "en")}
    ids = {lang: re.findall(r'<h2 id="(\w+)"', text) for lang, text in shown.items()}
    assert ids["ar"] == ids["en"] != []
    assert shown["ar"].count("<li>") == shown["en"].count("<li>")


def test_it_is_told_without_a_ledger() -> None:
    with serving(None) as where:
        assert httpx.get(f"{where}/ar/about").status_code == 200

"""Every page that holds a figure of the mission passes, in whatever way it is set."""

from __future__ import annotations

import html
import json
import pickle
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.bulletin import Lang
from evaluation.cases import Case, load, paths
from evaluation.generator import generate
from hasila.bulk.prefilter import Prefilter
from hasila.reading import read

PREFILTER = Prefilter.from_lexicon()
# Sentences whose gold is about grammar; only those that name the mission are of it.
GRAMMAR = ("ar_rules", "en_rules", "ar_press", "dev/press")


def page(text: str) -> str:
    return f"<!doctype html><html><head><meta charset=x></head><body><p>{html.escape(text)}</p></body></html>"


def hexadecimal(text: str) -> bytes:
    return "".join(char if char.isascii() else f"&#x{ord(char):X};" for char in text).encode()


WAYS: dict[str, Callable[[str], bytes]] = {
    "plain text": lambda text: text.encode(),
    "utf-8": lambda text: page(text).encode(),
    "windows-1256": lambda text: page(text).encode("cp1256", "xmlcharrefreplace"),
    "iso-8859-6": lambda text: page(text).encode("iso-8859-6", "xmlcharrefreplace"),
    "utf-16": lambda text: page(text).encode("utf-16"),
    "utf-16-le": lambda text: page(text).encode("utf-16-le"),
    "utf-16-be": lambda text: page(text).encode("utf-16-be"),
    "references": lambda text: page(text).encode("ascii", "xmlcharrefreplace"),
    "hexadecimal references": lambda text: hexadecimal(page(text)),
    "escapes": lambda text: json.dumps({"text": text}).encode(),
}


def words_of(case: Case) -> str:
    return f"{case.title or ''}\n{case.text}"


def is_of_the_mission(case: Case) -> bool:
    reading = read(case.document())
    return bool(reading.relevant and reading.figures)


@pytest.mark.parametrize("name", paths())
def test_every_labelled_report_with_a_figure_of_the_mission_passes(name: str) -> None:
    wanted = [case for case in load(name, paths()[name]) if is_of_the_mission(case)]
    assert wanted or name in GRAMMAR
    missed = {
        (case.id, way)
        for case in wanted
        for way, written in WAYS.items()
        if not PREFILTER.passes(written(words_of(case)))
    }
    assert missed == set()


@pytest.mark.parametrize("name", [name for name in paths() if name not in GRAMMAR])
def test_every_report_that_is_labelled_as_of_the_mission_passes(name: str) -> None:
    rows = [json.loads(line) for line in paths()[name].read_text(encoding="utf-8").split("\n") if line.strip()]
    wanted = [row for row in rows if row.get("relevant") and row["figures"]]
    missed = [row["id"] for row in wanted if not PREFILTER.passes(f"{row.get('title') or ''}\n{row['text']}".encode())]
    assert missed == []


@given(seed=st.integers(0, 10**6), lang=st.sampled_from(["ar", "en"]), way=st.sampled_from(sorted(WAYS)))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_every_made_up_report_passes(seed: int, lang: Lang, way: str) -> None:
    report = generate(seed, lang)
    assert PREFILTER.passes(WAYS[way](f"{report['title'] or ''}\n{report['text']}"))


@pytest.mark.parametrize(
    "text",
    [
        "قتل ثلاثة من داعِش",
        "قتل ثلاثة من داعـــش",
        "قتل ثلاثة من داعـ ـش",
        "قتل ثلاثة من د*ا*ع*ش",
        "قتل ثلاثة من د.ا.ع.ش",
        "قتل ثلاثة من د ا ع ش",
        "قتل ثلاثة من ﺩﺍﻋﺶ",
        "قتل ثلاثة من دا\u200bعش",
        "قتل ثلاثة من <b>دا</b>عش",
        "قالت القيادةُ المركزيّة الأميركية",
        "قالت القياده المركزيه الاميركيه",
        "قالت القيادة&nbsp;المركزية",
        "قالت <b>القيادة</b>\n <i>المركزية</i>",
        "تنظيم «الدولة الإسلامية»",
        "أعلنت قوّات سورية الديمقراطيّة",
        "three IS*IS members",
        "three I.S.I.S members",
        "three isis members",
        "the ISLAMIC  STATE group",
        "the Islamic&nbsp;State",
        "the <b>Islamic</b> State",
        'the "Syrian Democratic Forces"',
        "CENTCOM said",
        "the SDF said",
        "Coalition airstrikes",
    ],
)
def test_a_name_is_seen_however_it_is_set(text: str) -> None:
    assert PREFILTER.passes(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "the financial crisis of the year",
        "the coalition government and its leader",
        "قتل ثلاثة في حادث سير",
        "الدولة تدعم الإسكان",
        "عملية جراحية في المستشفى المركزي",
        "القيادة السياسية والإدارة المركزية",
    ],
)
def test_other_pages_do_not_pass(text: str) -> None:
    assert not any(PREFILTER.passes(written(text)) for written in WAYS.values())


@given(st.binary(max_size=600))
@settings(deadline=None, derandomize=True)
def test_any_bytes_are_decided_on(body: bytes) -> None:
    assert PREFILTER.passes(body) in (True, False)


def test_many_at_once_are_decided_on_alike() -> None:
    bodies = [b"", "داعش".encode(), b"weather"]
    assert PREFILTER.passing(bodies) == [False, True, False]


def test_a_pickled_one_decides_alike() -> None:
    again = pickle.loads(pickle.dumps(PREFILTER))
    assert again.passing(["داعش".encode(), b"weather"]) == [True, False]


def test_a_new_name_in_the_lexicon_is_looked_for() -> None:
    """What is looked for is drawn from the lexicon as it is, not from a copy."""
    program = """
import hasila.lexicon.names as names
listed = names._listed
def more(file, kind, entities):
    yield from listed(file, kind, entities)
    if kind == "actor":
        for form, lang in (("الزنبقة السوداء", "ar"), ("Black Lily Front", "en")):
            yield form, names.Name("ISIS", kind, "name", lang, False, False, entities["ISIS"])
names._listed = more
from hasila.bulk.prefilter import Prefilter
print(Prefilter.from_lexicon().passing(["قتلت الزنبقة السوداء".encode(), b"the Black Lily Front"]))
"""
    bodies = ["قتلت الزنبقة السوداء".encode(), b"the Black Lily Front"]
    assert PREFILTER.passing(bodies) == [False, False]
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[True, True]"

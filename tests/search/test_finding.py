"""Searching ledgers, in SQLite and in PostgreSQL."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hasila.ledger import Decision, Ledger, open_ledger
from hasila.model import Document, Reading
from hasila.reading import read
from hasila.search import Filters, SearchIndex, find, parse
from hasila.search.plain import found_object
from tests.search.conftest import Searched

RAQQA = ("الرقة", "بالرقة", "والرقة", "للرقة", "وبالرقّة", "الرقـــة", "الرَّقَّة", "الرقه")
KILLED = ("قتل", "قُتِلَ", "وقُتل", "فقتل", "قـتـل")


def documents(*texts: str) -> list[Document]:
    return [Document(f"d{number}", text) for number, text in enumerate(texts)]


def ids(ledger: Ledger, typed: str, filters: Filters | None = None) -> set[str]:
    return {hit.document.id for hit in find(ledger, parse(typed), filters).hits}


def test_a_word_is_found_however_it_is_set(searched: Searched) -> None:
    ledger = searched(documents(*(f"اشتباك {word} أمس" for word in RAQQA), "اشتباك في حلب أمس"))
    assert ids(ledger, "الرقة") == ids(ledger, "الرَّقه") == {f"d{number}" for number in range(len(RAQQA))}


def test_marks_make_no_difference(searched: Searched) -> None:
    ledger = searched(documents(*(f"البيان {word} ٣٨ عنصرا" for word in KILLED), "اعتقل 39 عنصرا"))
    wanted = {f"d{number}" for number in range(len(KILLED))}
    assert ids(ledger, "قتل") == ids(ledger, "قُتِلَ 38") == ids(ledger, "قتل ٣٨") == wanted


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Raqqa", "قتل عنصران في مدينة الرقة"),
        ("الرقة", "Two members were killed in Raqqa"),
        ("SDF", "قالت قسد إنها اعتقلت عنصرين"),
        ("قسد", "The Syrian Democratic Forces detained two members"),
        ("Deir ez-Zor", "قتل عنصران في دير الزور"),
        ("كوريلا", "Gen. Michael Erik Kurilla said two members were killed"),
        ("Kurilla", "قال الجنرال مايكل كوريلا إن عنصرين قتلا"),
    ],
)
def test_a_name_is_found_in_both_scripts(searched: Searched, typed: str, text: str) -> None:
    ledger = searched(documents(text, "Nothing of that kind. لا شيء من ذلك"))
    assert ids(ledger, typed) == {"d0"}


def test_number_and_tense_of_english_make_no_difference(searched: Searched) -> None:
    ledger = searched(documents("Two raids killed five operatives", "One raid, killing one", "Operations went on"))
    assert ids(ledger, "raid kill") == ids(ledger, "raids killed") == {"d0", "d1"}
    assert ids(ledger, "operation") == {"d2"}


def test_quoted_words_stand_together(searched: Searched) -> None:
    ledger = searched(documents("وللقيادة المركزية بيان", "القيادة العامة المركزية", "المركزية القيادة"))
    assert ids(ledger, '"القيادة المركزية"') == ids(ledger, "«القيادة المركزية»") == {"d0"}


def test_a_star_leaves_the_end_open(searched: Searched) -> None:
    ledger = searched(documents("نفذت عملية", "نفذت عمليتين", "نفذت غارة"))
    assert ids(ledger, "عملي*") == {"d0", "d1"}


def test_filters_narrow_it_down(searched: Searched) -> None:
    one = Document("one", "Two members killed in Raqqa", published=date(2023, 5, 1), outlet="Gulf Desk")
    other = Document("other", "قتل عنصران في كركوك", published=date(2023, 6, 1), outlet="وكالة بابل")
    undated = Document("undated", "قسد: قتل عنصران")
    ledger = searched([one, other, undated])
    assert ids(ledger, "", Filters(lang="en")) == {"one"}
    assert ids(ledger, "", Filters(outlet="وكالة بابل")) == {"other"}
    assert ids(ledger, "", Filters(since=date(2023, 5, 1), until=date(2023, 5, 31))) == {"one"}
    assert ids(ledger, "", Filters(until=date(2023, 6, 1))) == {"one", "other"}
    assert ids(ledger, "", Filters(place="العراق")) == {"other"}
    assert ids(ledger, "killed", Filters(place="سوريا")) == {"one"}
    assert ids(ledger, "قتل", Filters(actor="SDF")) == {"undated"}


def test_the_headline_counts_more_than_the_text(searched: Searched) -> None:
    body = "أعلن البيان أن قوة مشتركة نفذت عملية في حمرين"
    ledger = searched([Document("text", body, title="بيان"), Document("title", "أعلن البيان تفاصيل", title="حمرين")])
    assert [hit.document.id for hit in find(ledger, parse("حمرين")).hits] == ["title", "text"]


def test_ten_are_on_a_page(searched: Searched) -> None:
    ledger = searched(documents(*(f"raid number {number} took place" for number in range(23))))
    pages = [find(ledger, parse("raid"), page=page) for page in (1, 2, 3, 4)]
    assert [(one.total, one.pages, len(one.hits)) for one in pages] == [
        (23, 3, 10),
        (23, 3, 10),
        (23, 3, 3),
        (23, 3, 0),
    ]
    assert len({hit.key for page in pages for hit in page.hits}) == 23


def test_what_is_found_stands_in_the_text_as_it_is(searched: Searched) -> None:
    text = f"{'قال البيان إن الوضع هادئ. ' * 30}وقُتِـل عنصران بالرّقّة، {'ولا شيء بعد ذلك. ' * 30}"
    ledger = searched(documents(text))
    (held,) = found_object(find(ledger, parse("Raqqa قتل")), 0)["documents"]
    assert [one["text"] for one in held["found"]] == ["وقُتِـل", "بالرّقّة"]
    assert all(text[one["start"] : one["end"]] == one["text"] for one in held["found"])
    assert text[held["snippet"]["start"] : held["snippet"]["end"]] == held["snippet"]["text"]


def test_what_is_added_later_is_found_after_it(searched: Searched, url: str) -> None:
    ledger = searched(documents("raid one"))
    with open_ledger(url) as other:
        other.add(read(Document("later", "raid two")))
    index = SearchIndex(ledger)
    assert (index.missing(), ids(ledger, "raid")) == (1, {"d0"})
    assert index.bring_up()
    assert (index.missing(), ids(ledger, "raid")) == (0, {"d0", "later"})


def test_what_was_read_again_is_taken_in_anew(searched: Searched) -> None:
    ledger = searched(documents("قسد قتلت عنصرين", "raid"))
    (held,) = ledger.documents(keys=[find(ledger, parse("قسد")).hits[0].key])
    ledger.add_readings({held.seq: held.reading}, engine="another")
    index = SearchIndex(ledger)
    assert index.missing() == 2
    assert index.bring_up()
    assert (index.missing(), ids(ledger, "قسد")) == (0, {"d0"})


def test_a_withdrawn_report_says_so(searched: Searched) -> None:
    ledger = searched(documents("raid one"))
    (hit,) = find(ledger, parse("raid")).hits
    ledger.decide(Decision(target=hit.key, action="withdraw", who="Rana", why="no report"))
    assert find(ledger, parse("raid")).hits[0].withdrawn


def test_the_chain_knows_nothing_of_it(searched: Searched) -> None:
    ledger = searched(documents("raid one"))
    assert ledger.audit().ok


def test_a_ledger_without_an_index_finds_nothing(url: str) -> None:
    with open_ledger(url) as ledger:
        ledger.add(read(Document("one", "raid")))
        assert find(ledger, parse("raid")).total == 0


HOSTILE = (
    *(
        '"',
        "'",
        '"""',
        "«",
        "(",
        "NEAR(a b)",
        "a AND OR NOT",
        "title:raid",
        "{title}: raid",
        "raid*",
        "*",
        "^raid",
        "-raid",
    ),
    *(
        "a" * 100_000,
        "raid " * 5000,
        "ـــ",
        "\u064b\u064c",
        "\0",
        "\ud800",
        "'; DROP TABLE documents; --",
        "& | ! <->",
        ":*",
    ),
    *("\u202eraid\u202c", "١٢٣", "%", "\\", "0ac", '"raid" *', "raid:*", "''", "‏‏", "😀 raid"),
)


def test_nothing_that_can_be_typed_is_an_error(searched: Searched) -> None:
    ledger = searched(documents("raid one", "غارة"))
    for typed in HOSTILE:
        for filters in (None, Filters(actor=typed, place=typed, outlet=typed)):
            find(ledger, parse(typed), filters)
    assert ids(ledger, "raid") == {"d0"}


def test_no_text_is_an_error(searched: Searched) -> None:
    ledger = searched(documents("raid one"))

    @settings(max_examples=60, deadline=None)
    @given(st.text(max_size=60))
    def holds(typed: str) -> None:
        find(ledger, parse(typed))

    holds()


def test_a_report_may_hold_anything(searched: Searched) -> None:
    strange = Document("strange", "raid \0 \ud800 ' \" \\ 😀 " + "x" * 5000, title="'a' & \ud800", outlet="\ud800'\0")
    vast = Document("vast", " ".join(f"كلمة{number}ث" for number in range(60_000)))
    ledger = searched([strange])
    ledger.add(Reading(vast, "ar", False, ()))
    assert SearchIndex(ledger).bring_up()
    assert ids(ledger, "raid") == {"strange"}
    assert ids(ledger, "كلمة17ث") == {"vast"}

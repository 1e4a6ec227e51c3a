"""Reviewing on the page, as people do it: by keys, with the words in sight, one after the other and two at once."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from hasila.accounts import Role
from hasila.ledger import open_ledger
from hasila.ledger.judgements import ruling_of
from hasila.model import Document
from hasila.reading import read
from hasila.tally.publishing import publish
from tests.web.browsing import NARROW, WIDE, opened
from tests.web.people import NAMES, PASSWORD, add_people, csrf_in, signed_in
from tests.web.server import serving

ARABIC = (
    "أعلنت القيادة المركزية الأميركية أن قواتها نفذت مع شركائها 27 عملية ضد تنظيم داعش في العراق وسوريا "
    "خلال شهر حزيران 2023، أدت إلى مقتل خمسة عناصر واعتقال ١٩ آخرين.\r\n\r\n"
    "ومن بينها تسع عمليات في سوريا مع «قسد» 😀 انتهت بمقتل عنصرين."
)


@pytest.fixture(scope="module")
def prepared(ledger: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The example reports and one more, with people, tallied once."""
    made = str(tmp_path_factory.mktemp("review") / "ledger.db")
    copied(ledger, made)
    add_people(made)
    with open_ledger(made) as held:
        held.add(read(Document("arabic", ARABIC, outlet="وكالة الرافدين")))
        publish(held)
    return made


@pytest.fixture
def path(prepared: str, tmp_path: Path) -> str:
    """A ledger of our own."""
    made = str(tmp_path / "ledger.db")
    copied(prepared, made)
    return made


def copied(one: str, other: str) -> None:
    with closing(sqlite3.connect(one)) as held, closing(sqlite3.connect(other)) as copy:
        held.backup(copy)


@pytest.fixture
def where(path: str) -> Iterator[str]:
    with serving(path) as address:
        yield address


@contextmanager
def seated(browser: Browser, where: str, role: Role, width: int = WIDE) -> Iterator[tuple[Page, list[str]]]:
    """A browser in which a person of a role signed in."""
    with opened(browser, width) as (page, faults):
        page.goto(f"{where}/en/sign-in")
        page.fill("[name=name]", NAMES[role])
        page.fill("[name=password]", PASSWORD)
        page.click("main button[type=submit]")
        yield page, faults


def key_of(path: str, id: str) -> str:
    with open_ledger(path) as held:
        return next(one.key for one in held.documents() if one.reading.document.id == id)


def press(page: Page, key: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


def begin(page: Page, where: str, lang: str = "en", query: str = "") -> None:
    page.goto(f"{where}/{lang}/review{query}")
    with page.expect_navigation():
        page.click("a.main")


def decisions(path: str) -> list[tuple[str, str]]:
    with open_ledger(path) as held:
        return [(one.who, one.action) for one in held.decisions()]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_ten_figures_are_reviewed_by_keyboard_only(browser: Browser, where: str, path: str, lang: str) -> None:
    with seated(browser, where, "reviewer") as (page, faults):
        page.goto(f"{where}/{lang}/review")
        press(page, "j")
        seen = set()
        for key in "aruaaaarau":
            seen.add(page.url.partition("?")[0])
            press(page, key)
        assert len(seen) == 10
        assert faults == []
    said = {"a": "accept", "r": "reject", "u": "unsure"}
    assert decisions(path) == [(NAMES["reviewer"], said[key]) for key in "aruaaaarau"]


def test_an_arabic_keyboard_has_the_same_keys(browser: Browser, where: str, path: str) -> None:
    with seated(browser, where, "reviewer") as (page, _):
        begin(page, where, "ar")
        with page.expect_navigation():
            page.evaluate(
                "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ق', code: 'KeyR', bubbles: true}))"
            )
    assert decisions(path) == [(NAMES["reviewer"], "reject")]


def test_one_goes_on_and_back_without_deciding(browser: Browser, where: str, path: str) -> None:
    with seated(browser, where, "reviewer") as (page, _):
        begin(page, where, "ar")
        first = page.url
        press(page, "j")
        second = page.url
        press(page, "ArrowLeft")
        assert len({first, second, page.url}) == 3
        press(page, "ArrowRight")
        press(page, "k")
        assert page.url == first
    assert decisions(path) == []


def test_keys_do_nothing_in_fields_and_can_be_switched_off(browser: Browser, where: str, path: str) -> None:
    with seated(browser, where, "reviewer") as (page, _):
        begin(page, where)
        page.keyboard.press("w")
        page.keyboard.type("are aura")
        assert page.input_value("#why") == "are aura"
        page.uncheck("#keys-on")
        page.reload()
        assert not page.is_checked("#keys-on")
        page.keyboard.press("a")
        assert not page.locator("kbd").first.is_visible()
        page.check("#keys-on")
        page.locator("h1").click()
        press(page, "a")
    assert decisions(path) == [(NAMES["reviewer"], "accept")]


def numbers(where: str) -> str:
    """What the tally says, without what says who asks."""
    return re.sub(r"\s+", " ", httpx.get(f"{where}/en/tally?by=all").text.partition("<main")[2])


def test_a_correction_is_at_once_in_the_tally_and_an_undo_takes_it_back(
    browser: Browser, where: str, path: str
) -> None:
    before, key = numbers(where), key_of(path, "arabic")
    with seated(browser, where, "reviewer") as (page, faults):
        page.goto(f"{where}/en/review/{key}/0")
        assert page.locator(".history").count() == 0
        page.keyboard.press("c")
        page.fill("#slot-value", "777")
        page.fill("#why", "the statement says so")
        with page.expect_navigation():
            page.click("text=What would change?")
        assert "777" in (page.text_content("#effects") or "")
        assert decisions(path) == []
        with page.expect_navigation():
            page.click("text=Save the correction")
        assert "777" in numbers(where)
        press(page, "z")
        assert f"{key}/0" in page.url
        assert numbers(where) == before
        assert faults == []
    with open_ledger(path) as held:
        assert next((one.action, one.field, one.value) for one in held.decisions()) == ("correct", "value", "777")
        assert publish(held).rows
        assert held.audit().ok


def test_the_history_is_shown_to_who_decided_and_not_before(browser: Browser, where: str, path: str) -> None:
    key = key_of(path, "arabic")
    with seated(browser, where, "reviewer") as (rana, _), seated(browser, where, "editor") as (edgar, _):
        rana.goto(f"{where}/en/review/{key}/0")
        rana.fill("#why", "<b>as the statement says</b>")
        rana.click("button[value=accept]")
        edgar.goto(f"{where}/en/review/{key}/0")
        assert "as the statement says" not in edgar.content()
        edgar.click("button[value=reject]")
        edgar.goto(f"{where}/en/review/{key}/0")
        told = edgar.locator(".history li").all_text_contents()
        assert len(told) == 2
        assert "<b>as the statement says</b>" in told[0]


def test_two_differ_and_an_editor_settles_it(browser: Browser, where: str, path: str) -> None:
    key = key_of(path, "arabic")
    target = f"{where}/en/review/{key}/0"
    with seated(browser, where, "reviewer") as (rana, _), seated(browser, where, "editor") as (edgar, faults):
        rana.goto(target)
        rana.keyboard.press("c")
        rana.fill("#slot-value", "28")
        rana.click("text=Save the correction")
        edgar.goto(target)
        edgar.click("button[value=accept]")
        with open_ledger(path) as held:
            assert ruling_of(list(held.decisions())).differ
        rana.goto(f"{where}/en/review/differences")
        assert rana.locator(".judgements li").count() == 2
        assert rana.locator(".judgements form").count() == 0
        edgar.goto(f"{where}/ar/review/differences")
        edgar.locator(".judgements li", has_text=NAMES["reviewer"]).locator("input[name=why]").fill("هذا هو الصحيح")
        with edgar.expect_navigation():
            edgar.locator(".judgements li", has_text=NAMES["reviewer"]).locator("button").click()
        assert edgar.locator(".difference").count() == 0
        assert ">28<" in numbers(where)
        edgar.goto(f"{where}/en/review")
        assert edgar.locator("table.agreement tbody tr").count() == 1
        assert faults == []
    with open_ledger(path) as held:
        ruling = ruling_of(list(held.decisions()))
        assert ruling.stands is not None
        assert (ruling.differ, ruling.stands.fields) == (False, (("value", "28"),))


SELECT = """([from, to]) => {
  const text = document.querySelector('.text');
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  for (let node = walker.nextNode(); node; at += node.data.length, node = walker.nextNode()) {
    if (from >= at && from <= at + node.data.length) range.setStart(node, from - at);
    if (to >= at && to <= at + node.data.length) { range.setEnd(node, to - at); break; }
  }
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.setBaseAndExtent(range.endContainer, range.endOffset, range.startContainer, range.startOffset);
}"""


@pytest.mark.parametrize(
    "words",
    ["مقتل خمسة عناصر واعتقال ١٩", "2023، أدت إلى مقتل خمسة", "تسع عمليات في سوريا", "«قسد» 😀 انتهت بمقتل عنصرين"],
)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_words_selected_across_marks_and_directions_are_those_of_the_text(
    browser: Browser, where: str, path: str, words: str, lang: str
) -> None:
    key = key_of(path, "arabic")
    before = ARABIC[: ARABIC.index(words)]
    units = [len(part.encode("utf-16-le")) // 2 for part in (before, before + words)]
    with seated(browser, where, "reviewer") as (page, faults):
        page.goto(f"{where}/{lang}/review/{key}/1")
        assert page.evaluate("document.querySelector('.text').textContent") == ARABIC
        page.evaluate(SELECT, units)
        page.keyboard.press("s")
        assert page.input_value("#slot-span") == f"{len(before)}-{len(before) + len(words)}"
        assert page.text_content(".quoted q") == words
        with page.expect_navigation():
            page.click("button[value=correct].main")
        assert faults == []
    with open_ledger(path) as held:
        (row,) = held.decisions()
        assert row.value == f"{len(before)}-{len(before) + len(words)} {words}"


def test_a_selection_by_the_mouse_is_taken(browser: Browser, where: str, path: str) -> None:
    key = key_of(path, "arabic")
    with seated(browser, where, "reviewer") as (page, _):
        page.goto(f"{where}/ar/review/{key}/0")
        box = page.locator(".mark.under").first.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2)
        page.mouse.up()
        page.keyboard.press("c")
        page.click("#take-selection")
        start, end = map(int, page.input_value("#slot-span").split("-"))
        assert ARABIC[start:end] in "27 عملية"


def test_a_value_that_cannot_be_is_told_and_nothing_is_kept(browser: Browser, where: str, path: str) -> None:
    key = key_of(path, "arabic")
    with seated(browser, where, "reviewer") as (page, _):
        page.goto(f"{where}/ar/review/{key}/0")
        page.keyboard.press("c")
        page.fill("#slot-value", "many")
        with page.expect_navigation():
            page.click("button[value=correct].main")
        assert "ليست 'many' عدداً" in (page.text_content("[role=alert]") or "")
        assert page.input_value("#slot-value") == "many"
    assert decisions(path) == []


def test_a_viewer_is_refused(where: str, path: str) -> None:
    target = f"/en/review/{key_of(path, 'arabic')}/0"
    with signed_in(where, "viewer") as client:
        for asked in ("/en/review", "/en/review/differences", target):
            assert client.get(asked).status_code == 403
        answer = client.post(target, data={"action": "accept", "csrf": csrf_in(client)})
        assert answer.status_code == 403
    with httpx.Client(base_url=where) as nobody:
        assert nobody.get("/en/review").status_code in (303, 302, 401)
    assert decisions(path) == []


def test_without_a_script_and_with_a_foreign_form(where: str, path: str) -> None:
    target = f"/en/review/{key_of(path, 'arabic')}/0"
    with signed_in(where, "reviewer") as client:
        assert client.post(target, data={"action": "accept"}).status_code == 403
        assert client.post(target, data={"action": "accept", "csrf": csrf_in(client)}).status_code == 303
        assert client.post(target, data={"action": "withdraw", "csrf": csrf_in(client)}).status_code == 422
        settling = client.post(f"{target}/settle", data={"whose": NAMES["reviewer"], "csrf": csrf_in(client)})
        assert settling.status_code == 403
    assert decisions(path) == [(NAMES["reviewer"], "accept")]


@pytest.mark.parametrize("asked", ["review/nothing/0", "review/{key}/99", "review/{key}/-1", "review?looked=x"])
def test_what_is_not_there(where: str, path: str, asked: str) -> None:
    with signed_in(where, "reviewer") as client:
        assert client.get(f"/en/{asked.format(key=key_of(path, 'arabic'))}").status_code in (404, 422)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_pages_fit_and_stand_in_nobodys_way(browser: Browser, where: str, path: str, lang: str, width: int) -> None:
    key = key_of(path, "arabic")
    with (
        seated(browser, where, "editor", width) as (editor, _),
        seated(browser, where, "reviewer", width) as (page, faults),
    ):
        for person, action in ((editor, "accept"), (page, "reject")):
            person.goto(f"{where}/{lang}/review/{key}/0")
            person.click(f"button[value={action}]")
        for asked in ("review", "review?looked=all", f"review/{key}/0", f"review/{key}/2", "review/differences"):
            page.goto(f"{where}/{lang}/{asked}")
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), asked
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), asked
        assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, where: str, path: str, scheme: str) -> None:
    key = key_of(path, "arabic")
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{where}/ar/sign-in")
    page.fill("[name=name]", NAMES["editor"])
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    for asked in ("review", f"review/{key}/0", "review/differences"):
        page.goto(f"{where}/ar/{asked}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
    context.close()


def test_the_history_stands_on_the_page_of_the_document(where: str, path: str) -> None:
    key = key_of(path, "arabic")
    with signed_in(where, "editor") as editor, signed_in(where, "reviewer") as reviewer:
        judged = {"action": "reject", "why": "<i>another month</i>", "csrf": csrf_in(editor)}
        assert editor.post(f"/en/review/{key}/0", data=judged).status_code == 303
        page = f"/en/documents/{key}"
        assert "&lt;i&gt;another month&lt;/i&gt;" in httpx.get(f"{where}{page}").text
        hidden = reviewer.get(page).text
        assert "another month" not in hidden
        assert "1 decision about a figure that you have not judged" in hidden
        reviewer.post(f"/en/review/{key}/0", data={"action": "accept", "csrf": csrf_in(reviewer)})
        assert "another month" in reviewer.get(page).text

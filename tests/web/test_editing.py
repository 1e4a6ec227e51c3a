"""Editors add the report that they read, and take documents out of the tally and put them back."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from hasila.codec import line, plain_document
from hasila.ledger import Held, open_ledger
from hasila.model import Document
from tests.web.browsing import NARROW, WIDE, opened, read
from tests.web.people import NAMES, PASSWORD, add_people, csrf_in, signed_in
from tests.web.server import serving

HOSTILE = '"><script>document.title="2"</script>'


@pytest.fixture
def path(tmp_path: Path) -> str:
    made = str(tmp_path / "people.db")
    add_people(made)
    return made


@pytest.fixture
def where(path: str) -> Iterator[str]:
    with serving(path) as address:
        yield address


def held_in(path: str) -> list[Held]:
    with open_ledger(path) as ledger:
        return list(ledger.documents())


def sign_in(page: Page, address: str, lang: str, name: str = NAMES["editor"]) -> None:
    page.goto(f"{address}/{lang}/read")
    page.click("header a[href*='sign-in']")
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.click("button.main")
    page.wait_for_selector(".who")


def sent(report: str) -> dict[str, str]:
    return {"document": line(plain_document(Document("one", report))), "name": "one"}


@pytest.mark.parametrize(
    ("lang", "width", "added", "known"),
    [
        ("ar", NARROW, "أُضيف الخبر إلى السجل", "هذا الخبر موجود في السجل من قبل"),
        ("en", WIDE, "The report is in the ledger now", "This report was in the ledger before"),
    ],
)
def test_the_report_that_is_shown_is_added_and_counts_at_once(
    browser: Browser, where: str, path: str, report: str, lang: str, width: int, added: str, known: str
) -> None:
    whole = f"{report}\n\nسطر آخر."
    with opened(browser, width) as (page, faults):
        sign_in(page, where, lang)
        for told in (added, known):
            read(page, where, lang, whole)
            page.fill("#outlet-1", f"وكالة {HOSTILE}")
            page.fill("#url-1", "https://example.org/1")
            page.click(".edit button.main")
            page.wait_for_url("**/documents/**")
            assert told in (page.text_content("[role=status]") or "")
        page.goto(f"{where}/{lang}/tally")
        assert page.locator(".window").count() > 0
        assert faults == []
    (held,) = held_in(path)
    document = held.reading.document
    assert (document.text, document.outlet, document.url) == (whole, f"وكالة {HOSTILE}", "https://example.org/1")
    assert re.fullmatch("report-[0-9a-f]{8}", document.id)


def test_a_document_is_withdrawn_and_restored_with_a_reason(
    browser: Browser, where: str, path: str, report: str
) -> None:
    with signed_in(where, "editor") as client:
        answer = client.post("/en/documents", data={**sent(report), "csrf": csrf_in(client)})
    with opened(browser) as (page, faults):
        sign_in(page, where, "en")
        for button, reason in (("Withdraw", f"a test page {HOSTILE}"), ("Restore", "it was none")):
            page.goto(where + answer.headers["location"])
            page.fill("#why", reason)
            page.click(f".edit button:text-is('{button}')")
            page.wait_for_url(f"**?done={button.lower()}")
            assert held_in(path)[0].withdrawn is (button == "Withdraw")
        assert faults == []
    with open_ledger(path) as ledger:
        decided = [(one.action, one.who, one.why) for one in ledger.decided()]
    assert decided == [("withdraw", "Edgar", f"a test page {HOSTILE}"), ("restore", "Edgar", "it was none")]


def test_a_decision_that_says_no_reason_is_refused(where: str, report: str) -> None:
    with signed_in(where, "editor") as client:
        csrf = csrf_in(client)
        location = client.post("/en/documents", data={**sent(report), "csrf": csrf}).headers["location"]
        refused = client.post(f"{location.partition('?')[0]}/withdraw", data={"csrf": csrf, "why": " "})
        assert refused.status_code == 422
        assert client.post("/en/documents/none/withdraw", data={"csrf": csrf, "why": "so"}).status_code == 404


def test_who_is_not_signed_in_is_sent_to_sign_in_and_adds_nothing(where: str, path: str, report: str) -> None:
    answer = httpx.post(f"{where}/ar/documents", data=sent(report))
    assert (answer.status_code, answer.headers["location"]) == (303, "/ar/sign-in")
    assert held_in(path) == []


@pytest.mark.parametrize("role", ["viewer", "reviewer"])
def test_only_editors_add(where: str, path: str, report: str, role: str) -> None:
    with signed_in(where, role) as client:  # type: ignore[arg-type]
        assert 'name="document"' not in client.post("/en/read", data={"text": report}).text
        answer = client.post("/en/documents", data={**sent(report), "csrf": csrf_in(client)})
        assert (answer.status_code, "your role is not enough" in answer.text) == (403, True)
    assert held_in(path) == []


def test_a_form_that_is_not_ours_adds_nothing(where: str, path: str, report: str) -> None:
    with signed_in(where, "editor") as client, signed_in(where, "editor") as other:
        good = {**sent(report), "csrf": csrf_in(client)}
        strange = {**good, "csrf": csrf_in(other)}
        tries: list[tuple[dict[str, str], dict[str, str]]] = [
            (sent(report), {}),
            ({**good, "csrf": ""}, {}),
            ({**good, "csrf": "0" * 64}, {}),
            (strange, {}),
            (good, {"origin": "https://evil.example"}),
            (good, {"origin": "null"}),
            (good, {"sec-fetch-site": "same-site"}),
            (good, {"sec-fetch-site": "cross-site", "origin": where}),
        ]
        assert [client.post("/en/documents", data=data, headers=more).status_code for data, more in tries] == [403] * 8
        assert held_in(path) == []
        ours = {"origin": where, "sec-fetch-site": "same-origin"}
        assert client.post("/en/documents", data=good, headers=ours).status_code == 303


@pytest.mark.parametrize("carried", ["", "{}", "[1]", "not json", '{"id": "a", "text": 5}', '{"id": "a", "text": " "}'])
def test_what_is_no_report_is_refused(where: str, path: str, carried: str) -> None:
    with signed_in(where, "editor") as client:
        answer = client.post("/en/documents", data={"document": carried, "csrf": csrf_in(client)})
        assert answer.status_code == 422
    assert held_in(path) == []


def test_each_report_of_a_file_is_added_as_it_came(where: str, path: str, report: str) -> None:
    lines = [{"id": "a", "text": f"{report}\r\n", "outlet": "الفرات", "desk": 7}, {"id": "b", "text": "killed 5"}]
    data = "\n".join(json.dumps(one) for one in lines).encode()
    with signed_in(where, "editor") as client:
        csrf = csrf_in(client)
        shown = client.post("/en/read", files={"file": ("two.jsonl", data)}).text
        for carried in re.findall('name="document" value="([^"]*)"', shown):
            form = {"document": html.unescape(carried), "outlet": "الفرات", "csrf": csrf}
            assert client.post("/en/documents", data=form).status_code == 303
    documents = [held.reading.document for held in held_in(path)]
    assert [one.id for one in documents] == ["a", "b"]
    assert (documents[0].text, documents[0].outlet, documents[0].extra["desk"]) == (f"{report}\r\n", "الفرات", 7)


def test_where_nobody_has_an_account_nothing_can_be_added(address: str, report: str) -> None:
    assert 'name="document"' not in httpx.post(f"{address}/en/read", data={"text": report}).text
    assert httpx.post(f"{address}/en/documents", data=sent(report)).status_code in (303, 403)
    assert httpx.post(f"{address}/api/v1/documents", json={"text": report}).status_code == 401

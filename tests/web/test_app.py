"""What the server answers, without a browser."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date

import httpx
import pytest

from hasila.export.jsonl import as_object
from hasila.model import Document
from hasila.reading import read
from tests.web.server import serving


def test_the_interface_gives_the_object_of_the_command_line(address: str, report: str) -> None:
    answer = httpx.post(f"{address}/api/v1/read", json={"text": report, "id": "one", "published": "2024-04-03"})
    wanted = as_object(read(Document("one", report, published=date(2024, 4, 3))))
    assert answer.json() == json.loads(json.dumps(wanted))


def test_the_tally_is_that_of_the_command_line(address: str, ledger: str) -> None:
    command = [sys.executable, "-m", "hasila", "tally", "--ledger", ledger, "--by", "month", "--format", "json"]
    said = subprocess.run(command, capture_output=True, check=True).stdout
    answer = httpx.get(f"{address}/api/v1/tally", params={"by": "month", "limit": 1000})
    assert answer.json() == json.loads(said)
    assert "link" not in answer.headers


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_brief_is_that_of_the_command_line(address: str, ledger: str, lang: str) -> None:
    command = [
        sys.executable,
        "-m",
        "hasila",
        "brief",
        "2023-05",
        "--lang",
        lang,
        "--ledger",
        ledger,
        "--format",
        "html",
    ]
    said = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    shown = httpx.get(f"{address}/{lang}/brief", params={"period": "2023-05"}).text
    assert paragraphs(shown) == paragraphs(said) != []


def paragraphs(page: str) -> list[str]:
    """The paragraphs of a brief, as words."""
    article = page[page.index("<article") :].partition("<ol>")[0]
    return [re.sub("<[^>]*>", "", one) for one in re.findall("<p[^>]*>(.*?)</p>", article, re.DOTALL)]


def test_a_period_that_is_none_is_an_error_of_the_asker(address: str) -> None:
    assert httpx.get(f"{address}/ar/brief", params={"period": "soon"}).status_code == 400


def test_the_newest_windows_stand_first(address: str) -> None:
    shown = httpx.get(f"{address}/en/tally", params={"by": "all"}).text
    headings = re.findall(r"<h2>.*?(\d{4})</bdi></h2>", shown)
    assert headings == sorted(headings, reverse=True) != []


def test_what_is_not_there_is_told_as_a_problem(address: str) -> None:
    answer = httpx.get(f"{address}/api/v1/documents/none")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["detail"] == "there is no such document in the ledger"


@pytest.mark.parametrize(("lang", "words"), [("ar", "لا شيء هنا"), ("en", "There is nothing here")])
def test_people_are_told_on_a_page(address: str, lang: str, words: str) -> None:
    answer = httpx.get(f"{address}/{lang}/documents/none")
    assert answer.status_code == 404
    assert words in answer.text


def test_a_policy_that_is_not_there_is_an_error_of_the_asker(address: str) -> None:
    assert httpx.get(f"{address}/api/v1/tally", params={"policy": "mine"}).status_code == 400


def test_a_day_that_is_none_is_refused(address: str) -> None:
    assert httpx.post(f"{address}/en/read", data={"text": "x", "published": "soon"}).status_code == 422


def test_another_host_is_refused(address: str) -> None:
    assert httpx.get(address, headers={"host": "evil.example"}).status_code == 400


def test_every_answer_forbids_what_is_not_ours(address: str) -> None:
    policy = httpx.get(f"{address}/ar/read").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(("asked", "lang"), [("ar-IQ,ar;q=0.9", "ar"), ("en-GB", "en"), ("fr", "ar")])
def test_the_first_page_is_in_the_language_that_the_browser_asks_for(address: str, asked: str, lang: str) -> None:
    assert httpx.get(address, headers={"accept-language": asked}).headers["location"] == f"/{lang}/overview"


def test_without_a_ledger_reports_are_read_all_the_same(report: str) -> None:
    with serving(None) as where:
        assert httpx.post(f"{where}/en/read", data={"text": report}).text.count('data-light="f') == 9
        assert httpx.get(f"{where}/en/tally").status_code == 404
        assert httpx.get(where, headers={"accept-language": "en"}).headers["location"] == "/en/read"


def test_the_interface_is_described(address: str) -> None:
    paths = httpx.get(f"{address}/api/v1/openapi.json").json()["paths"]
    assert {"/api/v1/read", "/api/v1/tally", "/api/v1/conflicts", "/api/v1/documents/{key}"} <= set(paths)

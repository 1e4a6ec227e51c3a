"""The interface for programs: parts of lists, what they are narrowed down to, JSON lines, ETags and problems."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from pydantic import BaseModel

from hasila.ledger import Decision, open_ledger
from hasila.web import create_app
from hasila.web.api import models
from tests.web.server import serving

LISTS: dict[str, tuple[str, type[BaseModel]]] = {
    "tally": ("rows", models.Tally),
    "conflicts": ("conflicts", models.Conflicts),
    "documents": ("documents", models.Documents),
    "figures": ("figures", models.Figures),
    "decisions": ("decisions", models.Decisions),
}


@pytest.fixture(scope="module")
def decided(ledger: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A copy of the ledger, with three decisions."""
    path = str(tmp_path_factory.mktemp("decided") / "ledger.db")
    shutil.copy(ledger, path)
    with open_ledger(path) as held:
        key = next(one.key for one in held.documents() if one.reading.figures)
        for action in ("accept", "unsure", "restore"):
            held.decide(Decision(target=f"{key[:12]}#0", action=action, who="salma", why="to see it"))
    return path


@pytest.fixture(scope="module")
def api(decided: str) -> Iterator[httpx.Client]:
    with serving(decided) as where, httpx.Client(base_url=f"{where}/api/v1/", timeout=60) as client:
        yield client


def within(app: FastAPI, method: str, path: str, **sent: Any) -> httpx.Response:
    """The answer of an application without a server around it."""

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
            return await client.request(method, path, **sent)

    with ThreadPoolExecutor(1) as apart:  # where a browser is open, this thread has a loop of its own
        return apart.submit(asyncio.run, asked()).result()


def parts(api: httpx.Client, path: str, **asked: Any) -> Iterator[dict[str, Any]]:
    answer = api.get(path, params=asked)
    while True:
        assert answer.status_code == 200, answer.text
        yield answer.json()
        if "next" not in answer.links:
            return
        answer = api.get(answer.url.join(answer.links["next"]["url"]))


def whole(api: httpx.Client, path: str, **asked: Any) -> list[Any]:
    return [one for part in parts(api, path, **asked) for one in part[LISTS[path][0]]]


@pytest.mark.parametrize("path", LISTS)
def test_parts_are_the_whole_and_no_part_is_too_large(api: httpx.Client, path: str) -> None:
    name, _ = LISTS[path]
    found = list(parts(api, path, limit=2))
    assert max(len(one[name]) for one in found) <= 2
    assert [one for part in found for one in part[name]] == whole(api, path, limit=100) != []


@pytest.mark.parametrize("path", LISTS)
def test_json_lines_are_the_same_objects(api: httpx.Client, path: str) -> None:
    answer = api.get(path, headers={"accept": "application/x-ndjson"})
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    assert [json.loads(one) for one in answer.text.splitlines()] == whole(api, path)
    assert api.get(path, params={"format": "jsonl"}).text == answer.text


@pytest.mark.parametrize("path", LISTS)
def test_answers_are_as_they_are_described(api: httpx.Client, path: str) -> None:
    _, model = LISTS[path]
    for part in parts(api, path):
        model.model_validate_json(json.dumps(part))


def test_every_list_is_described_with_an_example_and_its_problems(api: httpx.Client) -> None:
    described = api.get("openapi.json").json()["paths"]
    for path in LISTS:
        answers = described[f"/api/v1/{path}"]["get"]["responses"]
        assert "example" in answers["200"]["content"]["application/json"]
        assert {"200", "304", "400", "404", "422"} <= set(answers)
        assert "application/problem+json" in answers["422"]["content"]


def test_the_conflicts_are_those_of_the_command_line(api: httpx.Client, decided: str) -> None:
    command = [sys.executable, "-m", "hasila", "conflicts", "--ledger", decided, "--format", "json"]
    said = subprocess.run(command, capture_output=True, check=True).stdout
    assert whole(api, "conflicts") == json.loads(said)["conflicts"]


def test_a_document_has_its_text_and_its_words_stand_where_it_says(api: httpx.Client) -> None:
    key = next(one["key"] for one in whole(api, "documents") if one["figures"])
    found = api.get(f"documents/{key}").json()
    models.Document.model_validate_json(json.dumps(found))
    for figure in found["figures"]:
        words = figure["evidence"]
        assert found[words["field"]][words["start"] : words["end"]] == words["text"]


def test_lists_hold_texts_only_where_they_are_asked_for(api: httpx.Client) -> None:
    assert not any("text" in one for one in whole(api, "documents"))
    assert all(one["text"] for one in whole(api, "documents", texts=True))


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("figures", {"measure": "killed"}),
        ("figures", {"mode": "partnered"}),
        ("figures", {"place": "IQ"}),
        ("figures", {"period": "2023"}),
        ("figures", {"language": "en"}),
        ("documents", {"language": "ar"}),
        ("documents", {"published": "2023-06"}),
        ("documents", {"measure": "strikes"}),
        ("tally", {"state": "contested"}),
        ("tally", {"measure": "detained", "period": "2023"}),
        ("conflicts", {"measure": "detained"}),
        ("decisions", {"who": "salma"}),
    ],
)
def test_lists_are_narrowed_down(api: httpx.Client, path: str, asked: dict[str, str]) -> None:
    every, some = whole(api, path), whole(api, path, **asked)
    assert [one for one in every if one in some] == some
    assert some != []
    assert path == "decisions" or len(some) < len(every)
    for name in asked.keys() & {"measure", "mode", "state"}:
        assert path not in ("tally", "figures") or {one[name] for one in some} == {asked[name]}


@pytest.mark.parametrize("path", ["documents", "figures", "decisions"])
def test_what_came_in_since_is_asked_for(api: httpx.Client, path: str) -> None:
    assert whole(api, path, since="2001-01-01") == whole(api, path)
    assert whole(api, path, since="2999-01-01T00:00:00Z") == []


@pytest.mark.parametrize("path", [*LISTS, "tally?measure=killed", "documents?limit=1"])
def test_what_has_not_changed_is_not_sent_again(api: httpx.Client, path: str) -> None:
    tag = api.get(path).headers["etag"]
    again = api.get(path, headers={"if-none-match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert api.get(path, params={"policy": "ged"}, headers={"if-none-match": tag}).status_code == 200


def test_a_tag_is_of_what_was_asked_and_of_the_state_of_the_ledger(api: httpx.Client, decided: str) -> None:
    asked = [
        api.get("tally"),
        api.get("tally", params={"place": "IQ"}),
        api.get("tally", headers={"accept": "application/x-ndjson"}),
    ]
    tags = {one.headers["etag"] for one in asked}
    assert len(tags) == 3
    with open_ledger(decided) as held:
        key = next(one.key for one in held.documents() if one.reading.figures)
        held.decide(Decision(target=f"{key[:12]}#0", action="accept", who="salma", why="to see it change"))
    again = api.get("tally", headers={"if-none-match": ", ".join(tags)})
    assert again.status_code == 200
    assert again.headers["etag"] not in tags


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "nowhere", 404),
        ("GET", "documents/none", 404),
        ("DELETE", "tally", 405),
        ("GET", "tally?limit=0", 422),
        ("GET", "tally?by=week", 422),
        ("GET", "tally?policy=mine", 400),
        ("GET", "figures?period=soon", 400),
        ("GET", "figures?cursor=soon", 400),
        ("GET", "documents?cursor=WzFlOTldZZ", 400),
        ("GET", "tally?cursor=WyJ4IiwgInkiXQ", 400),
        ("POST", "read", 422),
    ],
)
def test_every_error_is_a_problem(api: httpx.Client, method: str, path: str, status: int) -> None:
    answer = api.request(method, path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    found = models.Problem.model_validate_json(answer.text)
    assert found.status == status
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_what_is_wrong_is_named_and_not_sent_back(api: httpx.Client) -> None:
    answer = api.post("read", json={"text": "<script>", "published": "<b>soon</b>"})
    assert [one["where"] for one in answer.json()["errors"]] == ["published"]
    assert "soon" not in answer.text


@pytest.mark.parametrize("announced", [True, False])
def test_too_much_is_refused(decided: str, announced: bool) -> None:
    async def streamed() -> AsyncIterator[bytes]:
        for _ in range(30):
            yield b"x" * (1 << 20)

    content = b"x" * (30 << 20) if announced else streamed()
    answer = within(create_app(decided, ("testserver",)), "POST", "/api/v1/read", content=content)
    assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/api/v1/fault", "/en/fault"])
def test_a_fault_of_ours_shows_nothing_of_the_inside(ledger: str, path: str) -> None:
    app = create_app(ledger, ("testserver",))

    @app.get(path)
    def fault() -> None:
        raise RuntimeError("the secret of the inside")

    answer = within(app, "GET", path)
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(("lang", "words"), [("ar", "لم ينجح"), ("en", "That didn't work")])
def test_people_are_told_of_a_wrong_address_on_a_page(address: str, lang: str, words: str) -> None:
    answer = httpx.get(f"{address}/{lang}/conflicts", params={"after": "soon"})
    assert answer.status_code == 400
    assert words in answer.text

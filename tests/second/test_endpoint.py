"""A server that misbehaves: what is asked again, what is given up, and what ends the run."""

import gzip
import json
from collections.abc import Iterator

import pytest

from hasila.second.endpoint import Endpoint, EndpointError, Settings, SpentError, UnansweredError
from hasila.second.spending import Prices, Purse, Usage
from tests.second import server
from tests.second.server import Model, completion, error, serving

ASKED = [{"role": "user", "content": "how many?"}]
WORDS = '{"figures": []}'
FOREVER = 1_000_000.0
"""A pause that no test waits for: it ends only where the server's own wait is kept to."""


@pytest.fixture
def model() -> Iterator[Model]:
    with serving(completion(WORDS)) as held:
        yield held


def endpoint(model: Model, purse: Purse | None = None, **options: object) -> Endpoint:
    settings = {"timeout": 20.0, "pause": 0.001, **options}
    return Endpoint(Settings(model.address, "small", **settings), purse)  # type: ignore[arg-type]


def test_an_answer_comes_with_its_tokens(model: Model) -> None:
    with endpoint(model) as held:
        answered = held.ask(ASKED)
    assert (answered.content, answered.usage) == (WORDS, Usage(120, 30, 1))
    assert model.asked[0].body["response_format"]["type"] == "json_schema"
    assert model.asked[0].body["temperature"] == 0


def test_the_key_goes_into_the_header_and_nowhere_else(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "another-service")
    monkeypatch.setenv("OPENAI_ORG_ID", "another-organisation")
    with endpoint(model, key="s3cret") as held:
        held.ask(ASKED)
        assert "s3cret" not in repr(held._settings)
    with endpoint(model) as held:
        held.ask(ASKED)
    first, second = model.asked
    assert first.headers["authorization"] == "Bearer s3cret"
    assert "s3cret" not in json.dumps(first.body)
    assert "another" not in json.dumps([first.headers, second.headers])


def test_the_models_are_listed(model: Model) -> None:
    with endpoint(model) as held:
        assert held.models() == ["small"]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 408])
def test_what_may_pass_is_asked_again(model: Model, status: int) -> None:
    model.replies += [error(status), error(status)]
    with endpoint(model) as held:
        assert held.ask(ASKED).usage == Usage(120, 30, 3)
    assert len(model.asked) == 3


@pytest.mark.parametrize("wait", ["0.01", "Sun, 06 Nov 1994 08:49:37 GMT"])
def test_the_wait_that_the_server_asks_for_is_kept_to(model: Model, wait: str) -> None:
    model.replies.append(error(429, Retry_After=wait))
    with endpoint(model, pause=FOREVER) as held:
        assert held.ask(ASKED).content == WORDS


def test_a_wait_of_an_hour_is_not_waited_for(model: Model) -> None:
    model.replies.append(error(429, "slow down", Retry_After="3600"))
    with (
        endpoint(model, pause=FOREVER) as held,
        pytest.raises(UnansweredError, match="slow down; it asks to wait 3,600"),
    ):
        held.ask(ASKED)


def test_tries_come_to_an_end(model: Model) -> None:
    model.always = error(503, "busy")
    with endpoint(model, tries=3) as held, pytest.raises(UnansweredError, match="status 503: busy"):
        held.ask(ASKED)
    assert len(model.asked) == 3


def test_a_connection_that_is_cut_is_tried_again(model: Model) -> None:
    model.replies.append(server.cut)
    with endpoint(model) as held:
        assert held.ask(ASKED).content == WORDS


@pytest.mark.parametrize("slow", [server.silent, server.dripping])
def test_a_server_that_takes_too_long_is_left(model: Model, slow: server.Reply) -> None:
    model.always = slow
    with endpoint(model, timeout=0.2, tries=2) as held, pytest.raises(UnansweredError, match="no answer in time"):
        held.ask(ASKED)
    assert len(model.asked) == 2


def test_an_answer_without_end_is_cut_off_and_not_asked_for_again(model: Model) -> None:
    model.always = server.endless
    with endpoint(model, most_bytes=100_000) as held, pytest.raises(UnansweredError, match="longer than 100,000 bytes"):
        held.ask(ASKED)
    assert len(model.asked) == 1


def test_a_packed_answer_is_refused(model: Model) -> None:
    model.always = server.raw(gzip.compress(b" " * 10_000_000), Content_Encoding="gzip")
    with endpoint(model) as held, pytest.raises(UnansweredError, match="packed"):
        held.ask(ASKED)


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (server.raw(b"<html>welcome</html>", Content_Type="text/html"), "is no JSON"),
        (server.raw(b"[" * 100_000), "is no JSON"),
        (server.raw(b'{"choices": []}'), "no chat completion"),
        (server.raw(b'{"choices": [7]}'), "no chat completion"),
        (completion(None), "gave no words"),
        (completion('{"figures": [', ended="length"), "cut at 4,096 tokens"),
        (error(400, "this is longer than my context"), "longer than my context"),
        (error(301, Location="http://127.0.0.1:9/v1"), "status 301"),
    ],
)
def test_what_is_no_answer_is_told(model: Model, reply: server.Reply, reason: str) -> None:
    model.always = reply
    with endpoint(model) as held, pytest.raises(UnansweredError, match=reason):
        held.ask(ASKED)
    assert len(model.asked) == 1


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_refused_key_or_a_missing_model_ends_the_run(model: Model, status: int) -> None:
    model.always = error(status, "your key s3cret is not good")
    with endpoint(model, key="s3cret") as held, pytest.raises(EndpointError) as told:
        held.ask(ASKED)
    assert f"status {status}: your key … is not good" in str(told.value)
    assert len(model.asked) == 1


def test_nobody_there_is_told(model: Model) -> None:
    with (
        Endpoint(Settings("http://127.0.0.1:9/v1", "small", pause=0.001, tries=2)) as held,
        pytest.raises(UnansweredError, match="refused"),
    ):
        held.ask(ASKED)


@pytest.mark.parametrize("address", ["127.0.0.1:8080", "file:///etc/passwd", "http://", "http://me:pw@host/v1"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(EndpointError) as told:
        Endpoint(Settings(address, "small"))
    assert "pw" not in str(told.value)


def test_the_form_of_the_answer_is_eased_where_the_server_knows_no_other(model: Model) -> None:
    model.replies += [error(400, "unknown field response_format json_schema"), error(400, "response_format: no")]
    with endpoint(model, tries=1) as held:
        held.ask(ASKED)
        held.ask(ASKED)
    kinds = [asked.body.get("response_format", {}).get("type") for asked in model.asked]
    assert kinds == ["json_schema", "json_object", None, None]


def test_options_that_a_model_refuses_are_left_out_or_called_otherwise(model: Model) -> None:
    model.replies += [
        error(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."),
        error(422, "'temperature' does not support 0 with this model"),
    ]
    with endpoint(model, tries=1, most_tokens=100) as held:
        held.ask(ASKED)
    last = model.asked[-1].body
    assert last["max_completion_tokens"] == 100
    assert not {"max_tokens", "temperature"} & set(last)
    assert last["response_format"]["type"] == "json_schema"


def test_a_form_that_was_chosen_is_not_eased(model: Model) -> None:
    model.always = error(400, "response_format is unknown")
    with endpoint(model, form="json") as held, pytest.raises(UnansweredError, match="response_format is unknown"):
        held.ask(ASKED)
    assert [asked.body["response_format"] for asked in model.asked] == [{"type": "json_object"}]


def test_words_that_come_in_pieces_are_joined(model: Model) -> None:
    pieces = [{"type": "text", "text": '{"figures"'}, {"type": "text", "text": ": []}"}]
    body = {"choices": [{"message": {"content": pieces}}], "usage": {"prompt_tokens": 1, "completion_tokens": 1}}
    model.always = server.raw(json.dumps(body).encode())
    with endpoint(model) as held:
        assert held.ask(ASKED).content == WORDS


def test_a_model_that_is_not_there_is_told_with_those_that_are(model: Model) -> None:
    model.always = error(404, "no such model")
    with endpoint(model) as held, pytest.raises(EndpointError, match=r"no such model\. It has: small"):
        held.ask(ASKED)


@pytest.mark.parametrize("usage", [None, {}, {"prompt_tokens": -5, "completion_tokens": 1}, {"prompt_tokens": "many"}])
def test_tokens_that_nobody_counted_are_counted_as_the_most_they_can_be(model: Model, usage: object) -> None:
    model.always = completion(WORDS, usage)
    with endpoint(model, most_tokens=100) as held:
        told = held.ask(ASKED).usage
    assert told.estimated
    assert told.tokens_in >= len("how many?")
    assert told.tokens_out == 100


def test_nothing_is_sent_that_the_bound_on_cost_has_no_room_for(model: Model) -> None:
    purse = Purse(Prices(1_000_000, 1_000_000), most=400)
    with endpoint(model, purse, most_tokens=100) as held:
        held.ask(ASKED)
        held.ask(ASKED)
        with pytest.raises(SpentError):
            held.ask(ASKED)
    assert len(model.asked) == 2
    assert purse.cost == 300


def test_a_request_that_was_cut_is_paid_for_in_full() -> None:
    purse = Purse(Prices(1, 1))
    with (
        serving(server.cut) as model,
        endpoint(model, purse, tries=2, most_tokens=100) as held,
        pytest.raises(UnansweredError),
    ):
        held.ask(ASKED)
    assert purse.usage.estimated
    assert purse.usage.tokens_out == 200

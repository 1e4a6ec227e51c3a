"""A language model behind an address that speaks the chat completions protocol: asked, waited for, and never believed.

The key is held in memory, for the header of a request alone: it is neither written, nor shown, nor part of a message.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from threading import Event
from typing import Any
from urllib.parse import urlsplit

import httpx2
import openai

from hasila.errors import HasilaError
from hasila.second.answer import schema
from hasila.second.prompting import Message
from hasila.second.spending import Prices, Purse, Usage
from hasila.second.transport import MOST_BYTES, Unbounded, http_client

FORMS = ("schema", "json", "text")
"""How an answer may be asked for, the strictest first: by its JSON schema, as any JSON, in plain words."""

_LONGEST_WAIT = 120.0
_KEYLESS = "none"
_MOST_TOLD = 10**9
_AGAIN = frozenset({408, 409, 425, 429})
_SHOWN = 200


class EndpointError(HasilaError):
    """An endpoint that can't be used at all: the run ends."""


class UnansweredError(HasilaError):
    """A request that got no answer that can be used: the document is set aside, and the run goes on."""


class SpentError(HasilaError):
    """The bound on cost leaves no room for another request."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the model is and how it is asked.

    ``tries`` are requests for one answer, ``timeout`` seconds for one of them, ``pause`` seconds before the second one,
    and twice as long before each next one. ``form`` is one of :data:`FORMS`; None tries them in their order.
    """

    address: str
    model: str
    key: str | None = None
    timeout: float = 120.0
    tries: int = 4
    pause: float = 1.0
    most_tokens: int = 4096
    form: str | None = None
    most_bytes: int = MOST_BYTES

    def __repr__(self) -> str:
        return f"Settings(address={self.address!r}, model={self.model!r})"


@dataclass(frozen=True, slots=True)
class Answered:
    """The words of an answer, and the tokens that it took with all that went before it in vain."""

    content: str
    usage: Usage


class Endpoint:
    """Several threads may ask at once."""

    def __init__(self, settings: Settings, purse: Purse | None = None) -> None:
        _check(settings.address)
        self._settings = settings
        self._purse = purse or Purse(Prices())
        self._stopped = Event()
        self._form = FORMS.index(settings.form) if settings.form else 0
        self._http = http_client(settings.address, settings.timeout, settings.most_bytes)
        self._client = openai.OpenAI(
            api_key=settings.key or _KEYLESS,
            base_url=settings.address,
            max_retries=0,
            timeout=settings.timeout,
            http_client=self._http,
        )
        # the client takes these from the environment, where they are meant for another service
        self._client.organization = self._client.project = None

    def close(self) -> None:
        self.stop()
        self._client.close()

    def __enter__(self) -> Endpoint:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, messages: Sequence[Message]) -> Answered:
        """The answer. Raises UnansweredError, SpentError or EndpointError."""
        spent = Usage()
        pause, left = self._settings.pause, self._settings.tries
        while True:
            try:
                content, usage = self._asked(messages)
                return Answered(content, spent + usage)
            except _OtherForm as refused:
                spent += refused.usage
            except _Again as again:
                spent += again.usage
                left -= 1
                if left <= 0 or (again.after or 0) > _LONGEST_WAIT:
                    raise UnansweredError(_told(again)) from None
                if self._stopped.wait(pause * random.uniform(0.75, 1) if again.after is None else again.after):
                    raise UnansweredError("the run was stopped") from None
                pause *= 2

    def stop(self) -> None:
        """Let nobody wait for another try."""
        self._stopped.set()

    def models(self) -> list[str]:
        """The models that the endpoint says it has."""
        try:
            return [one.id for one in self._client.models.list().data]
        except (openai.OpenAIError, httpx2.HTTPError) as error:
            raise EndpointError(f"{self._settings.address}: {_reason(error, self._settings.key)}") from None

    def _asked(self, messages: Sequence[Message]) -> tuple[str, Usage]:
        """One request, or two where the endpoint doesn't take the form in which the answer was asked for."""
        worst = self._worst(messages)
        if not self._purse.set_aside(worst):
            raise SpentError("the bound on cost leaves no room for another request")
        usage = Usage(requests=1)
        try:
            form = self._form
            content, usage = self._once(messages, form, worst)
            return content, usage
        except openai.BadRequestError as error:
            if self._settings.form is None and form < len(FORMS) - 1 and _about_form(error):
                self._form = max(self._form, form + 1)
                raise _OtherForm("the endpoint takes no such form of answer", usage) from None
            raise UnansweredError(_reason(error, self._settings.key)) from None
        except (openai.AuthenticationError, openai.PermissionDeniedError, openai.NotFoundError) as error:
            raise EndpointError(f"{self._settings.address}: {_reason(error, self._settings.key)}") from None
        except openai.APIStatusError as error:
            if error.status_code in _AGAIN or error.status_code >= 500:
                raise _Again(_reason(error, self._settings.key), usage, _after(error.response)) from None
            raise UnansweredError(_reason(error, self._settings.key)) from None
        except (openai.OpenAIError, httpx2.HTTPError) as error:
            # it may have been answered all the same, and charged
            usage = worst
            if isinstance(_cause(error), Unbounded):
                raise UnansweredError(str(_cause(error))) from None
            raise _Again(_reason(error, self._settings.key), usage) from None
        except _Unusable as error:
            usage = error.usage
            raise UnansweredError(str(error)) from None
        finally:
            self._purse.pay(worst, usage)

    def _once(self, messages: Sequence[Message], form: int, worst: Usage) -> tuple[str, Usage]:
        asked: dict[str, Any] = {
            "model": self._settings.model,
            "messages": list(messages),
            "temperature": 0,
            "max_tokens": self._settings.most_tokens,
        }
        raw = self._client.chat.completions.with_raw_response.create(**asked, **_form(form))
        return _read(raw.http_response.content, worst, self._settings.most_tokens)

    def _worst(self, messages: Sequence[Message]) -> Usage:
        """The most tokens that a request can take: none is shorter than a byte."""
        sent = sum(len(one["content"].encode("utf-8", "replace")) + 16 for one in messages)
        return Usage(sent, self._settings.most_tokens, 1, estimated=True)


class _Again(Exception):
    """Something that may go better the next time, ``after`` so many seconds if the endpoint says so."""

    def __init__(self, reason: str, usage: Usage, after: float | None = None) -> None:
        super().__init__(reason)
        self.reason, self.usage, self.after = reason, usage, after


class _OtherForm(Exception):
    """The endpoint doesn't take the form in which the answer was asked for."""

    def __init__(self, reason: str, usage: Usage) -> None:
        super().__init__(reason)
        self.usage = usage


class _Unusable(Exception):
    def __init__(self, reason: str, usage: Usage) -> None:
        super().__init__(reason)
        self.usage = usage


def _told(again: _Again) -> str:
    waiting = f"; it asks to wait {again.after:,.0f} s" if (again.after or 0) > _LONGEST_WAIT else ""
    return f"{again.reason}{waiting}"


def _form(form: int) -> dict[str, Any]:
    name = FORMS[form]
    if name == "schema":
        held = {"name": "figures", "strict": True, "schema": schema()}
        return {"response_format": {"type": "json_schema", "json_schema": held}}
    return {"response_format": {"type": "json_object"}} if name == "json" else {}


def _read(body: bytes, worst: Usage, most_tokens: int) -> tuple[str, Usage]:
    """The words and the tokens of an answer, whatever came. Raises _Unusable where there are no words."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise _Unusable("the answer of the endpoint is no JSON", worst) from None
    usage = _usage(told, worst)
    try:
        choice = told["choices"][0]
        content = choice["message"]["content"]
        ended = choice.get("finish_reason")
    except (KeyError, IndexError, TypeError, AttributeError):
        raise _Unusable("the answer of the endpoint is no chat completion", usage) from None
    if ended == "length":
        raise _Unusable(f"the answer was cut at {most_tokens:,} tokens: allow more of them, or smaller parts", usage)
    if not isinstance(content, str) or not content.strip():
        raise _Unusable("the model gave no words", usage)
    return content, usage


def _usage(told: Any, worst: Usage) -> Usage:
    """The tokens as the endpoint counts them; as many as they can be where it doesn't, or counts what can't be."""
    held = told.get("usage") if isinstance(told, dict) else None
    counts = [held.get(name) if isinstance(held, dict) else None for name in ("prompt_tokens", "completion_tokens")]
    sane = [count for count in counts if isinstance(count, int) and 0 <= count < _MOST_TOLD]
    return Usage(sane[0], sane[1], 1) if len(sane) == len(counts) else worst


def _about_form(error: openai.BadRequestError) -> bool:
    """Whether a refusal may be about the form of the answer; a text that is too long is refused in other words."""
    said = str(error.message).lower()
    return any(word in said for word in ("response_format", "json_schema", "json_object", "schema", "grammar"))


def _after(response: httpx2.Response) -> float | None:
    """Seconds that ``Retry-After`` asks for, as a number or as a day and time."""
    said = response.headers.get("retry-after", "").strip()
    try:
        return max(0.0, float(said)) if said else None
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def _cause(error: BaseException) -> BaseException:
    while error.__cause__ is not None:
        error = error.__cause__
    return error


def _reason(error: Exception, key: str | None) -> str:
    """What went wrong, in few words, without the key: some endpoints repeat what they were sent."""
    if isinstance(error, openai.APIStatusError):
        said = f"status {error.status_code}: {_said(error.body)}"
    elif isinstance(error, openai.APITimeoutError):
        said = "no answer in time"
    else:
        cause = _cause(error)
        said = f"{type(cause).__name__}: {cause}" if str(cause) else type(cause).__name__
    plain = " ".join(said.split())
    if key:
        plain = plain.replace(key, "…")
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def _said(body: object) -> str:
    """The message of an error, as these protocols wrap it."""
    while isinstance(body, dict):
        body = body.get("message") or body.get("error") or body.get("detail") or "no reason given"
    return str(body or "no reason given")


def _check(address: str) -> None:
    """Raise where an address is none that can be asked."""
    try:
        held = urlsplit(address)
        port_is_right = held.port != 0
    except ValueError:
        held, port_is_right = urlsplit(""), False
    if held.scheme not in ("http", "https") or not held.hostname or not port_is_right:
        raise EndpointError(f"{address}: this is no address of an endpoint. Write http://127.0.0.1:8080/v1.")
    if held.username or held.password:
        raise EndpointError("an address with a password in it would be shown: give the key by itself")

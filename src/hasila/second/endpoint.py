"""A language model behind an address that speaks the chat completions protocol: asked, waited for, and never believed.

The key is held in memory, for the header of a request alone: it is neither written, nor shown, nor part of a message.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Event
from typing import Any
from urllib.parse import urlsplit

import httpx2
import openai

from hasila.errors import HasilaError
from hasila.second.prompting import Message
from hasila.second.replies import Unusable, cause, read, reason, wait_asked
from hasila.second.spending import Prices, Purse, Usage
from hasila.second.transport import MOST_BYTES, Unbounded, http_client
from hasila.second.way import FORMS, Way

_LONGEST_WAIT = 120.0
_KEYLESS = "none"
_AGAIN = frozenset({408, 409, 425, 429})
_MODELS_SHOWN = 8


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
    and twice as long before each next one. ``form`` is one of :data:`hasila.second.way.FORMS`; None tries
    them in their order.
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
        self._way = Way(settings.form or FORMS[0], eases_form=settings.form is None)
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
            except _OtherWay as refused:
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
            raise EndpointError(self._fault(error)) from None

    def _asked(self, messages: Sequence[Message]) -> tuple[str, Usage]:
        """One request. Raises _Again or _OtherWay where another one may go better."""
        worst = self._worst(messages)
        if not self._purse.set_aside(worst):
            raise SpentError("the bound on cost leaves no room for another request")
        usage = Usage(requests=1)
        way = self._way
        try:
            content, usage = self._once(messages, way, worst)
            return content, usage
        except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
            eased = way.eased(str(error.message))
            if eased is not None:
                self._way = eased
                raise _OtherWay(usage) from None
            raise UnansweredError(reason(error, self._settings.key)) from None
        except openai.NotFoundError as error:
            raise EndpointError(self._fault(error) + self._offer()) from None
        except (openai.AuthenticationError, openai.PermissionDeniedError) as error:
            raise EndpointError(self._fault(error)) from None
        except openai.APIStatusError as error:
            if error.status_code in _AGAIN or error.status_code >= 500:
                raise _Again(reason(error, self._settings.key), usage, wait_asked(error.response)) from None
            raise UnansweredError(reason(error, self._settings.key)) from None
        except (openai.OpenAIError, httpx2.HTTPError) as error:
            # it may have been answered all the same, and charged
            usage = worst
            if isinstance(cause(error), Unbounded):
                raise UnansweredError(str(cause(error))) from None
            raise _Again(reason(error, self._settings.key), usage) from None
        except Unusable as error:
            usage = error.usage
            raise UnansweredError(str(error)) from None
        finally:
            self._purse.pay(worst, usage)

    def _fault(self, error: Exception) -> str:
        return f"{self._settings.address}: {reason(error, self._settings.key)}"

    def _offer(self) -> str:
        """Which models there are, where the endpoint says so."""
        with suppress(EndpointError):
            if held := self.models():
                return f". It has: {', '.join(held[:_MODELS_SHOWN])}{' …' if len(held) > _MODELS_SHOWN else ''}"
        return ""

    def _once(self, messages: Sequence[Message], way: Way, worst: Usage) -> tuple[str, Usage]:
        asked: dict[str, Any] = {"model": self._settings.model, "messages": list(messages)}
        raw = self._client.chat.completions.with_raw_response.create(**asked, **way.options(self._settings.most_tokens))
        return read(raw.http_response.content, worst, self._settings.most_tokens)

    def _worst(self, messages: Sequence[Message]) -> Usage:
        """The most tokens that a request can take: none is shorter than a byte."""
        sent = sum(len(one["content"].encode("utf-8", "replace")) + 16 for one in messages)
        return Usage(sent, self._settings.most_tokens, 1, estimated=True)


class _Again(Exception):
    """Something that may go better the next time, ``after`` so many seconds if the endpoint says so."""

    def __init__(self, reason: str, usage: Usage, after: float | None = None) -> None:
        super().__init__(reason)
        self.reason, self.usage, self.after = reason, usage, after


class _OtherWay(Exception):
    """The endpoint doesn't take the way in which it was asked."""

    def __init__(self, usage: Usage) -> None:
        super().__init__()
        self.usage = usage


def _told(again: _Again) -> str:
    waiting = f"; it asks to wait {again.after:,.0f} s" if (again.after or 0) > _LONGEST_WAIT else ""
    return f"{again.reason}{waiting}"


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

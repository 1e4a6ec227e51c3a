"""What comes back from an endpoint, taken apart: the words and the tokens of a reply, or what went wrong."""

from __future__ import annotations

import json
import time
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2
import openai

from hasila.second.spending import Usage

_MOST_TOLD = 10**9
_SHOWN = 200


class Unusable(Exception):
    """A reply without words that can be used; what it took all the same."""

    def __init__(self, reason: str, usage: Usage) -> None:
        super().__init__(reason)
        self.usage = usage


def read(body: bytes, worst: Usage, most_tokens: int) -> tuple[str, Usage]:
    """The words and the tokens of an answer, whatever came. Raises Unusable where there are no words."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise Unusable("the answer of the endpoint is no JSON", worst) from None
    usage = _usage(told, worst)
    try:
        choice = told["choices"][0]
        content = choice["message"]["content"]
        ended = choice.get("finish_reason")
    except (KeyError, IndexError, TypeError, AttributeError):
        raise Unusable("the answer of the endpoint is no chat completion", usage) from None
    if ended == "length":
        raise Unusable(f"the answer was cut at {most_tokens:,} tokens: allow more of them, or smaller parts", usage)
    if isinstance(content, list):  # some endpoints give the words in pieces
        content = "".join(str(one.get("text", "")) for one in content if isinstance(one, dict))
    if not isinstance(content, str) or not content.strip():
        raise Unusable("the model gave no words", usage)
    return content, usage


def _usage(told: Any, worst: Usage) -> Usage:
    """The tokens as the endpoint counts them; as many as they can be where it doesn't, or counts what can't be."""
    held = told.get("usage") if isinstance(told, dict) else None
    counts = [held.get(name) if isinstance(held, dict) else None for name in ("prompt_tokens", "completion_tokens")]
    sane = [count for count in counts if isinstance(count, int) and 0 <= count < _MOST_TOLD]
    return Usage(sane[0], sane[1], 1) if len(sane) == len(counts) else worst


def wait_asked(response: httpx2.Response) -> float | None:
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


def cause(error: BaseException) -> BaseException:
    """What an error came from in the first place."""
    while error.__cause__ is not None:
        error = error.__cause__
    return error


def reason(error: Exception, key: str | None) -> str:
    """What went wrong, in few words, without the key: some endpoints repeat what they were sent."""
    if isinstance(error, openai.APIStatusError):
        said = f"status {error.status_code}: {_said(error.body)}"
    elif isinstance(error, openai.APITimeoutError):
        said = "no answer in time"
    else:
        first = cause(error)
        said = f"{type(first).__name__}: {first}" if str(first) else type(first).__name__
    plain = " ".join(said.split())
    if key:
        plain = plain.replace(key, "…")
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def _said(body: object) -> str:
    """The message of an error, as these protocols wrap it."""
    while isinstance(body, dict):
        body = body.get("message") or body.get("error") or body.get("detail") or "no reason given"
    return str(body or "no reason given")

"""The client: one request at a time, each at its time, and nothing taken that is too much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from threading import Lock
from urllib.parse import urljoin

import httpx

from hasila import __version__
from hasila.errors import FetchError, TooSoon
from hasila.fetch import robots
from hasila.fetch.addresses import Network, Resolver, resolved
from hasila.fetch.answer import Fetched
from hasila.fetch.bodies import body_of, too_long
from hasila.fetch.clock import Clock
from hasila.fetch.hosts import Host, Hosts, host_of
from hasila.fetch.limits import Limits
from hasila.fetch.refusals import BUSY, LATER, checked, refused, told
from hasila.fetch.transport import Deadline, Transport
from hasila.fetch.waiting import backoff, retry_after

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Client:
    """Fetches addresses, and sends what is to be sent. ``contact`` is where the owner of a site can reach who runs it.

    ``hosts`` is what is known of hosts, a dict of this client's own by default; ``allowed`` are networks that may be
    talked to though they aren't public.
    """

    def __init__(
        self,
        contact: str | None = None,
        *,
        limits: Limits | None = None,
        hosts: Hosts | None = None,
        allowed: Iterable[Network] = (),
        clock: Clock | None = None,
        resolve: Resolver = resolved,
    ) -> None:
        self.agent = f"{robots.NAME}/{__version__} (reads news reports; {contact or 'no contact given'})"
        self._limits = limits or Limits()
        self._hosts: Hosts = {} if hosts is None else hosts
        self._clock = clock or Clock()
        self._deadline = Deadline(self._clock)
        self._transport = Transport(resolve, allowed, self._deadline)
        self._lock = Lock()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of all connections."""
        self._transport.close()

    def wait(self, url: str) -> float:
        """The seconds until the host of an address may be asked again."""
        return max(0.0, self._host(url).ready - self._clock.now())

    def get(
        self, url: str, *, etag: str | None = None, modified: str | None = None, kinds: frozenset[str] | None = None
    ) -> Fetched:
        """What is at an address, redirects followed. ``kinds`` are the media types that are wanted, if only some are.

        ``etag`` and ``modified`` are what the last answer had. Raises :class:`FetchError` where it can't be had, may
        not be, or is too much; :class:`TooSoon` where its host is not to be asked yet.
        """
        given = {"If-None-Match": etag, "If-Modified-Since": modified, "Accept": ", ".join(sorted(kinds or ["*/*"]))}
        headers = {name: value for name, value in given.items() if value}
        passed = [url]
        with self._lock:
            while True:
                self._permitted(passed[-1])
                answer = self._asked(passed[-1], headers, kinds, self._limits.body)
                if isinstance(answer, Fetched):
                    return answer
                self._redirected(passed, answer)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> None:
        """Send something to an address that wants it; no redirect is followed.

        Raises :class:`FetchError` where it was not taken.
        """
        with self._lock:
            answer = self._sent("POST", url, headers, body)
            answer.close()
        if not 200 <= answer.status_code < 300:
            after = retry_after(answer.headers.get("Retry-After"), self._clock.now())
            reason = f"the receiver answers {answer.status_code}"
            raise FetchError(url, reason, "Look at its log", passing=True, after=after, status=answer.status_code)

    def _permitted(self, url: str) -> None:
        """Raise where robots.txt forbids an address, or can't be had."""
        checked(url)
        host = self._host(url)
        if host.looked is None or not 0 <= self._clock.now() - host.looked < self._limits.robots_age:
            text = self._robots(url)
            host = replace(self._host(url), robots=text, looked=self._clock.now())
            self._hosts[host_of(url)] = host
        if not robots.allows(host.robots, url):
            raise FetchError(
                url, "the site's robots.txt does not allow it", "Ask the site for another way to its texts"
            )

    def _robots(self, url: str) -> str | None:
        """The robots.txt of the host; None where it has none."""
        passed = [f"{host_of(url)}/robots.txt"]
        while True:
            try:
                answer = self._asked(passed[-1], {}, None, self._limits.robots_body)
            except TooSoon:
                raise
            except FetchError as error:
                if error.status is not None and error.status < 500 and error.status not in BUSY:
                    return None
                said = f"the site's robots.txt can't be had: {error.reason}"
                raise FetchError(url, said, error.remedy, passing=error.passing, after=error.after) from error
            if isinstance(answer, Fetched):
                return answer.body.decode("utf-8", "replace")
            try:
                self._redirected(passed, answer)
            except FetchError:
                return None

    def _asked(self, url: str, headers: Mapping[str, str], kinds: frozenset[str] | None, longest: int) -> Fetched | str:
        """One request at its time: what was answered, or where it is to be found instead."""
        checked(url)
        self._wait(url)
        try:
            answer = self._sent("GET", url, headers)
            try:
                found = self._taken(answer, url, kinds, longest)
            finally:
                answer.close()
        except FetchError as error:
            raise self._noted(url, error) from error
        self._hosts[host_of(url)] = replace(self._host(url), ready=self._clock.now() + self._pause(url), failures=0)
        return found

    def _taken(self, answer: httpx.Response, url: str, kinds: frozenset[str] | None, longest: int) -> Fetched | str:
        status, said = answer.status_code, answer.headers
        if status in _REDIRECTS and said.get("Location"):
            return urljoin(url, said["Location"].strip()).partition("#")[0]
        if status == 304:
            return self._fetched(answer, url, b"", unchanged=True)
        if status != 200:
            raise refused(url, status, retry_after(said.get("Retry-After"), self._clock.now()))
        kind = _kind(answer)
        if kinds is not None and kind and kind not in kinds:
            raise FetchError(url, f"the answer is of type {kind[:60]!r}", "Give the address of a text")
        length = said.get("Content-Length", "")
        if length.isascii() and length.isdigit() and int(length[:18]) > longest:
            raise too_long(url, longest)
        with told(url):
            return self._fetched(
                answer, url, body_of(answer.iter_raw(), said.get("Content-Encoding", ""), longest, url)
            )

    def _fetched(self, answer: httpx.Response, url: str, body: bytes, unchanged: bool = False) -> Fetched:
        at = datetime.fromtimestamp(self._clock.now(), UTC)
        etag, modified = answer.headers.get("ETag"), answer.headers.get("Last-Modified")
        return Fetched(url, body, _kind(answer), answer.charset_encoding, etag, modified, at, unchanged)

    def _sent(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None = None) -> httpx.Response:
        checked(url)
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), self._limits.silence)
        own = {**headers, "User-Agent": self.agent, "Accept-Encoding": "gzip, deflate"}
        self._deadline.set(self._limits.total)
        try:
            request = httpx.Request(method, url, headers=own, content=body, extensions={"timeout": timeouts})
        except (httpx.InvalidURL, UnicodeError, ValueError) as error:
            raise FetchError(url, f"this is no address of the web ({error})", "Mend the address") from error
        with told(url):
            return self._transport.handle_request(request)

    def _redirected(self, passed: list[str], to: str) -> None:
        """Go on to another address. Raises where that leads nowhere."""
        if to in passed:
            raise FetchError(passed[0], "the address redirects in a circle", "Give the address where the text is")
        if len(passed) > self._limits.redirects:
            reason = f"the address redirects more than {self._limits.redirects} times"
            raise FetchError(passed[0], reason, "Give the address where the text is")
        passed.append(to)

    def _wait(self, url: str) -> None:
        """Let the time pass until a host may be asked again. Raises where that is too long."""
        left = self.wait(url)
        if left > self._limits.patience:
            reason = f"its host is not to be asked for {left:,.0f} seconds"
            raise TooSoon(url, reason, LATER, passing=True, after=left)
        if left:
            self._clock.sleep(left)

    def _noted(self, url: str, error: FetchError) -> FetchError:
        """The error of an address, after it was noted what it means for its host."""
        host = self._host(url)
        unreachable = error.passing and error.status is None
        failures = host.failures + 1 if unreachable or error.status in BUSY else 0
        pause = self._pause(url)
        if failures:
            pause = max(pause, backoff(failures, self._clock.chance()) if error.after is None else error.after)
        self._hosts[host_of(url)] = replace(host, ready=self._clock.now() + pause, failures=failures)
        after = pause if failures else None
        return FetchError(url, error.reason, error.remedy, passing=error.passing, after=after, status=error.status)

    def _pause(self, url: str) -> float:
        return max(self._limits.interval, robots.delay(self._host(url).robots))

    def _host(self, url: str) -> Host:
        return self._hosts.get(host_of(url)) or Host()


def _kind(answer: httpx.Response) -> str:
    kind: str = answer.headers.get("Content-Type", "").partition(";")[0]
    return kind.strip().lower()

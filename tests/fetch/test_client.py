"""What the client takes from servers that behave, and what it lets none of the others do."""

import gzip
import zlib

import pytest

from hasila.errors import FetchError
from hasila.fetch import Client, Limits
from hasila.fetch.hosts import Host
from tests import certificates, webserver
from tests.fetch.conftest import LOOPBACK
from tests.webserver import START, SetClock, answers, endless, raw, redirects, resets

PAGE = "<p>قُتل خمسة مسلحين</p>"


def reason(client: Client, url: str, kinds: frozenset[str] | None = None) -> str:
    with pytest.raises(FetchError) as caught:
        client.get(url, kinds=kinds)
    return caught.value.reason


def failure(client: Client, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        client.get(url)
    return caught.value


def test_answer_comes_with_all_that_is_known_of_it(site, client):
    url = site.gives("/a", PAGE, "text/html; charset=windows-1256", ETag='"v1"', Last_Modified="yesterday")
    found = client.get(url)
    assert (found.body.decode(), found.kind, found.charset) == (PAGE, "text/html", "windows-1256")
    assert (found.etag, found.modified, found.url, found.unchanged) == ('"v1"', "yesterday", url, False)
    assert found.retrieved.timestamp() == START + 2  # robots.txt came first, and then the pause


def test_client_says_who_it_is(site, client):
    client.get(site.gives("/a", PAGE))
    for asked in site.asked:
        assert asked.headers["User-Agent"].startswith("Hasila/")
        assert "desk@example.org" in asked.headers["User-Agent"]
        assert "Cookie" not in asked.headers


def test_cookies_are_not_kept(site, client):
    client.get(site.gives("/a", PAGE, Set_Cookie="who=me"))
    client.get(site.gives("/b", PAGE))
    assert all("Cookie" not in asked.headers for asked in site.asked)


def test_unchanged_answer_is_not_sent_again(site, client):
    def unchanged(handler):
        same = handler.headers["If-None-Match"] == '"v1"' and handler.headers["If-Modified-Since"] == "yesterday"
        answers(304 if same else 200, ETag='"v1"')(handler)

    found = client.get(site.does("/feed", unchanged), etag='"v1"', modified="yesterday")
    assert (found.unchanged, found.body, found.etag) == (True, b"", '"v1"')


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/a", "file:///etc/passwd", "gopher://a/", "javascript:1", "", "//a/b"])
def test_only_the_web_is_fetched(client, url):
    assert "no http or https address" in reason(client, url)


@pytest.mark.parametrize(
    "url",
    [
        "http://a b/",
        "http://a/\r\nHost: b",
        "http://[::1",
        "http://a:99999/",
        "http://me:secret@example.org/",
        "http://" + "a" * 5000,
    ],
)
def test_broken_address_is_refused(client, url):
    with pytest.raises(FetchError) as caught:
        client.get(url)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("url", ["http://xn--/", "http://\u0661\u0662\u0667.0.0.1/", "http://a..b/", "http://%00/"])
def test_name_that_can_be_none_is_an_error(client, url):
    assert reason(client, url)


class TestAddresses:
    def test_this_machine_is_not_talked_to(self, site, clock):
        with Client(clock=clock) as client:
            assert "127.0.0.1, which is no public address" in reason(client, site.gives("/a", PAGE))
        assert site.asked == []

    def test_redirect_to_a_private_address_is_not_followed(self, site, client):
        for to in ("http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[::ffff:10.0.0.1]/"):
            assert "no public address" in reason(client, site.does("/a", redirects(to)))

    def test_name_that_resolves_to_a_private_address_is_refused(self, clock):
        with Client(clock=clock, resolve=lambda host, port: ["10.1.2.3"]) as client:
            assert "news.example is at 10.1.2.3" in reason(client, "http://news.example/")

    def test_connection_goes_to_the_address_that_was_judged(self, site, clock):
        """A name that answers otherwise the second time is asked only once for each connection."""
        port = site.url.rpartition(":")[2]
        asked = []

        def rebinding(host, port):
            asked.append(host)
            return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

        site.gives("/robots.txt", "")
        site.gives("/a", PAGE)
        with Client(clock=clock, allowed=LOOPBACK, resolve=rebinding) as client:
            assert client.get(f"http://news.example:{port}/a").body.decode() == PAGE
        assert asked == ["news.example"]
        assert {one.headers["Host"] for one in site.asked} == {f"news.example:{port}"}

    def test_address_that_does_not_answer_gives_way_to_the_next(self, site, clock):
        port = int(site.url.rpartition(":")[2])
        addresses = ["10.0.0.1", "127.0.0.2", "127.0.0.1"]
        site.gives("/a", PAGE)
        with Client(clock=clock, allowed=LOOPBACK, resolve=lambda *_: addresses) as client:
            assert client.get(f"http://news.example:{port}/a").body.decode() == PAGE


class TestEncryption:
    """The connection goes to the address that was judged, and the certificate has to be that of the name."""

    @pytest.fixture
    def pem(self, tmp_path):
        return certificates.certificate(tmp_path / "news.pem", "news.example")

    @pytest.fixture
    def secure(self, pem, monkeypatch):
        monkeypatch.setenv("SSL_CERT_FILE", str(pem))
        with webserver.running(pem) as made:
            yield made

    def test_name_is_asked_for_and_vouched_for(self, secure, clock):
        port = secure.url.rpartition(":")[2]
        secure.gives("/a", PAGE)
        with Client(clock=clock, allowed=LOOPBACK, resolve=lambda *_: ["127.0.0.1"]) as client:
            assert client.get(f"https://news.example:{port}/a").body.decode() == PAGE
        assert set(secure.names) == {"news.example"}
        assert {one.headers["Host"] for one in secure.asked} == {f"news.example:{port}"}

    def test_certificate_of_another_name_is_refused(self, secure, clock):
        port = secure.url.rpartition(":")[2]
        with Client(clock=clock, allowed=LOOPBACK, resolve=lambda *_: ["127.0.0.1"]) as client:
            assert "certificate" in reason(client, f"https://other.example:{port}/a").lower()
        assert secure.asked == []


class TestRedirects:
    def test_they_are_followed_and_the_last_address_is_told(self, site, client):
        site.does("/a", redirects("/b", 301))
        site.does("/b", redirects(site.url + "/c#part", 307))
        site.gives("/c", PAGE)
        assert client.get(site.url + "/a").url == site.url + "/c"

    def test_circle_is_an_error(self, site, client):
        site.does("/a", redirects("/b"))
        site.does("/b", redirects("/a"))
        assert "circle" in reason(client, site.url + "/a")
        assert site.paths() == ["/a", "/b"]

    def test_chain_without_end_is_an_error(self, site, client):
        for number in range(20):
            site.does(f"/{number}", redirects(f"/{number + 1}"))
        assert "more than 5 times" in reason(client, site.url + "/0")
        assert len(site.paths()) == 6

    def test_other_schemes_are_not_followed(self, site, client):
        assert "no http or https address" in reason(client, site.does("/a", redirects("file:///etc/passwd")))


class TestBounds:
    @pytest.fixture
    def client(self, clock):
        with Client(allowed=LOOPBACK, clock=clock, limits=Limits(body=100_000)) as made:
            yield made

    def test_endless_body(self, site, client):
        assert "longer than 97 KB" in reason(client, site.does("/a", endless(b"a" * 10_000)))

    def test_body_that_says_it_is_too_long_is_not_read(self, site, client):
        url = site.does("/a", raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"))
        assert "longer than 97 KB" in reason(client, url)

    def test_gzip_bomb(self, site, client):
        bomb = gzip.compress(bytes(50_000_000))
        assert len(bomb) < 100_000
        assert "longer than 97 KB" in reason(client, site.gives("/a", bomb, Content_Encoding="gzip"))

    def test_very_many_empty_gzip_streams(self, site, client):
        url = site.gives("/a", gzip.compress(b"") * 4_000, Content_Encoding="gzip")
        assert "longer than" in reason(client, url)

    @pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda data: zlib.compress(data)[2:-4]])
    def test_packed_body_is_unpacked(self, site, client, pack):
        encoding = "gzip" if pack is gzip.compress else "deflate"
        url = site.gives("/a", pack(PAGE.encode()), Content_Encoding=encoding)
        assert client.get(url).body.decode() == PAGE

    def test_packed_body_that_breaks_off(self, site, client):
        url = site.gives("/a", gzip.compress(PAGE.encode() * 100)[:-20], Content_Encoding="gzip")
        assert "breaks off" in reason(client, url)

    def test_body_that_is_not_packed_as_it_says(self, site, client):
        assert "can't be unpacked" in reason(client, site.gives("/a", PAGE, Content_Encoding="gzip"))

    def test_packing_that_was_not_asked_for(self, site, client):
        assert "'br'" in reason(client, site.gives("/a", PAGE, Content_Encoding="br"))

    def test_head_without_end(self, site, client):
        lines = b"".join(b"X-%d: %s\r\n" % (number, b"a" * 1000) for number in range(500))
        assert failure(client, site.does("/a", raw(b"HTTP/1.1 200 OK\r\n" + lines))).passing

    def test_slow_drip_ends_with_the_time_for_the_whole_answer(self, site):
        """Each byte comes soon enough after the one before; all of them would take for ever."""
        limits = Limits(total=30.0, silence=20.0, body=10**9)
        with Client(allowed=LOOPBACK, clock=SetClock(step=1.0), limits=limits) as client:
            error = failure(client, site.does("/a", endless(b"a")))
        assert "time for the whole answer" in error.reason
        assert error.passing

    def test_unwanted_type_is_not_read(self, site, client):
        url = site.does("/a", endless(b"\0" * 10_000, Content_Type="Video/MP4"))
        assert "'video/mp4'" in reason(client, url, kinds=frozenset({"text/html"}))


@pytest.mark.parametrize("path", ["reset", "nonsense", "nothing"])
def test_broken_connection_may_be_tried_again(site, client, path):
    site.does("/reset", resets)
    site.does("/nonsense", raw(b"\x16\x03\x01 what?\r\n\r\n"))
    site.does("/nothing", raw(b""))
    error = failure(client, f"{site.url}/{path}")
    assert (error.passing, error.status) == (True, None)


def test_name_that_is_not_known_is_an_error(clock):
    def unknown(host, port):
        raise OSError("Name or service not known")

    with Client(clock=clock, resolve=unknown) as client:
        assert failure(client, "http://nowhere.invalid/").passing


@pytest.mark.parametrize(("status", "passing"), [(404, True), (410, False), (403, True), (500, True), (400, False)])
def test_errors_that_may_pass_are_told_from_those_that_do_not(site, client, status, passing):
    error = failure(client, site.does("/a", answers(status)))
    assert (error.status, error.passing, error.after) == (status, passing, None)


class TestPace:
    def test_requests_to_one_host_keep_their_distance(self, site, client, clock):
        for name in "abc":
            client.get(site.gives(f"/{name}", PAGE))
        assert clock.slept == [2.0, 2.0, 2.0]

    def test_busy_server_is_left_alone_as_long_as_it_asks(self, site, client, clock):
        url = site.does("/a", answers(429, Retry_After="600"))
        assert failure(client, url).after == 600.0
        assert client.wait(site.url + "/b") == 600.0
        assert "not to be asked for 600 seconds" in reason(client, site.gives("/b", PAGE))
        assert site.paths() == ["/a"]
        clock.time += 600.0
        assert client.get(site.url + "/b").body.decode() == PAGE

    def test_retry_after_may_be_a_date(self, site, client):
        site.does("/a", answers(503, Retry_After="Thu, 29 Jun 2023 01:00:00 GMT"))
        assert failure(client, site.url + "/a").after == pytest.approx(398.0)

    def test_server_that_keeps_failing_is_asked_less_and_less(self, site, client, clock):
        url = site.does("/a", answers(503))
        waits = []
        for _ in range(4):
            waits.append(failure(client, url).after)
            clock.time += waits[-1]
        assert waits == [30.0, 60.0, 120.0, 240.0]

    def test_answer_ends_the_series_of_failures(self, site, client, clock):
        site.does("/a", answers(503))
        for _ in range(3):
            clock.time += failure(client, site.url + "/a").after
        client.get(site.gives("/b", PAGE))
        clock.time += 60
        assert failure(client, site.url + "/a").after == 30.0


class TestRobots:
    def test_what_they_forbid_is_not_fetched(self, site, client):
        site.gives("/robots.txt", "User-agent: *\nDisallow: /a\nAllow: /a/b\n")
        site.gives("/a/b", PAGE)
        error = failure(client, site.gives("/a", PAGE))
        assert ("robots.txt does not allow" in error.reason, error.passing) == (True, False)
        assert client.get(site.url + "/a/b").body
        assert site.paths() == ["/a/b"]

    def test_they_are_asked_once_a_day(self, site, client, clock):
        for _ in range(3):
            client.get(site.gives("/a", PAGE))
        assert len(site.asked) == 4
        clock.time += 86_400
        client.get(site.url + "/a")
        assert [one.path for one in site.asked].count("/robots.txt") == 2

    def test_delay_that_they_ask_for_is_kept(self, site, client, clock):
        site.gives("/robots.txt", "User-agent: hasila\nCrawl-delay: 7\n\nUser-agent: *\nDisallow: /\n")
        client.get(site.gives("/a", PAGE))
        client.get(site.gives("/b", PAGE))
        assert clock.slept == [2.0, 7.0]

    @pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
    def test_site_without_them_allows_everything(self, site, client, status):
        site.does("/robots.txt", answers(status))
        assert client.get(site.gives("/a", PAGE)).body

    @pytest.mark.parametrize("status", [429, 500, 503])
    def test_site_that_cannot_say_is_asked_later(self, site, client, status):
        site.does("/robots.txt", answers(status))
        error = failure(client, site.gives("/a", PAGE))
        assert ("robots.txt can't be had" in error.reason, error.passing) == (True, True)
        assert site.paths() == []

    def test_redirect_goes_by_those_of_the_other_host(self, site, client):
        with webserver.running() as other:
            other.gives("/robots.txt", "User-agent: *\nDisallow: /\n")
            assert "robots.txt" in reason(client, site.does("/a", redirects(other.gives("/a", PAGE))))
            assert other.paths() == []

    def test_page_in_place_of_them_allows_everything(self, site, client):
        site.gives("/robots.txt", "<html><body>Disallow: nothing</body></html>")
        assert client.get(site.gives("/a", PAGE)).body

    def test_they_may_be_kept_for_another_client(self, site, clock):
        hosts: dict[str, Host] = {}
        for name in "ab":
            with Client(allowed=LOOPBACK, clock=clock, hosts=hosts) as client:
                client.get(site.gives(f"/{name}", PAGE))
        assert [one.path for one in site.asked] == ["/robots.txt", "/a", "/b"]


class TestSending:
    def test_body_arrives_with_its_headers(self, site, client):
        client.post(site.does("/hook", answers(204)), b"{}", {"Content-Type": "application/json"})
        (asked,) = site.asked
        assert (asked.method, asked.body, asked.headers["Content-Type"]) == ("POST", b"{}", "application/json")

    @pytest.mark.parametrize("status", [302, 400, 404, 500])
    def test_whatever_is_no_success_is_an_error(self, site, client, status):
        with pytest.raises(FetchError, match=f"answers {status}"):
            client.post(site.does("/hook", answers(status, Location="/a")), b"{}", {})
        assert site.paths() == ["/hook"]

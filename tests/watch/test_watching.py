"""A site is watched: what is new is read once, told once, and nothing of it is lost."""

from __future__ import annotations

import pytest

from hasila.model import Document
from hasila.reading import read
from tests import webserver
from tests.watch.conftest import Desk, item, page, rss
from tests.watch.reports import WEATHER, monthly, raid
from tests.webserver import Site, answers, endless, raw, redirects, resets


def feed_of(site: Site, *names: str, **bodies: str) -> str:
    """A feed with pages that state a raid each."""
    for name in names:
        site.gives(f"/{name}", page(bodies.get(name, raid())))
    return site.gives("/rss.xml", rss(*(item(f"{site.url}/{name}") for name in names)), "application/rss+xml")


def test_new_reports_are_added_with_where_they_came_from(site, desk):
    counts = desk.run(feed_of(site, "a"), outlet="الضفاف")
    (document,) = desk.documents()
    told = document.extra["provenance"]
    assert (counts.found, counts.added, counts.lost, desk.complaints) == (1, 1, 0, [])
    assert (document.url, document.outlet, document.id) == (site.url + "/a", "الضفاف", site.url + "/a")
    assert str(document.published) == "2023-06-28"
    assert "أعلنت القوات العراقية اليوم" in document.text
    assert (told["where"], told["url"]) == (site.url + "/a", site.url + "/a")
    assert told["retrieved"].startswith("2023-06-29T00:53:")
    assert len(told["sha256"]) == 64
    assert desk.ledger.audit().ok


def test_what_was_seen_is_not_fetched_again(site, desk):
    url = feed_of(site, "a")
    desk.run(url)
    desk.later()
    site.gives("/rss.xml", rss(item(f"{site.url}/a?utm_source=rss"), item(f"{site.url}/b")), "application/rss+xml")
    site.gives("/b", page(raid("ستة", "ديالى")))
    counts = desk.run(url)
    assert (counts.found, counts.added) == (1, 1)
    assert site.paths() == ["/rss.xml", "/a", "/rss.xml", "/b"]


def test_source_is_looked_at_only_when_it_is_due(site, desk):
    url = feed_of(site, "a")
    desk.run(url)
    assert desk.run(url).looked == 0
    desk.later(901)
    assert desk.run(url).looked == 1


def test_unchanged_source_is_not_sent_again(site, desk):
    def unchanged(handler):
        same = handler.headers["If-None-Match"] == '"1"'
        answers(304 if same else 200, b"" if same else rss(item(site.url + "/a")), "text/xml", ETag='"1"')(handler)

    site.gives("/a", page(raid()))
    url = site.does("/rss.xml", unchanged)
    desk.run(url)
    for _ in range(2):
        desk.later()
        assert (desk.run(url).looked, desk.complaints) == (1, [])
    assert [one.headers.get("If-None-Match") for one in site.asked if one.path == "/rss.xml"] == [None, '"1"', '"1"']


def test_report_without_a_figure_of_the_mission_stays_out(site, desk):
    counts = desk.run(feed_of(site, "a", a=WEATHER))
    assert (counts.added, counts.nothing, desk.documents()) == (0, 1, [])


def test_everything_is_added_where_that_was_asked_for(site, desk):
    desk.every_report = True
    assert desk.run(feed_of(site, "a", a=WEATHER)).added == 1


def test_full_text_of_a_feed_is_taken_without_its_page(site, desk):
    body = "".join(f"<p>{part}</p>" for part in monthly(40, 22, 18).split("\n") * 2)
    site.gives("/rss.xml", rss(item(f"{site.url}/a", body=body)), "application/rss+xml")
    desk.run(site.url + "/rss.xml")
    (document,) = desk.documents()
    assert (document.url, document.outlet, document.lang) == (site.url + "/a", "وكالة الضفاف", "ar")
    assert (document.extra["provenance"]["url"], document.extra["provenance"]["record"]) == (
        site.url + "/rss.xml",
        site.url + "/a",
    )
    assert site.paths() == ["/rss.xml"]


def test_page_that_may_not_be_fetched_is_read_as_far_as_the_feed_carries_it(site, desk):
    site.gives("/robots.txt", "User-agent: *\nDisallow: /a\n")
    site.gives("/rss.xml", rss(item(f"{site.url}/a", body=raid())), "application/rss+xml")
    assert desk.run(site.url + "/rss.xml").added == 1
    assert desk.documents()[0].source == site.url + "/rss.xml"


def test_old_reports_are_not_read(site, desk):
    site.gives("/rss.xml", rss(item(f"{site.url}/old", day="Thu, 01 Jun 2023 10:00:00 +0300")), "text/xml")
    counts = desk.run(site.url + "/rss.xml")
    assert (counts.found, site.paths()) == (0, ["/rss.xml"])


def test_day_that_is_still_to_come_is_not_believed(site, desk):
    entries = [item(f"{site.url}/a", day="Thu, 01 Jan 2099 10:00:00 +0300", body=raid() * 4)]
    site.gives("/rss.xml", rss(*entries), "text/xml")
    desk.run(site.url + "/rss.xml")
    assert [one.published for one in desk.documents()] == [None]


class TestPace:
    def test_long_delay_that_a_site_asks_for_is_no_failure(self, site, desk):
        site.gives("/robots.txt", "User-agent: *\nCrawl-delay: 50\n")
        counts = desk.run(feed_of(site, "a", "b", b=raid("ستة", "ديالى")))
        assert (counts.looked, counts.failed, counts.added, desk.complaints) == (1, 0, 2, [])
        assert desk.clock.slept == [2.0, 50.0, 50.0]

    def test_delay_longer_than_a_run_is_kept_from_run_to_run(self, site, desk):
        site.gives("/robots.txt", "User-agent: *\nCrawl-delay: 4000\n")
        url = feed_of(site, "a")
        for _ in range(8):
            desk.run(url)
            desk.later(1_000)
        assert desk.complaints == []
        assert site.paths() == ["/rss.xml", "/a"]
        assert len(desk.documents()) == 1

    def test_other_hosts_do_not_wait_for_a_slow_one(self, site, desk):
        site.gives("/robots.txt", "User-agent: *\nCrawl-delay: 30\n")
        with webserver.running() as other:
            desk.run(feed_of(site, "a"), feed_of(other, "b", b=raid("ستة", "ديالى")))
            ids = [one.id for one in desk.documents()]
        assert ids == [f"{other.url}/b", f"{site.url}/a"]


class TestSitemaps:
    def urls(self, site, *names: str, day: str | None = None) -> str:
        own = f"<lastmod>{day}</lastmod>" if day else ""
        return f"<urlset>{''.join(f'<url><loc>{site.url}/{name}</loc>{own}</url>' for name in names)}</urlset>"

    def test_pages_that_come_up_are_read_and_those_that_were_there_are_not(self, site, desk):
        url = site.gives("/map.xml", self.urls(site, "old"), "text/xml")
        assert desk.run(url).found == 0
        desk.later()
        site.gives("/map.xml", self.urls(site, "old", "new"), "text/xml")
        site.gives("/new", page(raid()))
        assert desk.run(url).added == 1
        assert site.paths() == ["/map.xml", "/map.xml", "/new"]

    def test_sitemaps_of_an_index_are_looked_at_where_they_are_new(self, site, desk):
        parts = [("june", "2023-06-28"), ("may", "2023-05-31"), ("broken", "2023-06-28")]
        index = "".join(f"<sitemap><loc>/{name}.xml</loc><lastmod>{day}</lastmod></sitemap>" for name, day in parts)
        site.gives("/june.xml", self.urls(site, "a", day="2023-06-28"), "text/xml")
        site.gives("/a", page(raid()))
        counts = desk.run(site.gives("/index.xml", f"<sitemapindex>{index}</sitemapindex>", "text/xml"))
        assert counts.added == 1
        assert "/may.xml" not in site.paths()
        assert "broken.xml: the server answers 404" in desk.complaints[0]


class TestTelling:
    def test_new_statement_is_told_once_with_its_words(self, site, desk):
        url = feed_of(site, "a", a=monthly(40, 22, 18))
        desk.run(url)
        (told,) = desk.told("statement")
        assert told["statement"] == "coalition/2023-05"
        operations = {row["place"]: row["best"] for row in told["numbers"] if row["measure"] == "operations"}
        assert operations == {"IQ+SY": 40, "IQ": 22, "SY": 18}
        assert told["reports"][0]["url"] == site.url + "/a"
        assert any("40 عملية" in one["sentence"] for one in told["words"])
        desk.later()
        desk.run(url)
        assert len(desk.lines) == 1

    def test_copy_of_a_statement_is_no_news(self, site, desk):
        desk.run(feed_of(site, "a", "b", a=monthly(40, 22, 18), b=monthly(40, 22, 18)))
        assert len(desk.documents()) == 2
        assert len(desk.told("statement")) == 1

    def test_contradiction_is_told_with_what_each_says(self, site, desk):
        url = feed_of(site, "a", a=monthly(40, 22, 18))
        desk.run(url)
        assert desk.told("contradiction") == []
        desk.later()
        site.gives("/b", page(monthly(43, 22, 18)))
        site.gives("/rss.xml", rss(item(f"{site.url}/b")), "text/xml")
        desk.run(url)
        (told,) = desk.told("contradiction")
        assert told["statement"] == "coalition/2023-05"
        said = {one["low"]: one["words"][0]["url"] for one in told["said"] if one["place"] == "IQ+SY"}
        assert said == {40: site.url + "/a", 43: site.url + "/b"}
        assert told["ways_out"]

    def test_what_the_ledger_held_before_is_not_told(self, site, desk):
        desk.ledger.add(read(Document("before", monthly(40, 22, 18))))
        desk.run(feed_of(site, "a"))
        assert {one["statement"] for one in desk.told("statement")}.isdisjoint({"coalition/2023-05"})
        assert desk.told("statement")

    def test_what_others_add_is_told_too(self, site, desk):
        url = feed_of(site, "a")
        desk.run(url)
        desk.ledger.add(read(Document("between", monthly(40, 22, 18))))
        desk.later()
        desk.run(url)
        assert desk.told("statement")[-1]["statement"] == "coalition/2023-05"


class TestStopping:
    """Whatever moment a run is broken off at, the next one goes on, and each report and each notice is there once."""

    @pytest.mark.parametrize("step", ["looked", "add", "done", "insert", "sent"])
    def test_run_that_is_killed_loses_and_doubles_nothing(self, site, desk, monkeypatch, step):
        from hasila.watch.adding import Adding
        from hasila.watch.news import News
        from hasila.watch.outbox import Outbox
        from hasila.watch.store import Store

        place = {
            "looked": (Store, "looked"),
            "add": (Adding, "add"),
            "done": (Store, "done"),
            "insert": (News, "_put"),
            "sent": (Outbox, "_sent"),
        }
        owner, name = place[step]

        class Killed(BaseException):
            pass

        def killed(*_: object, **__: object) -> None:
            raise Killed

        url = feed_of(site, "a", "b", a=monthly(40, 22, 18), b=raid())
        with monkeypatch.context() as patched:
            patched.setattr(owner, name, killed)
            with pytest.raises(Killed):
                desk.run(url)
        desk.later()
        desk.run(url)
        assert sorted(one.url for one in desk.documents()) == [f"{site.url}/a", f"{site.url}/b"]
        ids = [one["notice"] for one in desk.lines]
        # only what was sent and not yet noted as sent comes twice, under the same id
        assert len(ids) == len(set(ids)) + (step == "sent")
        assert {one["statement"] for one in desk.told("statement")} >= {"coalition/2023-05"}
        assert desk.ledger.audit().ok

    def test_pages_that_were_not_reached_are_fetched_by_the_next_run(self, site, desk):
        url = feed_of(site, "a", "b", "c", a=raid(), b=raid("ستة", "ديالى"), c=raid("سبعة", "كركوك"))
        site.does("/b", answers(429, Retry_After="7200"))
        counts = desk.run(url)
        assert counts.added < 3
        desk.later(7_300)
        site.gives("/b", page(raid("ستة", "ديالى")))
        desk.run(url)
        assert len(desk.documents()) == 3


BAD = {
    "missing": (answers(404), "answers 404"),
    "failing": (answers(500), "answers 500"),
    "busy": (answers(429, Retry_After="600"), "answers 429"),
    "picture": (answers(200, b"GIF89a", "image/gif"), "'image/gif'"),
    "nothing": (answers(200, b"", "text/xml"), "neither a feed nor a sitemap"),
    "page": (answers(200, page(raid())), "neither a feed nor a sitemap"),
    "binary": (answers(200, bytes(range(256)) * 99, "text/xml"), "neither a feed nor a sitemap"),
    "circle": (redirects("/bad"), "circle"),
    "private": (redirects("http://10.0.0.1/feed"), "no public address"),
    "endless": (endless(b"<rss>" * 10_000, Content_Type="text/xml"), "longer than"),
    "reset": (resets, "connection failed"),
    "nonsense": (raw(b"\x00\x01\x02"), "connection failed"),
    "bomb": (
        answers(200, '<!DOCTYPE u [<!ENTITY a "aa">]><urlset><url><loc>&a;</loc></url></urlset>', "text/xml"),
        "document type",
    ),
}


class TestTroubles:
    @pytest.mark.parametrize("trouble", BAD)
    def test_source_that_fails_is_told_and_the_others_go_on(self, site, desk, trouble):
        route, reason = BAD[trouble]
        bad = site.does("/bad", route)
        with webserver.running() as other:
            counts = desk.run(bad, feed_of(other, "a"))
            assert (counts.failed, counts.added, len(desk.complaints)) == (1, 1, 1)
            assert reason in desk.complaints[0]
            failing = next(one for one in desk.store.sources() if one.watched.url == bad)
            assert (failing.failures, failing.due - desk.clock.time >= 600) == (1, True)
            assert failing.reason
            desk.later()
            assert desk.run().failed == 1

    def test_source_that_keeps_failing_is_looked_at_less_and_less(self, site, desk):
        url = site.does("/bad", answers(404))
        waits = []
        for _ in range(4):
            desk.run(url)
            (state,) = desk.store.sources()
            waits.append(round(state.due - desk.clock.time))
            desk.clock.time = state.due
        assert waits == [900, 1800, 3600, 7200]

    def test_source_that_is_back_is_looked_at_as_before(self, site, desk):
        url = site.does("/rss.xml", answers(500))
        desk.run(url)
        feed_of(site, "a")
        desk.later()
        assert desk.run(url).added == 1
        (state,) = desk.store.sources()
        assert (state.failures, state.reason) == (0, None)

    def test_page_that_fails_is_tried_again_and_given_up_in_the_end(self, site, desk):
        url = feed_of(site, "a")
        site.does("/a", answers(500))
        lost = 0
        for _ in range(15):
            lost += desk.run(url).lost
            desk.later(30_000)
        assert lost == 1
        assert site.paths().count("/a") == 10
        assert "answers 500" in desk.complaints[-1]

    def test_page_without_an_article_is_told_and_left(self, site, desk):
        url = feed_of(site, "a")
        site.gives("/a", "<html><body></body></html>")
        assert desk.run(url).lost == 1
        assert "no article" in desk.complaints[0]
        assert desk.store.counts() == {url: {"lost": 1}}

    def test_broken_feed_gives_what_can_be_had_of_it(self, site, desk):
        site.gives("/a", page(raid()))
        text = rss(item(f"{site.url}/a"), "<item><title>قُتل & جُرح")
        counts = desk.run(
            site.gives(
                "/rss.xml", text[: text.index("</item></channel>") if "</item></channel>" in text else None], "text/xml"
            )
        )
        assert counts.added == 1
        assert "XML is broken" in desk.complaints[0]

    def test_charset_that_lies_does_no_harm(self, site, desk):
        data = rss(item(f"{site.url}/a", title="مقتل خمسة")).encode("windows-1256")
        site.gives("/rss.xml", data, "text/xml; charset=utf-8")
        site.gives("/a", page(raid()).encode("windows-1256"), "text/html; charset=utf-8")
        assert desk.run(site.url + "/rss.xml").added == 1
        assert "أعلنت القوات العراقية اليوم" in desk.documents()[0].text


def test_state_is_kept_in_both_databases(both, site, clock):
    desk = Desk(both, clock)
    url = feed_of(site, "a", "b", a=monthly(40, 22, 18), b=raid())
    counts = desk.run(url)
    assert (counts.added, desk.store.counts()) == (2, {url: {"added": 2}})
    assert len(desk.told("statement")) >= 2
    desk.later()
    assert desk.run(url).found == 0
    with desk.client() as client:
        assert client.wait(url) > 0
    assert both.audit().ok

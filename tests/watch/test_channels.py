"""Notices reach a webhook and a mailbox, each at least once, however these behave."""

from __future__ import annotations

import asyncio
import email
import email.policy
import hashlib
import hmac
import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from hasila.fetch import Client
from hasila.watch.channels import Webhook
from hasila.watch.mail import Mail, Post
from hasila.watch.outbox import Outbox
from tests import certificates
from tests.watch.conftest import LOOPBACK, Desk, item, page, rss
from tests.watch.reports import monthly
from tests.webserver import Route, Site, answers

SECRET = "a secret that both know"


@pytest.fixture
def feed(site: Site) -> str:
    site.gives("/a", page(monthly(40, 22, 18)))
    site.gives("/b", page(monthly(43, 22, 18)))
    return site.gives("/rss.xml", rss(item(f"{site.url}/a"), item(f"{site.url}/b")), "application/rss+xml")


class TestWebhook:
    @pytest.fixture
    def hook(self, desk: Desk, site: Site) -> Iterator[str]:
        with Client(allowed=LOOPBACK, clock=desk.clock) as client:
            desk.channels.append(Webhook(client, desk.clock, site.url + "/hook", SECRET))
            yield site.url + "/hook"

    def posted(self, site: Site) -> list[Any]:
        return [one for one in site.asked if one.path == "/hook"]

    def test_notices_are_posted_and_signed(self, desk, site, feed, hook):
        site.does("/hook", answers(204))
        desk.run(feed)
        bodies = [json.loads(one.body) for one in self.posted(site)]
        assert bodies == desk.lines
        assert {body["kind"] for body in bodies} == {"statement", "contradiction"}
        for one in self.posted(site):
            signed = one.headers["Hasila-Timestamp"].encode() + b"." + one.body
            expected = hmac.new(SECRET.encode(), signed, hashlib.sha256).hexdigest()
            assert one.headers["Hasila-Signature"] == f"v1={expected}"
            assert one.headers["Hasila-Notice"] == json.loads(one.body)["notice"]
            assert abs(int(one.headers["Hasila-Timestamp"]) - desk.clock.time) < 60

    @pytest.mark.parametrize("refusal", [answers(500), answers(404), answers(429, Retry_After="40")])
    def test_what_is_not_taken_is_sent_again_until_it_is(self, desk, site, feed, hook, refusal: Route):
        site.does("/hook", refusal)
        desk.run(feed)
        assert Outbox(desk.ledger, desk.clock, []).waiting() == {"webhook": len(desk.lines)}
        assert "webhook: " in desk.complaints[0]
        refused = len(self.posted(site))
        site.does("/hook", answers(200))
        desk.later()
        desk.run(feed)
        taken = [json.loads(one.body)["notice"] for one in self.posted(site)[refused:]]
        assert sorted(taken) == sorted(line["notice"] for line in desk.lines)
        assert Outbox(desk.ledger, desk.clock, []).waiting() == {}

    def test_receiver_that_fails_is_asked_less_and_less(self, desk, site, feed, hook):
        site.does("/hook", answers(500))
        desk.run(feed)
        for _ in range(6):
            desk.later(40)
            desk.run(feed)
        assert len(self.posted(site)) < 12

    def test_what_was_not_sent_is_not_lost_with_the_run(self, desk, site, feed, hook):
        """The outbox is in the ledger: what has no channel in one run is sent by the next that has one."""
        site.does("/hook", answers(503))
        desk.run(feed)
        webhook = desk.channels.pop()
        desk.later()
        desk.run(feed)
        desk.channels.append(webhook)
        site.does("/hook", answers(200))
        desk.later()
        posted = len(self.posted(site))
        desk.run(feed)
        assert len(self.posted(site)) - posted == len(desk.lines)


class Mailbox:
    """A real SMTP server on this machine that keeps what it takes."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.refuses = False
        self.port = 0

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        if self.refuses:
            return "451 come again later"
        content = envelope.content
        assert isinstance(content, bytes)
        message = email.message_from_bytes(content, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        return "250 taken"


class AnyPort(Controller):
    """Listens at a port that is free, and says at which."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, asyncio.Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@contextmanager
def mailbox(**given: Any) -> Iterator[Mailbox]:
    box = Mailbox()
    controller = AnyPort(box, hostname="127.0.0.1", port=0, **given)
    controller.start()
    box.port = controller.port
    try:
        yield box
    finally:
        controller.stop()


def post(box: Mailbox, **given: Any) -> Post:
    own = {"security": "none", **given}
    return Post("127.0.0.1", box.port, "hasila@example.org", ("desk@example.org", "رنا@example.org")[:1], **own)


class TestMail:
    def test_one_message_tells_all_that_is_new_in_both_languages(self, desk, site, feed):
        with mailbox() as box:
            desk.channels.append(Mail(post(box), desk.clock))
            desk.run(feed)
        (message,) = box.messages
        text = message.get_content()
        assert message["To"] == "desk@example.org"
        assert message["Subject"] == (
            "حصيلة: بيان جديد وتعارض جديد في الحصيلة · Hasila: 1 new statement, 1 new contradiction in the tally"
        )
        assert text.startswith("بيان جديد: قوات التحالف الدولي، أيار/مايو 2023\n")
        assert "أربعة قتلى، العراق وسوريا (مصدر واحد)" in text
        assert "أيار/مايو 2023" in text
        assert "22 عملية، العراق" in text
        assert "four ISIS operatives killed, Iraq and Syria (single source)" in text
        assert "22 partnered operations, Iraq (single source)" in text
        assert "43 operations, Iraq and Syria: said by one independent source" in text
        assert "43 عملية، العراق وسوريا: يقوله مصدر مستقل واحد" in text
        assert "قواتها نفذت مع شركائها 40 عملية" in text
        assert f"{site.url}/a" in text
        assert "May 2023" in text

    def test_mail_that_is_not_taken_is_sent_again(self, desk, feed):
        with mailbox() as box:
            desk.channels.append(Mail(post(box), desk.clock))
            box.refuses = True
            desk.run(feed)
            assert box.messages == []
            assert "the mail was not taken" in desk.complaints[0]
            box.refuses = False
            desk.later()
            desk.run(feed)
            assert len(box.messages) == 1

    def test_server_that_is_not_there_is_told(self, desk, feed):
        with mailbox() as box:
            gone = post(box)
        desk.channels.append(Mail(gone, desk.clock))
        desk.run(feed)
        assert "the mail was not taken" in desk.complaints[0]
        assert Outbox(desk.ledger, desk.clock, []).waiting() == {"mail": len(desk.lines)}

    def test_way_to_the_server_is_kept_secret(self, desk, feed, certificate):
        asked = ssl.create_default_context(cafile=str(certificate))
        server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server.load_cert_chain(certificate)

        def knows(_server, _session, _envelope, _mechanism, given):
            right = isinstance(given, LoginPassword) and given.login == b"desk" and given.password == b"secret"
            return AuthResult(success=right)

        with mailbox(tls_context=server, require_starttls=True, authenticator=knows, auth_required=True) as box:
            sent = post(box, security="starttls", user="desk", password="secret")
            desk.channels.append(Mail(sent, desk.clock, asked))
            desk.run(feed)
        assert len(box.messages) == 1

    def test_server_that_cannot_show_who_it_is_gets_no_password(self, desk, feed, certificate):
        seen = []
        server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server.load_cert_chain(certificate)

        def notes(*given):
            seen.append(given)
            return AuthResult(success=True)

        with mailbox(tls_context=server, require_starttls=True, authenticator=notes) as box:
            sent = post(box, security="starttls", user="desk", password="secret")
            desk.channels.append(Mail(sent, desk.clock))
            desk.run(feed)
        assert (box.messages, seen) == ([], [])
        assert "certificate" in desk.complaints[0].lower()

    def test_server_without_starttls_gets_no_mail(self, desk, feed):
        with mailbox() as box:
            desk.channels.append(Mail(post(box, security="starttls"), desk.clock))
            desk.run(feed)
        assert box.messages == []
        assert "STARTTLS" in desk.complaints[0]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this machine with its key, made for these tests."""
    return certificates.certificate(tmp_path_factory.mktemp("tls") / "server.pem", "127.0.0.1", "IP")

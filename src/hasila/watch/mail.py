"""Notices by mail: one message for all that is new, in Arabic and in English."""

from __future__ import annotations

import json
import logging
import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.header import Header
from email.mime.text import MIMEText
from email.utils import format_datetime
from hashlib import sha256
from typing import Literal, cast

from hasila.errors import FetchError
from hasila.fetch import Clock
from hasila.watch.outbox import Letter
from hasila.watch.wording import subject_of, text_of

Security = Literal["starttls", "tls", "none"]
_PATIENCE = 30.0
_logger = logging.getLogger("hasila.watch")


@dataclass(frozen=True, slots=True)
class Post:
    """How mail is handed in, from whom and to whom. ``user`` and ``password`` are for servers that want them."""

    host: str
    port: int
    sender: str
    receivers: tuple[str, ...]
    security: Security = "starttls"
    user: str | None = None
    password: str | None = field(default=None, repr=False)


class Mail:
    """Mail over SMTP."""

    name, most = "mail", 50

    def __init__(self, post: Post, clock: Clock, context: ssl.SSLContext | None = None) -> None:
        self._post, self._clock, self._context = post, clock, context

    def send(self, letters: Sequence[Letter]) -> None:
        """One message with all of them. Its id is the same whenever it is the same message."""
        post = self._post
        where = f"smtp://{post.host}:{post.port}"
        try:
            with self._connected() as server:
                refused = server.send_message(self._message(letters), post.sender, list(post.receivers))
        except (smtplib.SMTPException, OSError, ValueError) as error:
            reason = f"the mail was not taken ({_said(error)})"
            raise FetchError(where, reason, "Check the server, the name and the password", passing=True) from error
        if refused:
            raise FetchError(
                where, f"nobody took the mail for {', '.join(refused)}", "Check the addresses", passing=True
            )

    def _connected(self) -> smtplib.SMTP:
        post = self._post
        context = self._context or ssl.create_default_context()
        if post.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(post.host, post.port, timeout=_PATIENCE, context=context)
        else:
            server = smtplib.SMTP(post.host, post.port, timeout=_PATIENCE)
        try:
            if post.security == "starttls":
                server.starttls(context=context)
            if post.user is not None:
                server.login(post.user, post.password or "")
        except BaseException:
            server.close()
            raise
        return server

    def _message(self, letters: Sequence[Letter]) -> MIMEText:
        bodies = [json.loads(letter.body) for letter in letters]
        digest = sha256("\n".join(letter.notice for letter in letters).encode()).hexdigest()[:24]
        message = MIMEText("\n\n".join(text_of(body) for body in bodies), "plain", "utf-8")
        # EmailMessage loses blanks where it folds words that aren't ASCII
        message["Subject"] = cast(str, Header(subject_of(bodies), "utf-8"))
        message["From"] = self._post.sender
        message["To"] = ", ".join(self._post.receivers)
        message["Date"] = format_datetime(datetime.fromtimestamp(self._clock.now(), UTC))
        message["Message-ID"] = f"<{digest}@hasila>"
        message["Auto-Submitted"] = "auto-generated"
        return message


def _said(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__

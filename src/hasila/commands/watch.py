"""``hasila watch``: feeds and sitemaps looked at, new reports added, what is new in the tally told."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hasila.commands import console
from hasila.commands.options import DEFAULT_LEDGER, LedgerOption
from hasila.commands.stopping import Stop, stoppable

if TYPE_CHECKING:
    from hasila.fetch import Client, Clock
    from hasila.fetch.addresses import Network
    from hasila.ledger import Ledger
    from hasila.watch.outbox import Channel
    from hasila.watch.watched import Watched
    from hasila.watch.watching import Counts

SECRET, PASSWORD = "HASILA_WEBHOOK_SECRET", "HASILA_SMTP_PASSWORD"


class Security(StrEnum):
    starttls = "starttls"
    tls = "tls"
    none = "none"


def watch(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE…",
            help="Addresses of feeds and sitemaps, and .toml files that list them; none: all that were watched before.",
        ),
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    once: Annotated[
        bool, typer.Option("--once", help="Look at every source that is due, read what is new, and end: for cron.")
    ] = False,
    listed: Annotated[bool, typer.Option("--list", help="Show the sources and how they do, and end.")] = False,
    every: Annotated[str, typer.Option(metavar="TIME", help="From one look at a source to the next: 15m, 2h, 1d.")] = (
        "15m"
    ),
    days: Annotated[
        int, typer.Option(min=0, max=36_500, help="How many days old a report may be that is read when first seen.")
    ] = 7,
    all: Annotated[bool, typer.Option("--all", help="Add also reports that state no figure of the mission.")] = False,
    contact: Annotated[
        str | None,
        typer.Option(
            envvar="HASILA_CONTACT", metavar="ADDRESS", help="Where owners of sites can reach you; sent to each."
        ),
    ] = None,
    allow_network: Annotated[
        list[str] | None,
        typer.Option(metavar="CIDR", help="A network that is not public and may be fetched from: 10.1.0.0/16."),
    ] = None,
    webhook: Annotated[
        str | None,
        typer.Option(envvar="HASILA_WEBHOOK", metavar="URL", help=f"Post each notice there, signed with ${SECRET}."),
    ] = None,
    mail: Annotated[
        list[str] | None, typer.Option(metavar="ADDRESS", help="Mail what is new to this address; may be repeated.")
    ] = None,
    mail_from: Annotated[
        str | None, typer.Option(envvar="HASILA_MAIL_FROM", metavar="ADDRESS", help="The sender of mails.")
    ] = None,
    smtp: Annotated[
        str, typer.Option(envvar="HASILA_SMTP", metavar="HOST[:PORT]", help="The server that takes mails.")
    ] = "localhost:587",
    smtp_user: Annotated[
        str | None,
        typer.Option(envvar="HASILA_SMTP_USER", metavar="NAME", help=f"The name there; the password is ${PASSWORD}."),
    ] = None,
    smtp_security: Annotated[
        Security, typer.Option(envvar="HASILA_SMTP_SECURITY", help="How the way to that server is kept secret.")
    ] = Security.starttls,
) -> None:
    """Watch feeds and sitemaps: new reports are added to the ledger, and each new statement and contradiction is told.

    Notices are lines of JSON on standard output; --webhook and --mail send them as well, and keep at it until they are
    taken. It runs until it is stopped, and goes on where it was. What the ledger held before the first run is not told.

    Example: hasila watch https://example.org/rss.xml sources.toml --ledger hasila.db --once

    Exit status: 0 done (--once), or ended by SIGTERM; 1 with --once, a source or a report could not be had, with a
    message on standard error; 2 the command was wrong, or the ledger can't be used; 130 stopped with Ctrl-C.
    """
    from hasila.ledger import open_ledger

    console.messages_to_stderr()
    status = console.DONE
    with console.ends_quietly("stopped; what was seen and added is kept, and the same command goes on"):
        given = _given(sources or [], every)
        if listed:
            with open_ledger(ledger, create=False) as held:
                _show(held)
            raise typer.Exit(console.DONE)
        networks = _networks(allow_network or [])
        post = _post(mail or [], mail_from, smtp, smtp_user, smtp_security)
        secret = _secret(webhook)
        with open_ledger(ledger, create=bool(given)) as held, stoppable() as stop:
            run = _Run(held, stop, networks, contact)
            status = run.watch(given, run.channels(webhook, secret, post), days=days, all=all, once=once)
    raise typer.Exit(status)


class _Run:
    """One run of the command."""

    def __init__(self, ledger: Ledger, stop: Stop, networks: Sequence[Network], contact: str | None) -> None:
        from hasila.fetch import Client
        from hasila.watch.hosts import KeptHosts
        from hasila.watch.watching import StoppableClock

        self._ledger, self._stop = ledger, stop
        self._clock: Clock = StoppableClock(stop.asked)
        self._client: Client = Client(contact, hosts=KeptHosts(ledger), allowed=networks, clock=self._clock)

    def channels(self, webhook: str | None, secret: str, post: object) -> list[Channel]:
        """The ways by which notices go out."""
        from hasila.watch.channels import Lines, Webhook
        from hasila.watch.mail import Mail, Post

        made: list[Channel] = [Lines(console.print_text)]
        if webhook is not None:
            made.append(Webhook(self._client, self._clock, webhook, secret))
        if isinstance(post, Post):
            made.append(Mail(post, self._clock))
        return made

    def watch(self, given: Sequence[Watched], channels: Sequence[Channel], *, days: int, all: bool, once: bool) -> int:
        """Watch; the exit status."""
        from hasila.watch.adding import Adding
        from hasila.watch.news import News
        from hasila.watch.outbox import Outbox
        from hasila.watch.polling import Polling
        from hasila.watch.store import Store
        from hasila.watch.watching import Stopped, Watching

        store = Store(self._ledger, self._clock)
        store.watch(given)
        urls = {one.url for one in given} or {one.watched.url for one in store.sources()}
        if not urls:
            raise typer.BadParameter("give a SOURCE: none was watched with this ledger before")
        watching = Watching(
            store,
            self._client,
            self._clock,
            Polling(store, self._client, self._clock, days),
            Adding(self._ledger, all),
            News(self._ledger, self._clock, [channel.name for channel in channels]),
            Outbox(self._ledger, self._clock, channels),
            console.complain,
        )
        try:
            with self._client:
                watching.run(urls, self._stop.asked.is_set, once)
        except Stopped:
            pass
        _summary(watching.counts, self._ledger.where)
        if self._stop.by is not None:
            return console.STOPPED if self._stop.by == signal.SIGINT else console.DONE
        return console.SET_ASIDE if watching.counts.failed or watching.counts.lost else console.DONE


def _given(sources: Sequence[str], every: str) -> list[Watched]:
    from hasila.watch.watched import span, watched

    try:
        return watched(sources, span(every))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--every") from error


def _networks(written: Sequence[str]) -> list[Network]:
    from hasila.fetch.addresses import network

    try:
        return [network(one) for one in written]
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--allow-network") from error


def _secret(webhook: str | None) -> str:
    """The secret that notices are signed with."""
    secret = os.environ.get(SECRET, "")
    if webhook is None:
        return secret
    from hasila.fetch.refusals import checked

    checked(webhook)
    if not secret:
        raise typer.BadParameter(f"set the environment variable {SECRET}, with which notices are signed")
    return secret


def _post(receivers: Sequence[str], sender: str | None, smtp: str, user: str | None, security: Security) -> object:
    """How mail is sent; None where none is."""
    from hasila.watch.mail import Post

    if not receivers:
        return None
    if sender is None:
        raise typer.BadParameter("give --mail-from, the sender of the mails")
    if any("@" not in one or not one.isprintable() for one in (*receivers, sender)):
        raise typer.BadParameter("an address of mail has an @ in it", param_hint="--mail")
    host, _, port = smtp.rpartition(":") if ":" in smtp else (smtp, "", "465" if security == "tls" else "587")
    if not host or not port.isdigit():
        raise typer.BadParameter(f"{smtp!r} is no HOST:PORT", param_hint="--smtp")
    return Post(host, int(port), sender, tuple(receivers), security.value, user, os.environ.get(PASSWORD))


def _summary(counts: Counts, where: str) -> None:
    parts = [f"{counts.looked:,} looks", f"{counts.found:,} new reports", f"{counts.added:,} added to {where}"]
    parts += [f"{counts.nothing:,} without a figure"] if counts.nothing else []
    parts += [f"{counts.lost:,} lost"] if counts.lost else []
    parts += [f"{counts.failed:,} looks failed"] if counts.failed else []
    console.complain(", ".join([*parts, f"{counts.notices:,} notices"]))


def _show(ledger: Ledger) -> None:
    """The sources as lines of JSON."""
    from hasila.fetch import Clock
    from hasila.watch.moments import written
    from hasila.watch.outbox import Outbox
    from hasila.watch.store import Store

    store = Store(ledger, Clock())
    counts = store.counts()
    for one in store.sources():
        own = {"url": one.watched.url, "outlet": one.watched.outlet, "language": one.watched.lang}
        state = {
            "every": one.watched.every,
            "looked": None if one.looked is None else written(one.looked),
            "due": written(one.due),
            "failures": one.failures,
            "reason": one.reason,
        }
        console.print_json({**own, **state, "reports": counts.get(one.watched.url, {})})
    waiting = Outbox(ledger, Clock(), []).waiting()
    if waiting:
        console.print_json({"outbox": waiting})

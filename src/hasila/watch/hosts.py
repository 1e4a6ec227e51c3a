"""What is known of hosts, kept in the ledger's database, so that the next run is as polite as this one."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping

from sqlalchemy import delete, insert, select, update

from hasila.fetch.hosts import Host
from hasila.ledger import Ledger
from hasila.ledger.schema import watch_hosts as hosts
from hasila.watch.moments import seconds, written


class KeptHosts(MutableMapping[str, Host]):
    """Hosts by their names; those that were asked for are remembered."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: dict[str, Host] = {}

    def __getitem__(self, name: str) -> Host:
        if name not in self._known:
            with self._ledger.beside() as connection:
                row = connection.execute(select(hosts).where(hosts.c.host == name)).one_or_none()
            if row is None:
                raise KeyError(name)
            looked = None if row.looked is None else seconds(row.looked)
            self._known[name] = Host(seconds(row.ready), row.failures, row.robots, looked)
        return self._known[name]

    def __setitem__(self, name: str, host: Host) -> None:
        looked = None if host.looked is None else written(host.looked)
        values = {"ready": written(host.ready), "failures": host.failures, "robots": host.robots, "looked": looked}
        with self._ledger.beside(writes=True) as connection:
            if not connection.execute(update(hosts).where(hosts.c.host == name).values(values)).rowcount:
                connection.execute(insert(hosts), {"host": name, **values})
        self._known[name] = host

    def __delitem__(self, name: str) -> None:
        with self._ledger.beside(writes=True) as connection:
            if not connection.execute(delete(hosts).where(hosts.c.host == name)).rowcount:
                raise KeyError(name)
        self._known.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        with self._ledger.beside() as connection:
            return iter(list(connection.execute(select(hosts.c.host)).scalars()))

    def __len__(self) -> int:
        return sum(1 for _ in self)

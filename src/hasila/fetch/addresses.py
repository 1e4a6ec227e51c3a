"""Which addresses of the net may be talked to: public ones, and those that were allowed by name.

A page can name any host, and its owner decides what that host resolves to. So the address itself is judged, the one
that the connection is then made to, and not the name.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Resolver = Callable[[str, int], list[str]]

# The last 32 bits of an address of these are an IPv4 address that a gateway connects to.
_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("::/96"))


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system knows them.

    >>> resolved("127.0.0.1", 80)
    ['127.0.0.1']
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def network(written: str) -> Network:
    """A network as people write it; ValueError where it is none.

    >>> network("127.0.0.1"), network("fd00::/8")
    (IPv4Network('127.0.0.1/32'), IPv6Network('fd00::/8'))
    """
    return ip_network(written.strip(), strict=False)


def is_open_to(address: str, allowed: Iterable[Network] = ()) -> bool:
    """Whether an address may be talked to.

    >>> is_open_to("9.9.9.9"), is_open_to("10.0.0.1"), is_open_to("::ffff:127.0.0.1"), is_open_to("169.254.169.254")
    (True, False, False, False)
    >>> is_open_to("::ffff:127.0.0.1", [network("127.0.0.0/8")])
    True
    """
    try:
        own = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_is_public(one) or _is_among(one, allowed) for one in (_unwrapped(own), *_carried(own)))


def _unwrapped(address: Address) -> Address:
    """The IPv4 address that an IPv6 address stands for, where that is all it does."""
    return (isinstance(address, IPv6Address) and address.ipv4_mapped) or address


def _carried(address: Address) -> Iterator[Address]:
    """The IPv4 addresses that a gateway would take out of an IPv6 address."""
    if isinstance(address, IPv4Address):
        return
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    if any(address in one for one in _NAT64):
        yield IPv4Address(int(address) & 0xFFFF_FFFF)


def _is_public(address: Address) -> bool:
    if address.is_multicast or (isinstance(address, IPv6Address) and address.is_site_local):
        return False
    return address.is_global and not address.is_reserved


def _is_among(address: Address, allowed: Iterable[Network]) -> bool:
    return any(address.version == one.version and address in one for one in allowed)

"""Addresses that are not for the public are refused, however they are written."""

import pytest

from hasila.fetch.addresses import is_open_to, network

CLOSED = """
127.0.0.1 127.8.9.1 10.0.0.1 172.16.3.4 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 255.255.255.255 192.0.2.1
198.18.0.1 224.0.0.1 240.0.0.1
:: ::1 fe80::1 fe80::1%eth0 fc00::1 fd12::1 fec0::1 ff02::1 2001:db8::1
::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1
64:ff9b::7f00:1 64:ff9b::a00:1 2002:7f00:1:: 2002:a00:1::1
localhost 1.2.3 0x7f000001
""".split()
OPEN = "9.9.9.9 151.101.1.6 2606:4700::6810:84e5 ::ffff:9.9.9.9".split()


@pytest.mark.parametrize("address", CLOSED)
def test_address_that_is_not_public_is_closed(address):
    assert not is_open_to(address)


@pytest.mark.parametrize("address", OPEN)
def test_public_address_is_open(address):
    assert is_open_to(address)


@pytest.mark.parametrize(
    ("address", "allowed", "expected"),
    [
        ("127.0.0.1", "127.0.0.0/8", True),
        ("::ffff:127.0.0.1", "127.0.0.0/8", True),
        ("10.0.0.7", "127.0.0.0/8", False),
        ("fd00::7", "fd00::/8", True),
        ("64:ff9b::7f00:1", "127.0.0.0/8", False),
    ],
)
def test_what_was_allowed_is_open_and_nothing_beside_it(address, allowed, expected):
    assert is_open_to(address, [network(allowed)]) is expected

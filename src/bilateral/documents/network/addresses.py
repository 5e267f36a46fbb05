"""Names to the addresses of machines, and which of these may be connected to."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

NAT64 = IPv6Network("64:ff9b::/96")


class Refused(OSError):
    """An address that may not be connected to; the message says why."""


def inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address carries to, if it is of such a kind: else itself."""
    if isinstance(address, IPv6Address):
        if address in NAT64:
            return IPv4Address(int(address) & 0xFFFFFFFF)
        return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else address)
    return address


def is_public(text: str) -> bool:
    """Whether an address is one of the open network: not this machine, not a network of a house or firm."""
    address = inner(ip_address(text.partition("%")[0]))
    return address.is_global and not address.is_multicast and not address.is_reserved


def connect(host: str, port: int, timeout: float, allow_private: bool) -> socket.socket:
    """A socket to ``host``: its addresses are looked up once, all checked, and the checked ones are connected to.

    Raises Refused when one of them is private, OSError when none answers. A name that leads to a public and to a
    private address is refused as a whole: it is made to play a trick.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    private = sorted({str(where[4][0]) for where in found if not is_public(str(where[4][0]))})
    if private and not allow_private:
        raise Refused(f"leads to {private[0]}, an address of a private network; --allow-private allows it")
    last: OSError = OSError("has no address")
    for family, kind, protocol, _, where in found:
        opened = socket.socket(family, kind, protocol)
        opened.settimeout(timeout)
        try:
            opened.connect(where)
        except OSError as error:
            opened.close()
            last = error
        else:
            return opened
    raise last

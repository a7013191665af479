"""Where a server can listen on this machine, and under which addresses others reach it."""

import socket
from typing import Any, NamedTuple

from builder.report import BuildError

HERE = "127.0.0.1"
EVERYWHERE = {"0.0.0.0": HERE, "::": "::1"}  # all of this machine -> how it calls itself
FAR = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}  # nobody's: for documentation


class Place(NamedTuple):
    """A host to listen on: as it was asked for, and as the system knows it."""

    host: str
    family: socket.AddressFamily
    address: tuple[Any, ...]  # what bind() takes, its second the port


def place(host: str, port: int) -> Place:
    """Look a host up; raises BuildError if there is none of that name."""
    try:
        found = socket.getaddrinfo(
            host.strip("[]") or "?", port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
    except (OSError, UnicodeError) as error:
        raise unusable(host) from error
    family, *_, address = found[0]
    return Place(host.strip("[]"), family, address)


def unusable(host: str) -> BuildError:
    """Return the refusal of a host that is not on this machine."""
    return BuildError(
        "--host must be a name or an address of this machine, such as 127.0.0.1, or 0.0.0.0 for "
        f"all that it has, not {host or 'empty'}"
    )


def urls(where: Place, port: int) -> list[str]:
    """Return the addresses of a site that is served there: first that for this machine."""
    if where.host not in EVERYWHERE:
        return [_url(where.host, port)]
    own = _own_address(where.family)
    return [_url(host, port) for host in (EVERYWHERE[where.host], own) if host]


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _own_address(family: socket.AddressFamily) -> str:
    """Return the address that others in the network know this machine by, "" if there is none."""
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((FAR[family], 9))  # sends nothing: it only chooses the way
        except OSError:
            return ""
        return str(probe.getsockname()[0])

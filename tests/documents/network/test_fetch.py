"""What is fetched is what was checked, within bounds, whatever the server does."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from bilateral.documents.network import addresses
from bilateral.documents.network.addresses import is_public
from bilateral.documents.network.fetch import Bounds, FetchError, fetch
from tests.documents.network.serving import Site, closed_port, serving

HERE = Bounds(1_000_000, 3.0, allow_private=True)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *("224.0.0.1", "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "::ffff:169.254.169.254"),
    ],
)
def test_private_addresses_are_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "64:ff9b::808:808"])
def test_public_addresses_are_told(address: str) -> None:
    assert is_public(address)


def test_a_page_is_fetched(site: Site) -> None:
    url = site.give("/a?b=c", "words", ETag='"1"', Last_Modified="x")
    found = fetch(url, HERE)
    assert (found.data, found.type, found.etag, found.modified) == (b"words", "text/html", '"1"', "x")
    assert "bilateral" in site.asked[0][1]["User-Agent"]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"])
def test_private_networks_are_refused_unless_allowed(site: Site, host: str) -> None:
    url = site.give("/a", "words").replace("127.0.0.1", host)
    with pytest.raises(FetchError, match="--allow-private"):
        fetch(url, Bounds(1000, 3.0))
    assert site.asked == []


def test_a_redirect_into_a_private_network_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.give("/inner", "secret")
    port = site.url.rpartition(":")[2]
    url = site.give("/a", "", status=302, Location=f"http://127.0.0.2:{port}/inner")
    plain = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda text: text == "127.0.0.1" or plain(text))
    with pytest.raises(FetchError, match=r"127\.0\.0\.2"):
        fetch(url, Bounds(1000, 3.0))
    assert site.paths() == ["/a"]


def test_a_name_is_looked_up_once_and_that_address_connected_to(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that gives a good address first and a bad one later gets nobody anywhere."""
    port = int(site.url.rpartition(":")[2])
    site.give("/", "words")
    looked_up: list[str] = []

    def look_up(host: str, *_: object, **__: object) -> list[object]:
        looked_up.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1" if len(looked_up) == 1 else "10.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(addresses, "is_public", lambda text: text == "127.0.0.1")
    assert fetch(f"http://news.example:{port}/", Bounds(1000, 3.0)).data == b"words"
    assert looked_up == ["news.example"]
    assert site.asked[0][1]["Host"] == f"news.example:{port}"
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        fetch(f"http://news.example:{port}/", Bounds(1000, 3.0))


def test_a_name_with_a_good_and_a_bad_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        fetch("http://news.example/", Bounds(1000, 3.0))


@pytest.mark.parametrize(
    "target", ["/a", "http://127.0.0.1:{port}/b", "file:///etc/passwd", "ftp://x/y", "//", "http://"]
)
def test_redirects_end(site: Site, target: str) -> None:
    port = site.url.rpartition(":")[2]
    url = site.give("/a", "", status=301, Location=target.format(port=port))
    site.give("/b", "", status=307, Location="/a")
    with pytest.raises(FetchError, match=r"times|no address"):
        fetch(url, HERE)
    assert len(site.asked) <= 6


def drip(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    while True:
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.2)


def drip_head(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    while True:
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.2)


def flood(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    while True:
        request.wfile.write(b"<p>words " * 10_000)


def silent(request: BaseHTTPRequestHandler) -> None:
    time.sleep(30)


@pytest.mark.parametrize(
    ("handler", "reason"), [(drip, "longer"), (drip_head, "longer"), (silent, "longer"), (flood, "larger than")]
)
def test_time_and_size_are_bounded(site: Site, handler: object, reason: str) -> None:
    site.pages["/a"] = handler  # type: ignore[assignment]
    began = time.monotonic()
    with pytest.raises(FetchError, match=reason):
        fetch(site.url + "/a", Bounds(1_000_000, 1.0, allow_private=True))
    assert time.monotonic() - began < 3


def test_a_packed_flood_is_bounded_too(site: Site) -> None:
    url = site.give("/a", gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")
    with pytest.raises(FetchError, match="larger than"):
        fetch(url, HERE)


def test_packed_pages_are_unpacked(site: Site) -> None:
    assert fetch(site.give("/a", gzip.compress(b"words"), Content_Encoding="gzip"), HERE).data == b"words"


@pytest.mark.parametrize(
    ("status", "passing"), [(404, False), (403, False), (410, False), (429, True), (500, True), (503, True)]
)
def test_what_may_pass_is_told_from_what_stays(site: Site, status: int, passing: bool) -> None:
    with pytest.raises(FetchError, match=str(status)) as caught:
        fetch(site.give("/a", "", status=status, Retry_After="120"), HERE)
    assert caught.value.passing is passing
    assert caught.value.after == 120


def test_nobody_there(site: Site) -> None:
    with pytest.raises(FetchError, match="does not answer") as caught:
        fetch(f"http://127.0.0.1:{closed_port()}/", HERE)
    assert caught.value.passing


@pytest.mark.parametrize(
    "url", ["http:///x", "http://user:word@127.0.0.1/", "http://[::1", "gopher://x/", "http://a:99999/"]
)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(FetchError, match="no address"):
        fetch(url, HERE)


def test_a_type_that_is_no_article_is_not_loaded(site: Site) -> None:
    url = site.give("/a", bytes(500_000), "video/mp4")
    with pytest.raises(FetchError, match="video/mp4"):
        fetch(url, Bounds(1_000_000, 3.0, True, lambda kind: kind == "text/html"))


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl here to make a certificate with")
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout key.pem -out cert.pem"
    subprocess.run(command.split(), cwd=tmp_path, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    with serving(context) as site:
        site.give("/", "words")
        with pytest.raises(FetchError, match="certificate") as caught:
            fetch(site.url + "/", HERE)
        assert not caught.value.passing
        assert site.asked == []

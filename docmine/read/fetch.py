"""A web address → its bytes: one document that a person named, with limits, and from the public internet only.

    address ─ fetch ─▶ Fetched (bytes, final address, kind)

Every hop is checked: a site may lead anywhere. The name is resolved here and the connection goes to the address that
was checked, so that a name cannot be public when it is looked at and private when it is used.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from docmine import __version__
from docmine.errors import NoReader, UnreadableDocument, one_file
from docmine.read import sniff
from docmine.read.pieces import Unreadable

if TYPE_CHECKING:
    import httpx

_AGENT = f"docmine/{__version__} (fetches single documents that a person names)"
_ACCEPT = "text/html,application/pdf,application/xhtml+xml,*/*;q=0.8"
_WEB_PAGE = ("text/html", "application/xhtml+xml")
_NOT_SAYING = ("", "application/octet-stream", "binary/octet-stream", "application/force-download", "text/plain")
"""Content types of servers that do not know what they serve."""
_SAYS = {
    401: "The site asks for a password. Save the document with your browser and give docmine the file.",
    403: "The site refuses it to docmine. Save the document with your browser and give docmine the file.",
    404: "The site has nothing at this address. Check the address.",
    410: "The site has taken it away. Look for it in a web archive.",
    429: "The site is asked too often. Try again later.",
}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PUBLIC_6 = ipaddress.ip_network("2000::/3")
"""All that has been given out of the newer addresses; others may lead within a network, such as ::127.0.0.1."""
_PROTOCOLS = ipaddress.ip_network("192.0.0.0/24")


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """What one address may take."""

    mb: int = 200
    """Of the document, unpacked, as in `Settings.max_file_mb`."""
    seconds: float = 120
    """In all: naming, connecting, every hop, every byte."""
    silent_seconds: float = 20
    """Without any byte."""
    hops: int = 5
    """Redirections; a site's own are one or two (to https, to www)."""
    allow_private: bool = False
    """Whether addresses of this machine and of private networks may be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave."""

    asked: str
    address: str
    """Where it was found, after the redirections."""
    data: bytes
    media_type: str
    """By its content, one that a reader exists for; "application/zip" for an archive."""


def is_address(name: object) -> bool:
    """Whether what a person gave names a place on the web and not a file."""
    return isinstance(name, str) and name.strip().lower().startswith(("http://", "https://", "ftp://", "file://"))


def fetch(address: str, limits: FetchLimits | None = None) -> Fetched:
    """The document at a web address. Raises UnreadableDocument with the reason, NoReader for a kind we do not read."""
    limits = limits or FetchLimits()
    outcome: list[Fetched | UnreadableDocument] = []

    def work() -> None:
        try:
            with one_file(address):
                outcome.append(_fetch(address.strip(), limits))
        except UnreadableDocument as error:
            outcome.append(error)

    # A thread, for looking up a name has no time limit of its own, and a byte now and then resets every other.
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(limits.seconds)
    if not outcome:
        raise UnreadableDocument(address, _slow(limits.seconds))
    if isinstance(outcome[0], UnreadableDocument):
        raise outcome[0]
    return outcome[0]


def _fetch(asked: str, limits: FetchLimits) -> Fetched:
    """Raises UnreadableDocument."""
    try:
        return _followed(asked, limits)
    except Unreadable as error:
        raise UnreadableDocument(asked, str(error)) from error


def _followed(asked: str, limits: FetchLimits) -> Fetched:
    """Raises Unreadable, UnreadableDocument."""
    import httpx

    timeout = httpx.Timeout(limits.silent_seconds)
    headers = {"User-Agent": _AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip", "Accept-Language": "en-GB, en"}
    at = asked
    ends = time.monotonic() + limits.seconds
    with httpx.Client(headers=headers, timeout=timeout, trust_env=False, follow_redirects=False) as client:
        for _ in range(limits.hops + 1):
            url = _checked(at)
            with _got(client, url, limits) as response:
                if response.is_redirect:
                    at = str(url.join(response.headers["location"]))
                    client.cookies.clear()  # they would be kept by the network address, which sites share
                    continue
                _refuse(response, limits)
                data = _body(response, limits, ends)
                declared = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            kind = _kind(asked, at, declared, data)
            return Fetched(asked=asked, address=at, data=data, media_type=kind)
    raise Unreadable(
        f"The address leads on to others more than {limits.hops} times. Open it in your browser to see why."
    )


def _checked(address: str) -> httpx.URL:
    import httpx

    try:
        url = httpx.URL(address)
    except httpx.InvalidURL:
        raise Unreadable("This is no web address. Check its spelling.") from None
    if url.scheme not in ("http", "https"):
        raise Unreadable(
            f"It leads to {url.scheme or 'an address without scheme'}: docmine fetches http and https only."
        )
    if not url.host:
        raise Unreadable("There is no site in this address. Check its spelling.")
    if url.userinfo:
        raise Unreadable("There is a name or password in this address, which would be kept. Leave it out.")
    return url


@contextmanager
def _got(client: httpx.Client, url: httpx.URL, limits: FetchLimits) -> Iterator[httpx.Response]:
    """The response to a request, its body still to come, from the first of the site's addresses that answers."""
    import httpx

    addresses = _addresses(url, limits.allow_private)
    for number, ip in enumerate(addresses):
        # The request goes to the checked address; the site's name stays in its head, and its certificate must bear it.
        request = client.build_request("GET", url.copy_with(host=ip), headers={"Host": url.netloc.decode("ascii")})
        request.extensions["sni_hostname"] = url.raw_host.decode("ascii")
        try:
            response = client.send(request, stream=True)
        except httpx.ConnectError as error:
            if _is_tls(error):
                raise Unreadable(
                    f"The connection to {url.host} cannot be trusted: its certificate is not valid for it."
                    " Open it in your browser to see why."
                ) from error
            if number + 1 < len(addresses):
                continue
            raise Unreadable(
                f"There is no connection to {url.host}. Check the address, and your own connection."
            ) from None
        except httpx.TimeoutException:
            raise Unreadable(_slow(limits.silent_seconds)) from None
        except httpx.HTTPError:
            raise Unreadable(f"{url.host} broke the connection off, or answers in no way that is HTTP.") from None
        try:
            yield response
        finally:
            response.close()
        return


def _addresses(url: httpx.URL, allow_private: bool) -> list[str]:
    """The network addresses of a site, those that may be asked. Raises Unreadable where there is none."""
    try:
        found = socket.getaddrinfo(url.raw_host.decode("ascii"), url.port or 443, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise Unreadable(f"There is no site called {url.host}. Check the address, and your own connection.") from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    allowed = [ip for ip in addresses if allow_private or is_public(ip)]
    if not allowed:
        raise Unreadable(
            f"{url.host} is an address of this computer or of a private network. Add --allow-private if you mean it."
        )
    return allowed


def is_public(address: str) -> bool:
    """Whether a network address is one of the public internet: not this machine, a private network, or reserved."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        return ip in _PUBLIC_6 and ip.is_global
    return ip.is_global and not ip.is_multicast and ip not in _PROTOCOLS


def _is_tls(error: BaseException) -> bool:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError):
            return True
        seen = seen.__cause__ or seen.__context__
    return False


def _refuse(response: httpx.Response, limits: FetchLimits) -> None:
    """Raises Unreadable for what is not worth its body."""
    code = response.status_code
    if code >= 500:
        raise Unreadable(f"The site is out of order ({code}). Try again later.")
    if code != 200:
        raise Unreadable(_SAYS.get(code, f"The site answers {code} instead of a document. Open it in your browser."))
    length = response.headers.get("content-length", "")
    if length.isdigit() and int(length) > limits.mb * 1024 * 1024:
        raise Unreadable(_large(limits))
    packed = response.headers.get("content-encoding", "identity").lower()
    if packed not in ("identity", "gzip", "x-gzip", ""):
        raise Unreadable(f"The site packs it in a way that docmine did not ask for ({packed}).")
    main = response.headers.get("content-type", "").partition("/")[0].strip().lower()
    if main in ("audio", "video", "font"):
        raise Unreadable(f"It is no document: the site says that it is of the kind {main}.")


def _body(response: httpx.Response, limits: FetchLimits, ends: float) -> bytes:
    """The body unpacked. Raises Unreadable where it is too large, too slow, or breaks off."""
    import httpx

    parts: list[bytes] = []
    size = 0
    try:
        for part in response.iter_bytes():  # at most a thousand times a packet: gzip cannot do more
            parts.append(part)
            size += len(part)
            if size > limits.mb * 1024 * 1024:
                raise Unreadable(_large(limits))
            if time.monotonic() > ends:
                raise Unreadable(_slow(limits.seconds))
    except httpx.TimeoutException:
        raise Unreadable(_slow(limits.silent_seconds)) from None
    except (httpx.HTTPError, httpx.StreamError):
        raise Unreadable("The connection broke off before the document's end. Try again.") from None
    data = b"".join(parts)
    if not data.strip():
        raise Unreadable("The site gave an empty document.")
    return data


def _kind(asked: str, address: str, declared: str, data: bytes) -> str:
    """The kind by content, which must not belie what was promised. Raises NoReader, UnreadableDocument, Unreadable."""
    name = name_in(address)
    if sniff.is_zip(data) and sniff.is_plain_zip(data):
        found = "application/zip"
    else:
        try:
            found = sniff.media_type(Path(name), data)
        except NoReader as error:
            raise NoReader(asked, error.reason) from None
        except UnreadableDocument as error:
            raise UnreadableDocument(asked, error.reason) from None
    promised = declared not in (*_NOT_SAYING, *_WEB_PAGE) or PurePosixPath(name_in(asked)).suffix.lower() == ".pdf"
    if found == "text/html" and promised:
        raise Unreadable(
            "A web page came instead of the document: it may be gone, or need a login. Open it in your browser and"
            " save it."
        )
    if found == "text/plain" and declared in _WEB_PAGE:
        return "text/html"
    return found


def name_in(address: str) -> str:
    """The last part of an address's path, as the name of a file; "" for a site's first page."""
    return PurePosixPath(unquote(urlsplit(address).path)).name


def _large(limits: FetchLimits) -> str:
    return f"It has more than the {limits.mb} MB allowed. Raise DOCMINE_MAX_FILE_MB if you do want it read."


def _slow(seconds: float) -> str:
    return f"The site took longer than {seconds:g} seconds. Try again, or save the document with your browser."

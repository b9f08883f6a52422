"""No link of a page leads nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urljoin, urlsplit

import httpx
import lxml.html

from tests.browser.pages import addresses

MOST = 30
"""Links of one kind that are followed, evenly among all: each page of hundreds of records is made alike."""
Link = tuple[str, str, str]
"""Where it stands, its address on the server, and the id behind "#"."""


def test_every_link_leads_somewhere(server: str, filled: Callable[[str], str]) -> None:
    faults = []
    with httpx.Client(base_url=server, timeout=60) as client:
        pages = {address: client.get(address) for address in map(filled, addresses())}
        for where, address, id in _some([link for page in pages.values() for link in _links(page)]):
            if address not in pages:
                pages[address] = client.get(address)
            if pages[address].status_code != 200:
                faults.append(f"{where} leads to {address}, which answers {pages[address].status_code}")
            elif id and id not in _ids(pages[address]):
                faults.append(f"{where} leads to {address}#{id}, which is not there")
    assert not faults, "\n".join(faults)


def _links(page: httpx.Response) -> Iterator[Link]:
    """Those to the server itself."""
    own = page.url.netloc.decode()
    found = lxml.html.document_fromstring(page.text)
    for link in found.xpath("//a/@href | //form[@method='get']/@action | //img/@src | //link/@href"):
        target = urlsplit(urljoin(str(page.url), link))
        if target.netloc == own:
            yield page.url.path, target._replace(scheme="", netloc="", fragment="").geturl(), unquote(target.fragment)


def _ids(page: httpx.Response) -> set[str]:
    return set(lxml.html.document_fromstring(page.text).xpath("//@id"))


def _some(links: list[Link]) -> Iterator[Link]:
    kinds: dict[str, dict[tuple[str, str], Link]] = defaultdict(dict)
    for link in links:
        kinds[link[1].split("/")[1].partition("?")[0]].setdefault(link[1:], link)
    for kind in kinds.values():
        found = list(kind.values())
        yield from found[:: -(-len(found) // MOST)]

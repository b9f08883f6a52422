"""Lists that say how many items follow: "three priorities:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docmine.compare.checks.amounts import amounts
from docmine.compare.checks.record import Check, Verdict, check_at
from docmine.extract.spelled import value_of
from docmine.records import ASIDE, Block, Span

_NUMBER = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}"
_THINGS = (
    r"(?:thing|priorit|area|action|step|theme|aim|goal|objective|principle|point|reason|way|change|question|recommendation"
    r"|stage|phase|strand|workstream|outcome|commitment|promise|issue|topic|option|team|group|project|part|element|target"
    r"|measure|improvement|benefit|task|role|service|pillar|value|strength|weakness|focus|programme|activit|event|session|type"
    r"|categor|criteri|condition|domain|proposal|pledge|challenge|risk|feature|tip|rule|site|location|localit|school|centre)\w*"
)
_ANNOUNCED = re.compile(
    rf"(?<![\w-])(?<!in\s)(?P<number>{_NUMBER})\s+(?:(?!of\b|weeks?\b|months?\b|years?\b|days?\b|hours?\b)[a-z][a-z'’-]*\s+){{0,3}}?"
    rf"(?P<noun>{_THINGS})\b(?P<rest>[^:.;?!]{{0,60}}):\s*$",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"\b(?:include|includes|including|included|such\s+as|for\s+example|e\.g|among|some\s+of|of\s+(?:the|our|its|these)|first"
    r"|in\s+addition|more\s+than|at\s+least|over|up\s+to|about|around)\b",
    re.IGNORECASE,
)


def announced(blocks: Sequence[Block], doc: str) -> Iterator[Check]:
    """The lists below words that say how many items they have."""
    body = [b for b in blocks if b.kind not in ASIDE]
    for i, block in enumerate(body):
        if block.kind not in ("paragraph", "heading", "list_item") or not block.text.rstrip().endswith(":"):
            continue
        m = _ANNOUNCED.search(_last_sentence(block.text))
        if m is None or _NOT_ALL.search(m["rest"]):
            continue
        words = _last_sentence(block.text)
        if _NOT_ALL.search(words[: m.start()][-14:]) or len(amounts(words[m.end("number") :])):
            continue
        wanted, items = int(value_of(m["number"])), _items(body, i)
        counted = len(items)
        verdict, tolerance = _judged(counted, wanted)
        yield check_at(
            Span(doc=doc, text=block.text, start=block.start, end=block.end, page=block.page),
            check="list",
            verdict=verdict,
            stated=words[m.start("number") : m.end("noun")],
            sum=f"{counted} item{'' if counted == 1 else 's'} follow{'s' if counted == 1 else ''}; {wanted} announced",
            exact=float(counted) if counted else None,
            tolerance=tolerance,
            evidence=tuple(Span(doc=doc, text=b.text, start=b.start, end=b.end, page=b.page) for b in items),
        )


def _judged(counted: int, wanted: int) -> tuple[Verdict, str]:
    if counted == wanted:
        return "agrees", "exact"
    if counted > 1:
        return "does not agree", "as the document was read; look whether the list goes on elsewhere"
    # Nobody writes a list of one: the others were lost when the text was copied or read.
    return "cannot tell", "no whole list follows in the document as it was read"


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", text.strip())[-1]


def _items(body: Sequence[Block], at: int) -> list[Block]:
    """The items of the list right below a block, without those of lists inside it."""
    own = body[at].level or 1 if body[at].kind == "list_item" else 0
    items: list[Block] = []
    for block in body[at + 1 :]:
        if block.kind != "list_item" or (block.level or 1) <= own:
            break
        items.append(block)
    top = min((b.level or 1 for b in items), default=1)
    return [b for b in items if (b.level or 1) == top]

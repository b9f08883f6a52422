"""In which body somebody is: from the words beside the name and what the whole document calls its bodies.

In this order: the body that the words beside the name give, spelled out; the body of which a bare "Chair" is the chair;
the body of the e-mail's domain; the publisher for "our", for a signature, for who "joins us" and for `colleagues`; the
council that a campaign writes to. Else none: that the publisher writes of an officer does not say whose officer it is.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from docmine.extract import bodies, colleagues, names
from docmine.extract.context import layout, sentences
from docmine.extract.persons import Person
from docmine.words import is_function_word

_NAME = re.compile(r"[A-Z][\w’']+(?:[ \n]+(?:(?:of|and|for|the|&)[ \n]+){0,2}[A-Z][\w’'&]+)+")
_SHARED_DOMAINS = frozenset({"nhs", "gov", "gmail", "outlook", "hotmail", "yahoo", "icloud", "btinternet", "mail"})
"""First labels of addresses that many bodies have: they tell nothing of any."""
_MEETS = re.compile(
    r"(?:[A-Z][\w’'&-]*\s+(?:(?:and|of|for|the|&)\s+){0,2}){1,7}"
    r"(?:Board|Committee|Panel|Forum|Partnership|Group|Cabinet|Alliance|Voice|Council|Commission|Governors)\b"
)
"""The name of what holds a meeting, at the start of a title or heading."""

_PUBLIC = frozenset({"council", "agency", "authority", "trust", "board", "icb"})
"""What a body is called that has a domain of its own, rather than one of its parts."""

_ADJECTIVES = re.compile(r"^(?:(?:His|Her) Majesty’s|[Tt]he|[Oo]ur)\s+")


def organisation(doc: Doc, person: Person) -> str | None:
    """The body that somebody is in, as the document names it."""
    if person.organisation and not _shortens_the_post(person):
        return _in_full(doc, person.organisation)
    if person.role:
        body = _inspectorate(doc, person.role) or _of_the_chair(doc, person.role) or _of_the_noun(doc, person.role)
        if body:
            return body
    if person.email:
        body = _of_domain(doc, person.email)
        if body:
            return body
    publisher = layout(doc).publisher
    if publisher and (person.ours or _serves_the_subject(doc, person) or colleagues.is_one(doc, person)):
        return publisher.value
    return colleagues.council_written_to(doc, person)


def _shortens_the_post(person: Person) -> bool:
    """Whether what seems a body beside a name is the post's own short form: "Jane Hill (HoH)", Head of Housing."""
    words = re.findall(r"[\w’']+", person.role or "")
    short = (person.organisation or "").lower()
    return len(short) > 1 and short in {
        "".join(w[0] for w in words).lower(),
        "".join(w[0] for w in words if w not in bodies.SMALL).lower(),
    }


def _parted(run: str) -> list[str]:
    """A run of capitals cut at "and" where bodies stand on either side: "Anytown Council and Anytown NHS Trust"."""
    parts = re.split(r" and (?:the )?", run)
    return parts if len(parts) > 1 and all(bodies.is_organisation(part) for part in parts) else [run]


def _in_full(doc: Doc, body: str) -> str | None:
    """A body's initials with the long form that the document gives them; "the Trust" as the one trust it names."""
    if any(c.isupper() for c in body[1:]) and " " not in body:
        known = doc._.acronyms if Doc.has_extension("acronyms") else ()
        long = next((a.long for a in known if a.text == body and a.long), None)
        return f"{long} ({body})" if long else body
    if body.lower() in bodies.GENERIC:
        fitting = _named_bodies(doc, body.lower())
        if len(fitting) == 1:
            return fitting[0]
        return body if body[0].isupper() else None
    if " " not in body and body[0].isupper() and not bodies.is_short_name(body):
        return _called(doc, body)
    if body[0].islower():
        return next((named for named in _bodies(doc) if named.lower().endswith(body.lower())), body)
    fuller = [named for named in _bodies(doc) if named.endswith(f" {body}") and _opens_a_name(named.split()[0])]
    fuller = [named for named in fuller if len(named.split()) - len(body.split()) == 1]
    return fuller[0] if len(fuller) == 1 else body


def _opens_a_name(word: str) -> bool:
    """Whether a word can be the place in front of a body's name, and is nobody's name nor post."""
    if is_function_word(word) or names.is_given(word):
        return False  # "Since Ofsted came"
    return word[0].isupper() and word.lower() not in bodies.HEADS | bodies.SMALL


def _called(doc: Doc, word: str) -> str:
    """What is called by its first word, in full where the document has one name for it: "Eastmains Water"."""
    runs = [m.group() for sent in sentences(doc) for m in _NAME.finditer(sent.span.text)]
    named = dict.fromkeys(run for run in runs if run.split()[0] == word)
    known = [run for run in named if bodies.is_organisation(run)] or list(named)
    return re.sub(r"\s+", " ", known[0]) if len(known) == 1 else word


def _named_bodies(doc: Doc, noun: str) -> list[str]:
    """The bodies of the document whose names end in `noun`: the publisher's, else those of the text, each once."""
    publisher = layout(doc).publisher
    parts = re.split(r",? and (?:the )?|, ", publisher.value) if publisher else []
    own = [part for part in parts if part.lower().split()[-1] == noun]
    return own or [body for body in _bodies(doc) if body.lower().split()[-1] == noun and " " in body]


def _inspectorate(doc: Doc, role: str) -> str | None:
    """The inspectorate that the document names and whose inspector somebody is: "Inspector of Prisons"."""
    m = re.search(r"\bInspector of ([A-Z]\w+)", role)
    if m is None:
        return None
    named = [body for body in _bodies(doc) if "Inspectorate of" in body and re.search(rf"\b{m.group(1)}\b", body)]
    return named[0] if named else None


def _of_the_chair(doc: Doc, role: str) -> str | None:
    """The body whose minutes these are, for who is "Chair" there and no more."""
    document = layout(doc)
    is_minutes = document.doc_type is not None and document.doc_type.value == "minutes"
    if not is_minutes or role.lower() not in {
        "chair",
        "vice chair",
        "vice-chair",
        "co-chair",
        "chairman",
        "chairperson",
        "clerk",
        "town clerk",
        "parish clerk",
    }:
        return None
    said = [known.value for known in (document.title, document.series, document.publisher) if known]
    said += [block.text for block in document.blocks[:8] if block.kind == "heading"]
    found = [m.group() for words in said if (m := _MEETS.match(words.strip()))]
    return found[0] if found else None


def _of_the_noun(doc: Doc, role: str) -> str | None:
    """The one body that "the council" stands for in a post: "Leader of the Council"."""
    m = re.search(r"\b(?:of|to|for) (?:the|our) (\w+)$", role)
    fitting = _named_bodies(doc, m.group(1).lower()) if m and m.group(1).lower() in bodies.GENERIC else []
    return fitting[0] if len(fitting) == 1 else None


def _serves_the_subject(doc: Doc, person: Person) -> bool:
    """Whether the post names what the publication is about: its title opens with the words behind "for" or "of"."""
    document = layout(doc)
    titles = [known.value.lower() for known in (document.series, document.title) if known]
    m = re.search(r"\b(?:for|of|on) (?:the )?([A-Z]\S+ \S.+)$", person.role or "")
    return m is not None and any(title.startswith(m.group(1).lower()) for title in titles)


def _of_domain(doc: Doc, email: str) -> str | None:
    """The body named in the document whose words the address's domain carries: "@anytown.gov.uk", "Anytown Council"."""
    labels = [label for label in re.split(r"[.-]", email.split("@")[1].lower()) if label not in _SHARED_DOMAINS]
    known = doc._.acronyms if Doc.has_extension("acronyms") else ()
    short = next((a for a in known if a.long and a.text.lower() in labels), None)
    if short is not None:
        return f"{short.long} ({short.text})"
    publisher = layout(doc).publisher
    named = [publisher.value] if publisher else []
    called = dict.fromkeys(b for b in (*named, *_bodies(doc)) if _carries(labels, b))
    own = [b for b in called if b in named] or [b for b in called if b.split()[-1].lower() in _PUBLIC] or list(called)
    return min(own, key=lambda b: (len(b), b), default=None)


def _carries(labels: list[str], body: str) -> bool:
    """Whether an address's labels are a body's first word, or its initials: "anytown", "rca"."""
    initials = "".join(w[0] for w in re.findall(r"[\w’'&]+", body) if w.lower() not in bodies.SMALL).lower()
    return body.split()[0].lower().replace("’", "") in labels or (len(initials) > 2 and initials in labels)


def _bodies(doc: Doc) -> tuple[str, ...]:
    """Every body that the document names, in order; computed once a document."""
    found: tuple[str, ...] | None = doc.user_data.get("docmine_bodies")
    if found is None:
        runs = [re.sub(r"\s+", " ", m.group()) for sent in sentences(doc) for m in _NAME.finditer(sent.span.text)]
        longs = [a.long for a in doc._.acronyms if a.long] if Doc.has_extension("acronyms") else []
        named = [_ADJECTIVES.sub("", run) if run.startswith(("The", "Our")) else run for run in (*longs, *runs)]
        parted = [part for run in named for part in _parted(re.sub(r"['’]s?$", "", run))]
        found = tuple(dict.fromkeys(body for body in parted if bodies.is_organisation(body)))
        doc.user_data["docmine_bodies"] = found
    return found

"""Who speaks: the words around a quotation that name its speaker, before, behind, in the middle or on the next line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docmine.extract import bodies, names, roles

SPEECH = (
    "said|says|say|saying|adds|added|adding|explained|explains|explaining|commented|comments|commenting|told|tells|telling|stated|states|remarked|remarks|replied|"
    "replies|noted|notes|continued|continues|concluded|concludes|argued|argues|warned|insisted|admitted|recalled|recalls|reflected|reflects|wrote|writes|"
    "announced|responded|responds|answered|shared|shares|asked|asks|declared|observed|reported|reports|stressed|urged|agreed|confirmed|exclaimed|quipped|"
    "described|describes|called|calls|felt|feels|put it|summed up|praised|accepted|accepts|"
    "conceded|acknowledged|claimed|claims|maintained|complained|promised|pleaded|feared|joked"
)
_DESCRIBES = frozenset(
    {"described", "describes", "called", "calls", "felt", "feels", "praised", "shared", "shares", "reported", "reports"}
    | {
        "agreed",
        "asked",
        "asks",
        "confirmed",
        "notes",
        "noted",
        "accepted",
        "accepts",
        "acknowledged",
        "claimed",
        "claims",
    }
)
"""Verbs that also take a scare quote: 'described a "stop/start" approach'."""

_SUBJECT = (
    r"(?P<who>(?:[A-Z“‘(]|one\b|another\b|some\b|many\b|several\b|two\b|three\b|a\b|an\b|the\b|parents\b|"
    r"families\b|children\b|young\b|pupils\b|staff\b|leaders\b|carers\b|he\b|she\b|they\b|we\b|"
    r"I\b)[^.;:!?“”\"\n]{0,160}?)"
)
_VERB_BEFORE = re.compile(
    rf"(?:^|[.;!?]\s+|,\s+|\b(?:as|and|but|while)\s+|^As\s+)?{_SUBJECT},?\s+(?:has |have |had |also |"
    rf"recently |then |simply |clearly |further |later )*"
    rf"(?P<verb>{SPEECH})\b(?P<rest>[^.;!?“”\"\n]{{0,70}}?)\s*[,:]?\s*(?:that\s+)?(?:it as\s+|as\s+)?$"
)
_VERB_BEHIND = re.compile(
    rf"^\s*,?\s*(?:(?P<verb1>{SPEECH})\s+(?P<who1>[^.;!?“”‘\"\n]{{2,200}})|"
    rf"(?P<who2>[^.;!?:“”‘\"\n]{{1,160}}?),?\s+(?:also |then |simply |clearly )?(?P<verb2>{SPEECH})\b)"
)
_DASH_BEHIND = re.compile(r"^\s*(?:[–—-]+|~|\s-\s)\s*(?P<who>[^\n“”]{2,160})")
_BRACKET_BEHIND = re.compile(r"^\s*\((?P<who>[^()\n]{3,120})\)")
_COLON_BEFORE = re.compile(r"(?:^|[.!?]\s+)(?P<who>[A-Z][^.;:!?“”\"\n]{1,90}):\s*$")
_MESSAGE_BEFORE = re.compile(
    r"\b(?:message|messages|words|slogan|motto|plea|cry|call|calls|feedback|comment|comments|quote|view|"
    r"request|demand|statement|response)s?(?: we (?:heard|received|had))?\s+"
    r"(?:from|of|by)\s+(?P<who>(?:the |our |one |a |an |some |many )?[^,.;:!?“”‘\"\n]{3,70}?)\s*(?:,|:|–|"
    r"-|was|is|that|were)?\s*$"
)
_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Ii]n the words of|[Tt]o quote|[Qq]uoting|"
    r"[Aa]s)\s+(?P<who>[^.;:!?“”‘\"\n]{2,120}?)(?:\s+(?:put it|puts it|said|says|commented|explained|"
    r"wrote|told \w+))?\s*[,:]\s*$"
)

_ACCOUNT_BEFORE = re.compile(
    r"(?:^|[.!?]\s+)(?P<who>[^.;:!?“”\"\n]{2,100}?),?\s+(?:has\s+|have\s+)?"
    r"(?:(?:gave|given|sent|told|left|offered|shared|wrote|put)\s+(?:(?:us|me|inspectors|it|the\s+\w+)\s+)?(?:with\s+)?(?:like\s+)?"
    r"(?:this|the\s+following|her|his|their|these)"
    r"|(?:\w+ed|put|spoke)\b[^.;:]{0,60}\bwith\s+(?:this|these|the\s+following))"
    r"(?:\s+(?:own\s+|short\s+)?(?:account|story|words?|messages?|comments?|feedback|example|statement|answer|reply|description|plea))?"
    r"[.:]?\s*$"
)
""" "She gave us this account.", "He closed with these words:"."""
_TOLD_AFTER = re.compile(
    r"(?:That|This|These|Those|They|It) (?:was|is|were|are)(?: (?:the |one of the )?words? of| from)?"
    r" (?P<who>[A-Z][^.;:!?]{2,120})"
)
_ABOUT_SOMEBODY = re.compile(
    r"(?P<who>(?:[Hh]e|[Ss]he)|(?:[A-Z][\w’'.-]*,? ){1,8}?(?:,[^,:]{2,80},)?) ?"
    r"(?:has|have|had|is|was|will|does|did|remains|looks|feels|likes|knows|thinks|believes|wants|hopes|puts|sees|runs|leads)\b[^:“”\"]*[:(]\s*$"
)
"""A sentence about a person that opens a quotation: "Jane Hill has given her word that nobody will lose: “..."."""
_BY_WHAT = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2}(?=,)")
_AGE = re.compile(r", \d\d?\b")
_INITIALS = re.compile(r"[A-Z]{2,3}")
_LEADING_PLACE = re.compile(
    r"^(?:At|In|On|For|During|From|By|With|To|I|We|It|This|There)\b.*?\b(?P<who>(?:the|a|an|one|our)\s+(?:[\w’'-]+\s*){1,5})$"
)
"""What stands before the subject: "At the old dairy the promoter"."""
_DOERS = re.compile(r"\b[a-z]{2,}(?:er|or|ist|ician|man|woman|mentor|warden|agent|tenant|applicant|consultant)\b")
_NO_DOERS = re.compile(
    r"(?:news)?letter|paper|order|number|quarter|register|folder|poster|water|cover|chapter|summer|winter|matter|answer|computer"
    r"|server|charter|offer|power|floor|error|factor|sector|corner|tender"
)
_THINGS = re.compile(
    r"promise|policy|strategy|plan|charter|standards?|survey|guide|page|leaflet|website|programme|statement|framework|code|act"
    r"|law|services?|scheme|rules|form|app|system",
    re.IGNORECASE,
)
"""What people make but are not: "our customer promise says"."""
_SHORT = 8
"""Words of a line that names the speaker behind the mark: "Resident, user research"."""
_WHENCE = re.compile(r",? (?:from|in|at|speaking|writing)\b")
_PRONOUNS = frozenset({"he", "she", "they", "i", "who"})
_PEOPLE = re.compile(
    r"\b(?:parents?|carers?|famil(?:y|ies)|child(?:ren)?|young (?:person|people)|pupils?|students?|mum|"
    r"mother|dad|father|residents?|inspectors?|leaders?|staff|teachers?|"
    r"headteachers?|practitioners?|professionals?|social workers?|respondents?|participants?|members?|"
    r"users?|people|person|spokes\w+|one|another|some|many|several|others|"
    r"officers?|councillors?|governors?|colleagues?|attendees?|delegates?|visitors?|customers?|tenants?|"
    r"patients?|nurses?|managers?|commissioners?|partners?|author|authors|report|"
    r"council|board|ofsted|forum|trust|department|charity|union|group|team|director|minister|judge|"
    r"magistrate|clerk|vicar|solicitor|neighbour|veteran|widow|friend|expert|academic|scientist|guardian|"
    r"tribunal|letter|ombudsman|chair|chairman|speaker)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """The speaker as the words name them, their post if it stands there too, and the strength of the link."""

    speaker: str
    role: str | None
    kind: str
    """"says", "describes", "dash", "bracket", "colon" or "message"."""
    pronoun: bool = False


def before(head: str) -> Attribution | None:
    """The speaker named by the words in front of a quotation; `head` is its paragraph up to the mark."""
    sentence = re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", _last_sentence(head))
    for pattern, kind in ((_ACCORDING, "says"), (_MESSAGE_BEFORE, "message")):
        m = pattern.search(sentence)
        if m:
            found = _speaker(m.group("who"), kind)
            if found:
                return found
    m = _VERB_BEFORE.search(re.split(r",\s+(?:while|whereas|but)\s+", sentence)[-1]) or _VERB_BEFORE.search(sentence)
    if m:
        found = _speaker(m.group("who"), "describes" if m.group("verb") in _DESCRIBES else "says")
        if found:
            return found
    m = _ACCOUNT_BEFORE.search(sentence)
    if m and (found := _speaker(m.group("who"), "colon")):
        return found
    m = _COLON_BEFORE.search(head[-140:])
    found = _speaker(m.group("who"), "colon") if m else None
    if found is None and sentence.rstrip().endswith(":"):
        found = _subject_of(sentence, "colon")
    if found is None and sentence.endswith("("):
        found = _subject_of(sentence, "message")
    return found


def behind(tail: str) -> Attribution | None:
    """The speaker named by the words behind a quotation; `tail` is the rest of its paragraph."""
    m = _DASH_BEHIND.match(tail)
    if m:
        return _speaker(m.group("who"), "dash")
    m = _VERB_BEHIND.match(tail)
    if m:
        found = _speaker(m.group("who1") or m.group("who2") or "", "says")
        if found:
            return found
    m = _BRACKET_BEHIND.match(tail)
    if m:
        return _speaker(m.group("who"), "bracket")
    line = tail.strip()
    return (
        _speaker(line, "dash") if line[:1].isupper() and len(line.split()) <= _SHORT and line[-1:].isalnum() else None
    )


def on_line(line: str) -> Attribution | None:
    """The speaker named by the line under a block quotation: "– Jane Hill, Chair", "Parent, north of the county"."""
    stripped = line.strip().lstrip("–—-~ ").strip()
    if stripped.startswith("(") and stripped.endswith(")"):
        stripped = stripped[1:-1]
    if len(stripped.split()) > 16 or stripped.endswith(("?", ":", "!")):
        return None
    dashed = line.strip()[:1] in "–—-~"
    found = _speaker(stripped.rstrip("."), "dash")
    if found is None or dashed:
        return found
    person = names.RUN.match(stripped)
    named = (
        person is not None
        and names.is_given(person.group().split()[0])
        and (found.role is not None or person.end() == len(stripped) or _WHENCE.match(stripped, person.end()))
    )
    return found if named else None


def told_after(paragraph: str) -> Attribution | None:
    """The person whom the paragraph behind a quotation names as its speaker: "That was Jane Hill, who lives here"."""
    m = _TOLD_AFTER.match(paragraph)
    found = _speaker(m["who"], "dash") if m else None
    return found if found is not None and m is not None and names.RUN.match(m["who"]) else None


def _subject_of(sentence: str, kind: str) -> Attribution | None:
    """The person whom a sentence is about: it names somebody first of all, and its verb follows."""
    m = _ABOUT_SOMEBODY.match(sentence)
    if m is None:
        return None
    found = _speaker(m["who"], kind)
    named = found is not None and (found.pronoun or _person(m["who"]) is not None)
    return found if named else None


def _last_sentence(head: str) -> str:
    pieces = re.split(r"(?<=[.!?][”’\"])\s+|(?<=[a-z)][.!?])\s+(?=[A-Z])|\n", head)
    return pieces[-1][-320:]


def _speaker(words: str, kind: str) -> Attribution | None:
    """A speaker's name or description, with the post cut off; None where the words name nobody."""
    words = re.sub(r"\s+", " ", words).strip(" ,;:–—-")
    words = re.sub(
        r"^(?:[Ii]n (?:her|his|their|the|an?) [^,]{2,60}|[Oo]n [^,]{2,40}|[Ff]ollowing [^,]{2,60}|"
        r"[Aa]fter [^,]{2,60}|[Ww]hen asked[^,]{0,60}|[Ff]or example|[Aa]s|[Aa]nd|[Bb]ut|[Hh]owever|[Ww]hile|"
        r"[Tt]hat),?\s+",
        "",
        words,
    )
    words = re.split(r"\bthat\s+(?=the\b|an?\b|one\b|[A-Z])", words)[-1]
    led = _LEADING_PLACE.match(words)
    words = led["who"].strip() if led else words
    if not words:
        return None
    if _INITIALS.fullmatch(words) and kind in ("says", "colon", "describes"):
        return Attribution(words, None, kind)
    if words.lower() in _PRONOUNS:
        return Attribution(words, None, kind, pronoun=True)
    described = re.match(r"(?:[Oo]ne|[Aa]n?|[Aa]nother|[Tt]he) \w+ (?:of|to|at|in|from)\b|[A-Z][a-z]+(?=,)", words)
    somebody = described is not None and bool(_PEOPLE.search(described.group()) or _doer(described.group()))
    if kind == "dash" and (plain := _BY_WHAT.match(words)):
        what = plain.group()
        if _AGE.match(words, plain.end()) or _PEOPLE.search(what) or (" " in what and _doer(f"a {what.lower()}")):
            return Attribution(what, None, kind)  # "Pupil, 14, Whinfell", "Retired farmer, Upper Thrang"
    person = None if somebody else _person(words)
    if person:
        return Attribution(*person, kind)
    if kind in ("says", "colon") and re.fullmatch(r"[A-Z][a-z]{2,}", words) and not _PEOPLE.fullmatch(words):
        return Attribution(words, None, kind)  # a short name, if the document has somebody who bears it
    head, _, tail = words.partition(",")
    if roles.has_head(head) and head[0].isupper() and kind in ("dash", "bracket", "colon"):
        return Attribution(words if tail and len(words.split()) <= 14 else head, None, kind)
    people = _PEOPLE.search(head) or _doer(head)
    if people and not _is_a_thing(head) and len(head.split()) <= 14 and not _part_of_a_name(head, people):
        return Attribution(re.sub(r"\s+(?:who|which|that|we|spoken|interviewed|surveyed)\b.*", "", head), None, kind)
    return None


def _doer(words: str) -> re.Match[str] | None:
    """A noun that by its ending names somebody by what they do: "the promoter"."""
    found = (
        list(_DOERS.finditer(words)) if re.match(r"(?:the|a|an|one|our|another|her|his|their)\b", words, re.I) else []
    )
    return found[-1] if found and not _NO_DOERS.fullmatch(found[-1].group()) else None


def _is_a_thing(words: str) -> bool:
    """Whether the subject's own noun is a thing: "our customer promise", not "a member of the service"."""
    subject = re.split(r"\s+(?:of|in|at|on|from|for|with|to|who|which|that)\b", words)[0].split()
    return bool(subject) and _THINGS.fullmatch(subject[-1]) is not None


def _part_of_a_name(words: str, noun: re.Match[str]) -> bool:
    """Whether a noun for people ends the proper name of a thing: "Permit Manager", said of a system."""
    before = words[: noun.start()].split()
    titled = noun.group()[0].isupper() and noun.group().lower() in bodies.HEADS
    return titled and bool(before) and before[-1][0].isupper() and before[0].lower() not in {"the", "our", "a", "an"}


def _person(words: str) -> tuple[str, str | None] | None:
    """A named person at the start or the end of the words, and the post beside the name."""
    for run in names.RUN.finditer(words):
        tokens = run.group().split()
        kept = [t for t in tokens if t.lower() not in names.NEVER or t.lower() in names.MAYBE]
        while kept and (
            re.fullmatch(names.HONORIFIC, kept[0])
            or kept[0].lower() in bodies.HEADS
            or kept[0].lower() in roles.MODIFIERS
        ):
            kept = kept[1:]
        start = run.start() + (run.group().find(kept[0]) if kept else 0)
        end = run.start() + (run.group().rfind(kept[-1]) + len(kept[-1]) if kept else 0)
        if (
            not kept
            or bodies.is_organisation(run.group())
            or not (len(kept) > 1 or names.is_given(kept[0]) or words[:start].strip())
        ):
            continue
        name = words[start:end].removesuffix("’s").removesuffix("'s")
        if not (
            names.is_given(kept[0])
            or re.search(rf"{names.HONORIFIC}\s+$", words[:start])
            or roles.before(words, start)
            or re.match(r"\s*,", words[end:])
            or end == len(words)
        ):
            continue
        if roles.has_head(name.split()[-1]) and not names.is_given(kept[0]):
            continue
        post = _post(words, start, end)
        return name, post
    return None


def _post(words: str, start: int, end: int) -> str | None:
    suffix = names.POSTNOMINALS.match(words, end)
    rest = words[suffix.end() if suffix else end :]
    link = re.match(r"\s*(?:,|\(|[–—-])\s*", rest)
    if link:
        phrase = rest[link.end() :].strip(" ,.()")
        post = roles.after(phrase, 0)
        if post is not None:
            return (
                phrase
                if len(phrase.split()) <= 16 and "," in phrase and not re.search(r"\b(?:said|who|has|was)\b", phrase)
                else phrase[post.start : post.end]
            )
    front = roles.before(words, start)
    return re.sub(rf",\s*{names.HONORIFIC}\s*$", "", words[front.start : front.end]) if front else None

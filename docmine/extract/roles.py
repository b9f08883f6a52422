"""Phrases that say what somebody does and for whom: "Director of Children's Services, Anytown City Council"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docmine.extract import bodies
from docmine.extract import words as lists
from docmine.extract.bodies import HEADS
from docmine.extract.names import is_given

MODIFIERS = lists.load("title_modifiers")
"""Words without a capital that may stand before such a noun: "interim chief executive"."""

_OF_A_BODY = re.compile(
    r"\b(?:managing director|"
    r"chair|chairman|chairwoman|chairperson|co-chair|vice[- ]chair|chief executive|ceo|founder|co-founder|trustee|"
    r"secretary|treasurer|president|ambassador|headteacher|headmaster|headmistress|principal)\s*$",
    re.IGNORECASE,
)
"""Posts of which whatever stands behind "of" is a body, whether its name tells or not: "Chair of Family Voice"."""

_STOP_AFTER = re.compile(
    r"[;:!?\t“”‘\"()\[\]|]|\.(?=\s|$)|\s[–—-]\s|\n|[ \u00a0]{3,}|"
    r"\s(?:in|on|from|until|since|at the end of|at)\s(?=\d|(?:next|last|this|early|late|mid)\b|Easter\b|Christmas\b|"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b)|"
    r"\s(?:at|after|before) (?:the|our|its) (?:AGM|annual|next|end)\b|"
    r",?\s(?:who|which|that|has|have|had|is|are|was|were|will|would|can|could|said|says|say|told|tells|"
    r"explained|explains|added|adds|commented|comments|"
    r"wrote|writes|by|if|when|where|while|whose|since|until|because|but|so|as|takes|took|shares|shared|"
    r"joins|joined|talks|gave|gives|on\s+\d|from\s+\d|"
    r"about|during|after|before|via|to\s+(?!the\b|a\b|our\b))\s|"
    r",?\s(?:and|or)\s(?:the|our|a|an|his|her|their|will|has|have|is|was)\s"
)
_STOP_BEFORE = lists.load("before_no_title")
_DETERMINERS = frozenset({"the", "our", "a", "an", "its", "their", "his", "her", "my", "your", "any", "one", "each"})


@dataclass(frozen=True, slots=True)
class Post:
    """What somebody does, and for whom; where the words stand in the text they were found in."""

    role: str | None
    organisation: str | None
    start: int
    end: int


def has_head(phrase: str, *, plural: bool = False) -> bool:
    """Whether a phrase holds a noun for a job or office, in the singular; with `plural`, in either."""
    words = [w.lower().strip(".'’") for w in re.findall(r"[\w'’-]+", phrase)]
    return any(w in HEADS or (plural and w.removesuffix("s") in HEADS) for w in words)


def is_role_line(line: str) -> bool:
    """Whether a line on its own is a job title: short, a title's noun in it, no sentence."""
    words = line.split()
    return (
        0 < len(words) <= 14
        and has_head(line, plural=True)
        and not line.rstrip().endswith((".", "!", "?", ":"))
        and not re.search(r"\b(?:is|are|was|were|will|has|have|said|says|we|you|I|please|that|should|can)\b", line)
        and sum(w[0].isupper() for w in words if w[0].isalpha()) * 2 >= sum(w[0].isalpha() for w in words)
    )


def after(text: str, at: int, limit: int | None = None) -> Post | None:
    """The post that a phrase starting at `at` names; `at` is behind the comma, dash, bracket or "as the".

    The phrase ends at `limit` at the latest: the next person's name.
    """
    lead = re.compile(
        r"(?:(?:and|now|currently|formerly|also|as) )?(?:(?:the|our|its|their|a|an|my|your|new|"
        r"newly appointed|recently appointed|first) )*",
        re.I,
    ).match(text, at)
    begin = lead.end() if lead else at
    limit = len(text) if limit is None else limit
    stop = _STOP_AFTER.search(text, begin, limit)
    phrase = text[begin : stop.start() if stop else limit]
    phrase = re.sub(r"[\s,]+(?:(?:and|or|our|the|with|by)\s*)*$", "", phrase)
    parts = list(re.finditer(r"[^,]+", phrase))
    if not parts or not _opens_a_role(parts[0].group()):
        return None
    kept = [parts[0]]
    for part in parts[1:]:
        words = part.group().split()
        if not words or len(words) > 9 or not _continues(part.group().strip()):
            break
        kept.append(part)
    end = begin + kept[-1].end()
    role, organisation = split(text[begin:end])
    return Post(role, organisation, begin, begin + len(text[begin:end].rstrip()))


def before(text: str, at: int) -> Post | None:
    """The post named by the words right before `at`: "our Forum Chair |Sabiha"; a comma or colon may stand between."""
    head = re.sub(r"(?:\s*\([A-Z][\w&]{1,7}\))?[ ,:]+$", "", text[max(0, at - 140) : at])
    offset = max(0, at - 140)
    clause = re.split(r"[.;:!?\t“”‘\"()\[\]|\n]|\s[–—-]\s|[ \u00a0]{3,}", head)[-1]
    clause_at = offset + len(head) - len(clause)
    words = list(re.finditer(r"[\w’'&/-]+(?:\.(?=\w))?|,", clause))
    chosen: list[re.Match[str]] = []
    bounded = False
    for word in reversed(words):
        lower = word.group().lower()
        if lower in _DETERMINERS and not _small_before(words, word):
            bounded = True
            break
        if lower == "," and (
            not chosen or has_head(clause[chosen[-1].start() :]) or not _continues(clause[chosen[-1].start() :])
        ):
            break
        if lower in _STOP_BEFORE and not (
            lower in {"and", "to", "in", "on", "at", "with"} and chosen and _joins(words, word)
        ):
            break
        chosen.append(word)
        if len(chosen) > 11:
            break
    chosen.reverse()
    while chosen and (
        chosen[0].group() == "," or chosen[0].group().lower() in {"of", "for", "and", "new", "with", "in", "to"}
    ):
        chosen = chosen[1:]
    if not chosen:
        return None
    phrase = clause[chosen[0].start() :]
    if not bounded:
        phrase = _without_stray_words(phrase)
    if not phrase or not _is_role(phrase):
        return None
    role, organisation = split(phrase)
    start = clause_at + len(clause) - len(phrase)
    return Post(role, organisation, start, start + len(phrase))


def split(phrase: str) -> tuple[str | None, str | None]:
    """A phrase such as "Chief Executive of Anytown Trust" as role and organisation; either may be missing."""
    if bodies.is_body(phrase):
        return None, _tidy(phrase)
    owned = re.match(r"(?:[Tt]he\s+)?(.+?)(?:['’]s|(?<=s)['’])\s+(?:new\s+|own\s+)?(.+)", phrase, re.DOTALL)
    if owned and has_head(owned.group(2)) and _owns(owned.group(1)):
        return _tidy(owned.group(2)), _tidy(owned.group(1))
    parts = [p.strip() for p in phrase.split(",") if p.strip()]
    at = [i for i, p in enumerate(parts) if i > 0 and (bodies.is_organisation(p) or bodies.called_like_a_body(p))]
    role_parts = parts[: at[0]] if at else parts
    bodies_text = parts[at[0] :] if at else []
    role = ", ".join(role_parts)
    if bodies_text:
        return _tidy(role), _tidy(", ".join(bodies_text))
    for m in re.finditer(r"\s(at|of|for|with|from|to)\s+(?:the\s+)?", role):
        rest = role[m.end() :]
        if not has_head(role[: m.start()]):
            continue
        a_name = m.group(1) == "at" or (m.group(1) == "of" and _OF_A_BODY.search(role[: m.start()]))
        if bodies.is_organisation(rest, part=m.group(1) in {"at", "from", "with", "to"}) or (
            a_name and bodies.capitalised(rest)
        ):
            return _tidy(role[: m.start()]), _tidy(rest)
    return _tidy(role), _body_in_front(role)


def _owns(words: str) -> bool:
    """Whether what stands before the "’s" of a post is a body, or a noun for one: "improvement board’s"."""
    if bodies.is_body(words) or (words.lower().split()[-1] in bodies.GENERIC and len(words.split()) <= 5):
        return True
    named = " " not in words and words[0].isupper() and not words[0].islower()
    return named and not has_head(words, plural=True) and not is_given(words) and words.lower() not in bodies.FIELDS


def _body_in_front(role: str) -> str | None:
    """The body whose name opens a role: "Ofsted lead inspector", "Parent Carer Forum Chair"."""
    words = role.split()
    for cut in range(len(words) - 1, 0, -1):
        front = " ".join(words[:cut]).removesuffix("’s").removesuffix("'s")
        if (
            has_head(" ".join(words[cut:]))
            and words[cut - 1].lower() not in HEADS
            and cut > 1
            and words[cut - 1].lower() in bodies.FRONT
        ):
            return front
    return words[0] if len(words) > 1 and bodies.is_short_name(words[0]) else None


def _opens_a_role(part: str) -> bool:
    """Whether the noun of a title stands among the first words, before any of a sentence's."""
    words = part.split()
    if words and words[0].lower() == "to":
        return False
    for i, word in enumerate(words[:8]):
        bare = word.lower().strip(".'’")
        if bare in HEADS:
            return True
        if not (
            word[0].isupper()
            or bare in MODIFIERS
            or bare in {"and", "&", "for", "of", "the"}
            or "’" in word
            or "'" in word
            or "-" in word
            or i == 0
        ):
            return len(words) <= 5 and has_head(part)
    return False


def _is_role(phrase: str) -> bool:
    """Whether the words right before a name are a title: its noun last, or followed by "of", "for" or a comma."""
    words = phrase.split()
    last = words[-1].lower().strip(".'’")
    if last in HEADS or last.removesuffix("s") in HEADS:
        return True
    return (
        re.search(r"\b(" + "|".join(map(re.escape, sorted(HEADS))) + r")(?:,| (?:of|for|to|in|at)\b)", phrase, re.I)
        is not None
    )


def _continues(part: str) -> bool:
    """Whether a part behind a comma still belongs to the post: a body, or capitals such as "Children and Families"."""
    words = re.findall(r"[\w’'&/-]+", part)
    if not words or not words[0][0].isupper():
        return False
    if bodies.is_organisation(part):
        return True
    return all(w[0].isupper() or w in bodies.SMALL for w in words) and not bodies.person_like(words)


def _small_before(words: list[re.Match[str]], word: re.Match[str]) -> bool:
    """Whether "the" stands inside a title: "Director of the", "Assistant to the"."""
    i = words.index(word)
    return (
        i > 1
        and words[i - 1].group().lower() in {"of", "for", "to", "at", "in"}
        and words[i - 2].group().lower().strip("’'") in HEADS
    )


def _joins(words: list[re.Match[str]], word: re.Match[str]) -> bool:
    """Whether "and" joins two capitalised words: "Education and Skills"."""
    i = words.index(word)
    return 0 < i < len(words) - 1 and words[i - 1].group()[0].isupper() and words[i + 1].group()[0].isupper()


def _without_stray_words(phrase: str) -> str:
    """The end of a phrase that has no "the" before it: capitals and known modifiers only."""
    words = list(re.finditer(r"\S+", phrase))
    begin = len(phrase)
    for word in reversed(words):
        bare = word.group().lower().strip(",.'’")
        if not (
            word.group()[0].isupper()
            or bare in MODIFIERS
            or bare in HEADS
            or bare in {"of", "for", "and", "&", "the"}
            or begin == len(phrase)
        ):
            break
        begin = word.start()
    return re.sub(r"^(?:of|for|and|the|&)\s+", "", phrase[begin:])


def of_one(role: str) -> str:
    """A post that several share, of one of them: "Co-chairs" as "Co-chair", "Two apprentices" as "apprentice"."""
    role = re.sub(r"^(?:(?:the|our|its|two|three|four|both|new|\d)\s+)+", "", role, flags=re.IGNORECASE)
    words = list(re.finditer(r"[\w'’-]+", re.split(r",|\s(?:of|for|at|from|in)\s", role)[0]))
    last = words[-1] if words else None
    if last is None or last.group().lower().removesuffix("s") not in HEADS or not last.group().endswith("s"):
        return role
    return role[: last.end() - 1] + role[last.end() :]


def _tidy(text: str) -> str | None:
    text = re.sub(r"\s+", " ", text).strip(" ,;:–—-.")
    return text or None

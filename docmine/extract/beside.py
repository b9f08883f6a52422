"""What stands beside a name in its sentence: the post, the body it is held in, an e-mail address.

words ─ posts ─▶ who is what, and in which body     words ─ body ─▶ "from", "chaired by", "has appointed"
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from docmine.extract import bodies, evidence, names, roles
from docmine.extract import words as lists
from docmine.extract.context import layout
from docmine.extract.mentions import EMAIL, carries
from docmine.extract.names import Shape
from docmine.extract.roles import Post

_POST_BEHIND = re.compile(
    r"(?:,\s*(?!who\b|and (?:our|its|the)\b)|\s+[–—|-]\s+|\s*\(|:\s+)(?!\s)|"
    r"\s+(?:who |,? )?(?:is|was|has been|have been|had been|will be|became|becomes|"
    r"remains)\s+(?:recently |newly |also |now |currently |formally )?"
    r"(?:appointed |recruited |named |elected |confirmed |promoted |employed )?(?:as |to be |"
    r"to the (?:role|post|position) of |to )?|"
    r",?\s+(?:has |have |who )?(?:joins?|joined|joining|started|starts)\b[^.;\n]{0,60}?\bas\s+|"
    r",?\s+(?:who )?(?:(?:has |have |will )?(?:takes?|taken|took) over|(?:will )?(?:continues?|stays? on|acts?|serves?|"
    r"served|retires?|retired|stands? down|steps? down|stepped down|returns?))(?: \w+)? as\s+|"
    r"\s+(?:as|in (?:his|her|their) role as|in the (?:role|post) of|takes up the (?:role|post) of|"
    r"to the (?:role|post) of)\s+|"
    r"\s+(?:has |have )?joined [^.;\n]{2,50}? and (?:will be|is|becomes) |"
    r"(?:[ \u00a0]{1,2}|\s*\n\s*)(?=(?:new |our |the )?[A-Z])"
)
_BODY_BEHIND = re.compile(
    r"(?P<link>,\s*|\s+[–—-]\s+|\s*\()(?:the )?(?P<body>[A-Z][\w’'&-]*(?:\s+(?:(?:of|for|and|the|&)\s+){0,2}"
    r"[A-Z][\w’'&-]*){0,8})(?P<end>\s*(?:[),;.]|$|\n|\s[–—-]\s))"
)
_OWN_BRACKET = re.compile(r"\s*\(([A-Za-z]{2,5}|\w+/\w+)\)")
"""Initials that minutes give to somebody, or pronouns: "Jane Hill (JH), Head of Housing"."""

_TASK_IN_BRACKETS = re.compile(r"\s*\((minutes|notes|note[- ]taker|minute[- ]taker|secretariat|observer|observing)\)")
"""Why somebody is at a meeting who has no post in it."""

_POLICE = re.compile(r"\b(?:Constabulary|Polic(?:e|ing))\b")
_DEPARTMENT = re.compile(
    r"(?:,\s*|\s*\()(?P<body>[A-Z][\w’'&-]*(?:\s+(?:(?:of|for|and|&)\s+)?[A-Z][\w’'&-]*){0,4})\s*(?:[);.]|$)"
)

_PRONOUNS = ("she/her", "he/him", "they/them")
_LABELS = lists.load("labels_of_names")
"""Before a colon they say why somebody is named, and are no post."""
_WORKS_ON = re.compile(
    r"[^.;\n]{0,160}?\b(?:joined|joins|joining) (?:us|the [\w ]{2,30}?) to (?:work on|lead(?: on)?|"
    r"help with|support|look after) (?:the |our )?"
    r"([a-zA-Z][\w’' -]{3,60}?)(?=[.,;]|\s(?:and|as|for|in|from|of|across)\b|$)"
)
_NAME_OF_BODY = r"((?:[A-Z][\w&’']*)(?: (?:of |for |and )?(?:the )?[A-Z][\w&’']*)*)"
_MEMBERS = re.compile(
    r"\bmembers? (?:of|to|joining) (?:the|our) ([\w’' -]{3,50}? (?:team|board|forum|panel|committee|group|"
    r"council))\b[^.]*\.?\s*$",
    re.IGNORECASE,
)
_JOINS_BODY = re.compile(rf"\s+(?:has |have )?(?:joined|joins|is joining) (?:the )?{_NAME_OF_BODY}")
_FROM_BODY = re.compile(rf"\s+(from|of|at|with|representing|on behalf of) (?:the )?{_NAME_OF_BODY}")
_CHAIRS_BODY = re.compile(
    r"(?:,? who)?\s+(?:now |also |jointly )*(?:chairs|chaired|has chaired|is chairing|will chair) (?:the |our )?"
    + _NAME_OF_BODY
)
_BODY_BEFORE = re.compile(
    _NAME_OF_BODY + r"(?:\s*\([^)]{2,12}\))?(?::\s+|,? (?:and|with) its (?:[a-z-]+ )?|,? whose (?:[a-z-]+ )?)$"
)
"""A body and then its post: "the Anytown Alliance (AA) and its chair, Jane Hill", "Anytown Alliance: chair Jo Hill"."""

_CHAIRED_BY = re.compile(_NAME_OF_BODY + r"(?:\s*\([^)]{2,12}\))?,?\s+(?:which |that )?(?:is |was )?chaired by\s+$")


def posts(text: str, shapes: list[Shape], sure: list[int]) -> tuple[dict[int, Post], set[int]]:
    """The post of each name by its place in `shapes`, no words used twice; and which posts are "our" somebody's.

    A post ends at the latest where the next name starts that is `sure` to be one.
    A title right before a name is the surest, then one behind it, then one before it with a comma between.
    """
    found: dict[int, Post] = {}
    taken: list[tuple[int, int]] = []

    def give(i: int, post: Post | None) -> None:
        if post is not None and not any(post.start < end and start < post.end for start, end in taken):
            found[i] = post
            taken.append((post.start, post.end))

    fronts = [_post_before(text, shape) for shape in shapes]
    for i, front in enumerate(fronts):
        named = shapes[i - 1].full_end if i and shapes[i - 1].full_start in sure else 0
        if front is not None and front.start < named:  # "Jane Hill Chief Executive: Wei Li"
            fronts[i] = _post_before(" " * named + text[named:], shapes[i])
    for i, front in enumerate(fronts):
        then = _following(text, shapes, i)
        alone = then is None or not side_by_side(text, shapes[i], shapes[then])
        if front is not None and alone and _is_plural(front.role or ""):
            fronts[i] = None  # "we thank our volunteers, Jane Hill said"
    for i, (shape, front) in enumerate(zip(shapes, fronts, strict=True)):
        touches = front is not None and not re.search(r"[,:(]", text[front.end : shape.full_start])
        if touches and not _belongs_to_previous(text, shapes, i, front, found):
            give(i, _with_body_behind(text, shape, front, next((at for at in sure if at > shape.start), len(text))))
    for i, shape in enumerate(shapes):
        if i not in found:
            give(i, _post_behind(text, shape, next((at for at in sure if at > shape.start), len(text))))
    for i, front in enumerate(fronts):
        if i not in found:
            give(i, front)
        elif front is not None and front.role and front.organisation is None and found[i].role is None:
            found[i] = replace(found[i], role=front.role, start=front.start)  # "Chair: Jane Hill (Anytown Board)"
    found = _shared(text, shapes, found)
    return found, {i for i, post in found.items() if _is_ours(text, post.start)}


def body(doc: Doc, text: str, base: int, shape: Shape) -> tuple[str | None, str | None]:
    """Post and body that verbs and prepositions give: "chaired by", "from", "joins", "has appointed"."""
    chaired = _CHAIRS_BODY.match(text, shape.full_end)
    chaired = chaired or _CHAIRED_BY.search(text[max(0, shape.full_start - evidence.AROUND) : shape.full_start])
    if chaired and bodies.is_organisation(_bare(chaired.group(1))):
        return "Chair", _bare(chaired.group(1))
    appointing = _appointing_body(text, shape)
    if appointing:
        return None, appointing
    joined = _JOINS_BODY.match(text, shape.full_end)
    if joined:
        return None, joined.group(1)
    origin = _FROM_BODY.match(text, shape.full_end)
    if origin:
        parts = re.split(r" and (?=[A-Z])", origin.group(2))
        named = parts[0] if any(names.is_given(p.split()[0]) for p in parts[1:]) else origin.group(2)
        if _is_body(doc, named, base + origin.start(2), by_name=origin.group(1) != "of" or " " in named):
            return None, named
    members = (
        _MEMBERS.search(layout(doc).text[max(0, base - 200) : base].split("\n\n")[-1])
        if joins_us(text, shape)
        else None
    )
    return None, members.group(1) if members else None


def body_of_its(text: str, post: Post, above: str) -> str | None:
    """The body that "its" stands for before a post: the last one named before it, perhaps in the sentence above."""
    if not re.search(r"\b[Ii]ts\s+(?:own |new )?$", text[max(0, post.start - 12) : post.start]):
        return None
    head = f"{above} {text[: post.start]}"[-2 * evidence.AROUND :]
    named = [_bare(m.group(1)) for m in re.finditer(_NAME_OF_BODY, head)]
    return next((name for name in reversed(named) if bodies.is_body(name)), None)


def task(text: str, shape: Shape) -> str | None:
    """What somebody has "joined us to work on"."""
    m = _WORKS_ON.match(text, shape.full_end)
    return m.group(1) if m else None


def joins_us(text: str, shape: Shape) -> bool:
    """Whether somebody joins whoever speaks; that somebody "has been appointed" does not say by whom."""
    tail = text[shape.end : shape.end + evidence.AROUND]
    return re.match(r"[^.;]{0,90}\b(?:joined|joins|joining) (?:us|the team|our)\b", tail) is not None


def email(text: str, shape: Shape) -> str | None:
    """The first address behind the name, unless it plainly carries another's."""
    for m in EMAIL.finditer(text, shape.full_end, min(len(text), shape.full_end + 160)):
        if carries(m.group().split("@")[0].lower(), shape.tokens):
            return m.group().rstrip(".")
    return None


def side_by_side(text: str, left: Shape, right: Shape) -> bool:
    """Whether nothing but a comma, "and" or a bracket stands between two names."""
    between = text[left.full_end : right.full_start]
    return re.fullmatch(r"(?:\s*\([^)]*\))?\s*(?:,|;|and|&|,\s*and|/)\s*", between) is not None


def _post_before(text: str, shape: Shape) -> Post | None:
    """The post in front: "our Chair Jane Hill", "Chair: Jane Hill", "Report of the Chair (Jane Hill)"."""
    bracket = re.search(r"\(\s*$", text[max(0, shape.full_start - 3) : shape.full_start])
    if bracket and text[shape.full_end : shape.full_end + 1] == ")":
        return roles.before(text, text.rindex("(", 0, shape.full_start))
    front = roles.before(text, shape.full_start)
    if front is None:
        return None
    label = (front.role or "").lower().replace(" ", "_") in _LABELS and ":" in text[front.end : shape.full_start]
    if label:
        return None
    named = _BODY_BEFORE.search(text[max(0, front.start - evidence.AROUND) : front.start])
    if front.organisation is None and named and bodies.is_body(_bare(named.group(1))):
        return replace(front, organisation=_bare(named.group(1)))
    return front


def _with_body_behind(text: str, shape: Shape, front: Post | None, limit: int) -> Post | None:
    """A post before a name with the body behind it: "Chief Superintendent Jo Hill, Anytown Constabulary"."""
    if front is None or front.organisation is not None:
        return front
    behind = _body_alone(text, shape, limit)
    if behind is None or behind.organisation is None or _post_behind(text, shape, limit) != behind:
        return front
    unit = bodies.is_department(behind.organisation) and not re.search(_POLICE, f"{front.role} {behind.organisation}")
    return front if unit else replace(front, organisation=behind.organisation)


def _belongs_to_previous(text: str, shapes: list[Shape], i: int, front: Post | None, found: dict[int, Post]) -> bool:
    """Whether a title before a name stands behind the comma of the name before: "A, lead inspector B, inspector"."""
    if front is None or i == 0 or i - 1 in found:
        return False
    return re.fullmatch(r"\s*[,(–—-]?\s*", text[shapes[i - 1].full_end : front.start]) is not None


def _post_behind(text: str, shape: Shape, limit: int) -> Post | None:
    own = _OWN_BRACKET.match(text, shape.full_end)
    if own and own.group(1).lower() in ("".join(token[0] for token in shape.tokens).lower(), *_PRONOUNS):
        shape = replace(shape, full_end=own.end())
    attends = _TASK_IN_BRACKETS.match(text, shape.full_end)
    if attends:
        return Post(attends.group(1), None, attends.start(1), attends.end(1))
    link = _POST_BEHIND.match(text, shape.full_end)
    post = roles.after(text, link.end(), limit) if link and link.end() < limit else None
    if post is not None and re.match(r"\s*:(?!\s*[\w.+-]+@|\s*\+?\d)", text[post.end :]):
        post = None  # "Chair: A Chief Executive: B"
    return post or _body_alone(text, shape, limit) or _department_alone(text, shape, limit)


def _body_alone(text: str, shape: Shape, limit: int) -> Post | None:
    """A body right behind a name, without a post: "Jane Hill (Anytown Forum)", "Dr Hill, University of Anytown"."""
    m = _BODY_BEHIND.match(text, shape.full_end)
    if m is None or m.end("body") > limit:
        return None
    named = m.group("body")
    own_initials = "".join(token[0] for token in shape.tokens)
    closed = ")" in m.group("end") if "(" in m.group("link") else True
    if not closed or named == own_initials or names.POSTNOMINALS.fullmatch(f" {named}"):
        return None
    if bodies.is_body(named) or (" " not in named and "(" in m.group("link") and bodies.is_short_name(named)):
        return Post(None, named, m.start("body"), m.end("body"))
    return None


def _department_alone(text: str, shape: Shape, limit: int) -> Post | None:
    """The field of work for which somebody attends a meeting: "Apologies: Jane Hill (Finance)"."""
    m = _DEPARTMENT.match(text, shape.full_end) if evidence.ATTENDANCE.match(text) else None
    if m is None or m.end("body") > limit:
        return None
    words = re.findall(r"[\w’'-]+", m.group("body"))
    if not all(w.lower() in bodies.FIELDS | bodies.SMALL for w in words):
        return None
    return Post(None, m.group("body"), m.start("body"), m.end("body"))


def _shared(text: str, shapes: list[Shape], found: dict[int, Post]) -> dict[int, Post]:
    """The same posts, and the plural ones given to all whom they name: "A and B, parent representatives"."""
    result = dict(found)
    for i, post in sorted(found.items()):
        if not post.role or not _is_plural(post.role):
            continue
        if post.start > shapes[i].start:
            k = i
            while k > 0 and k - 1 not in found and side_by_side(text, shapes[k - 1], shapes[k]):
                k -= 1
                result[k] = replace(post)
        else:
            k, then = i, _following(text, shapes, i)
            while then is not None and side_by_side(text, shapes[k], shapes[then]):
                if then in found and found[then].role is not None:
                    break
                result[then] = replace(found[then], role=post.role) if then in found else replace(post)
                k, then = then, _following(text, shapes, then)
    return {i: replace(post, role=roles.of_one(post.role)) if post.role else post for i, post in result.items()}


def _following(text: str, shapes: list[Shape], i: int) -> int | None:
    """The place of the next shape that stands in no bracket behind this one: "A (the Anytown Board) and B"."""
    bracket = re.match(r"\s*\([^)]*\)", text[shapes[i].full_end :])
    behind = shapes[i].full_end + (bracket.end() if bracket else 0)
    return next((k for k in range(i + 1, len(shapes)) if shapes[k].full_start >= behind), None)


def _is_plural(role: str) -> bool:
    """Whether the noun of a post is in the plural: "parent representatives", "Co-chairs of the panel"."""
    head = re.split(r",|\s(?:of|for|at|from|in)\s", role)[0].split()[-1:]
    head = head[0].lower() if head else ""
    return head.endswith("s") and head not in bodies.HEADS and head.removesuffix("s") in bodies.HEADS


def _is_ours(text: str, start: int) -> bool:
    return re.search(r"\b(?:our|my)\s+(?:new\s+)?$", text[max(0, start - 40) : start], re.IGNORECASE) is not None


def _is_body(doc: Doc, named: str, start: int, *, by_name: bool) -> bool:
    """Whether words behind "from" or "of" name a body; `by_name`: what spaCy calls no place will do."""
    if bodies.is_organisation(named):
        return True
    if "ORG" in evidence.labels(doc, start, start + len(named)):
        return True
    place = evidence.labels(doc, start, start + len(named), whole=True) & {"GPE", "LOC", "FAC", "PERSON"}
    return by_name and bodies.called_like_a_body(named) and not place


def _appointing_body(text: str, shape: Shape) -> str | None:
    """The subject of "has appointed" or "welcomes" before the name: "The Trust (ABC) has appointed a chair, X"."""
    m = re.search(
        r"((?:[A-Z][\w’'&-]*|of|for|and|the)(?:\s+(?:[A-Z][\w’'&-]*|of|for|and|"
        r"the))*)(?:\s*\([^)]{2,12}\))?\s+(?:has |have |recently |is |are |also |now )*"
        r"(?:appoint(?:s|ed)|welcom(?:es|ed|ing)|recruit(?:s|ed)|hired|employ(?:s|ed)|nominated|seconded|"
        r"elected)\b[^.;]{0,90}$",
        text[max(0, shape.full_start - evidence.AROUND) : shape.full_start],
    )
    if not m:
        return None
    named = _bare(m.group(1))
    return named if len(named) > 3 and named not in {"We", "They", "Parents"} and named[0].isupper() else None


def _bare(named: str) -> str:
    return re.sub(r"^(?:[Tt]he|[Oo]ur|and|of|for)\s+", "", named)

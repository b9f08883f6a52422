"""Lists that promise: the words above the bullets that make each of them a commitment."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from docmine.extract import products
from docmine.extract.context import Sent, layout
from docmine.records import Strength

_PAST = re.compile(
    r"\b(?:last|past|since|so far|previous\w*|recent\w*|did|done|have been|have (?:now )?\w+ed|"
    r"has (?:now )?\w+ed|achiev\w+|completed|progress (?:made|since)|were|was|includ(?:e|ed|es|"
    r"ing) so far|you said|said)\b",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"\b(?:must|should|need(?:s)? to|(?:is|are) required to|ha(?:s|ve) to|"
    r"ha(?:s|ve) been asked to|(?:is|are) asked to|"
    r"(?:provided|on condition) that (?:we|they|it|the \w+)(?=\s*:?\s*$))\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:will|shall|promise\w*|pledge\w*|commit to|commits to|undertake\w*|guarantee\w*|ha(?:s|ve) (?:also |now )?"
    r"(?:committed|agreed) to|what happens (?:now|next))\b|['’]ll\b",
    re.IGNORECASE,
)
_ONGOING = re.compile(
    r"\b(?:(?:is|are|am|['’]re) (?:also |now |currently |already |still )?(?:working|developing|"
    r"building|focus\w*|progressing|delivering|reviewing|looking)|continu\w+|under ?way|in progress|"
    r"(?:what|actions?|steps|measures|changes) (?:we|they|it)(?: are|['’]re| is) (?:\w+ly |now )?(?!going to)\w+ing|"
    r"working on|currently)\b|^(?:doing|in hand|on the go):?$",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:next|plan(?:s|ned|ning)? (?:to|for|are|include\w*)?|our plans?|going to|aim\w* to|"
    r"intend\w* to|coming (?:soon|up|months?|weeks?|year|term)|upcoming|to do|looking ahead|"
    r"future work|"
    r"future plans|actions?|forward (?:look|plan)|priorities|over the (?:coming|next)|in the coming|"
    r"still to come|hope to|propos\w+)\b",
    re.IGNORECASE,
)
_ASPIRATIONAL = re.compile(
    r"\b(?:committed to|ambitions? (?:is|are)|vision (?:is|includes)|determined to|aspir\w+)\b"
    r"|^(?:our|the) (?:ambitions?|vision|aspirations?)(?: for [\w ]+)?:?$",
    re.IGNORECASE,
)
_BEING = re.compile(
    r"\b(?:we|they|[\w’'-]+ (?:team|council|service|board|trust|partnership))(?: are|['’]re| is)"
    r"(?: now| also| currently)?\s*:?$",
    re.I,
)
"""A stem that ends in "are": its bullets go on with "-ing"."""
_BY_A_TIME = re.compile(
    r"^(?:by|before|from|during|in|over|this|early|late|mid)\b[\w ,’'/–-]{0,50}"
    r"(?:\b(?:week|month|quarter|term|year|spring|summer|autumn|winter|easter|christmas|january|february|march|april|may|june|"
    r"july|august|september|october|november|december)s?\b|\bQ[1-4]\b|\b20\d\d\b)[\w /–-]{0,12}:?$",
    re.IGNORECASE,
)
"""A stem that says only by when: "By the end of June:"."""
_READER = re.compile(
    r"\b(?:you(?:r)?|please|parents?|carers?|famil(?:y|ies)|residents|users|organisations|applicants|if)\b[^.]{0,60}$",
    re.IGNORECASE,
)


_FINITE = re.compile(
    r"\b(?:will|shall|must|should|is|are|has|have|plan|aim|includes?)\b|['’](?:ll|re|ve)\b", re.IGNORECASE
)
"""With a verb in the stem a bullet completes it; after a bare time ("In the next weeks:") it may be a sentence."""
_FOR_READERS = re.compile(
    r"\b(?:you(?!['’]ll)|users|members|people|parents|carers|families|residents|organisations|everyone) (?:\w+ )?"
    r"(?:can|could|may|to|able|need|should)\b",
    re.IGNORECASE,
)
"""What readers can do with a thing is its description: "The app allows you to:"."""
_OPEN_END = re.compile(r"\b(?:will|to|should|must|shall)\s*:?\s*$", re.IGNORECASE)
_MERE_TIME = re.compile(
    r"(?:(?:next|now|later|soon)(?=\s*(?:$|[:(]))|Q[1-4]\b|(?:spring|summer|autumn|winter|20\d\d|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|phase|stage|year)\b)[\w ()/–-]{0,30}:?$",
    re.IGNORECASE,
)
"""A line that only says when, between the heading "Next steps" and its bullets."""
_STAGES = re.compile(
    r"(?:(?:our|the|delivery|project|product|indicative) )*(?:road ?map|time ?line|timetable|milestones|phases)\b",
    re.IGNORECASE,
)
_FESTIVE = re.compile(
    r"\b(?:fair|fayre|f[eê]te|festival|fun day|open (?:day|evening)|coffee morning|concert|quiz|bazaar|sports day|"
    r"parade|celebration|party|awards)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
_CONTENTS = re.compile(
    r"\b(?:in|of|inside) this (?:[\w'’]+ )?(?:edition|issue|newsletter|bulletin|update|letter|report)\b[^.]*"
    r"\b(?:cover|includ|find|look at|read|contain)",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:(?-i:may)|might|could|can|candidates?|possib\w+|potential\w*|likely|options?|examples?|such as|ideas?)\b",
    re.IGNORECASE,
)


def strength(sent: Sent) -> Strength | None:
    """How strongly the words above a bullet bind; None where they do not.

    The stem decides where there is one; a heading does where the bullets stand right under it, and it may turn a
    stem of mere time ("In the next two weeks:") into nothing when it tells of the past.
    """
    if not sent.is_listed or sent.span[0].lower_ == "please":
        return None
    if sent.stem is not None:
        stem = last_sentence(sent.stem) or ""
        completes = sent.span[0].tag_ in ("VB", "VBP") and _OPEN_END.search(stem)
        if is_a_statement(sent.span) and not completes and _FINITE.search(stem):
            return None
        if products.lists_features(sent.span.doc, stem):
            return None
        bound = of_words(stem) or _by_a_time(stem, sent.span)
        if bound is None and _MERE_TIME.match(stem.strip()) and not is_a_statement(sent.span):
            bound = of_words(_heading_above_times(sent))
        if bound == "ongoing" and _BEING.search(stem) and sent.span[0].tag_ != "VBG":
            return None
        told = bound == "planned" and not _FINITE.search(stem) and not is_a_statement(sent.span)
        return "firm" if told and of_words(sent.heading or "") == "firm" else bound
    if sent.heading is None or sent.item is not None or is_a_statement(sent.span):
        return None
    bound = of_words(_heading_above_times(sent) if _MERE_TIME.match(sent.heading) else sent.heading)
    return None if bound == "required" and sent.heading.rstrip().endswith("?") else bound


def is_of_the_past(sent: Sent) -> bool:
    """Whether the words above a bullet tell of what has been done, or of what was said."""
    return any(_PAST.search(words) for words in (last_sentence(sent.stem), sent.heading) if words)


def is_a_stage(sent: Sent) -> bool:
    """Whether a bullet is a stage of a road map or timeline, for which its date is the promise."""
    above = last_sentence(sent.stem) or sent.heading
    return sent.is_listed and above is not None and bool(_STAGES.match(above.strip(" :")))


def is_an_event(span: Span) -> bool:
    """Whether a bullet only announces an occasion: "Summer fair, 3 June"."""
    return bool(_FESTIVE.search(span.text)) and not any(t.pos_ == "VERB" for t in span)


def is_a_label(span: Span) -> bool:
    """Whether a bullet's first sentence is one word that only names what the next one tells: "Operators. We will"."""
    return sum(t.is_alpha for t in span) < 2 and span.text.rstrip().endswith(".")


def describes(sent: Sent) -> bool:
    """Whether the bullet is one of a list of what readers can do with a thing, or of what the document itself holds,
    or leads by its link to a booking: it binds nobody, whatever the words above."""
    if not sent.is_listed:
        return False
    if _LINK.search(sent.span.text) and not any(token.pos_ in ("VERB", "AUX") for token in _unlinked(sent.span)):
        return True
    stem = last_sentence(sent.stem)
    if stem is None:
        return False
    for_readers = bool(_FOR_READERS.search(stem)) and not re.search(r"\bwe\b", stem, re.IGNORECASE)
    return for_readers or bool(_CONTENTS.search(stem))


def _unlinked(span: Span) -> list[Token]:
    return [token for token in span if not _LINK.search(token.text)]


def is_a_statement(span: Span) -> bool:
    """Whether a bullet is a whole sentence with subject and finite verb: right under a heading it speaks for itself."""
    root = span.root
    finite = root.tag_ in ("VBZ", "VBP", "VBD") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBP", "VBD", "MD") for c in root.children
    )
    return finite and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in root.children)


def of_words(text: str) -> Strength | None:
    """The strength of a stem's words, the strongest reading first; None for the past, the reader and plain lists."""
    if _HEDGED.search(text):
        return None
    if _REQUIRED.search(text) and not _READER.search(text):
        return "required"
    if _READER.search(text) and not re.search(r"\bwe\b|['’]ll\b", text, re.IGNORECASE):
        return None
    if _FIRM.search(text):
        return "firm"
    if _PAST.search(text):
        return None
    if _ONGOING.search(text) or _BEING.search(text):
        return "ongoing"
    if _ASPIRATIONAL.search(text):
        return "aspirational"
    if _PLANNED.search(text):
        return "planned"
    return None


def _heading_above_times(sent: Sent) -> str:
    """The heading above a bullet, beyond those that only say when: "Next steps" above "Q3 24/25"."""
    if not _MERE_TIME.match(sent.heading or ""):
        return sent.heading or ""
    for block in reversed(layout(sent.span.doc).blocks[: sent.block_index]):
        if block.kind == "heading" and not _MERE_TIME.match(block.text):
            return block.text
    return ""


def _by_a_time(stem: str, span: Span) -> Strength | None:
    """Under a mere time ("By the end of June:") what begins with a verb is to be done by then."""
    told = _BY_A_TIME.match(stem) and not _PAST.search(stem) and not _HEDGED.search(stem)
    acts = span[0].tag_ in ("VB", "VBP") or (len(span) > 1 and span[1].tag_ == "DT")  # "clear all hazards"
    return "planned" if told and acts else None


def last_sentence(text: str | None) -> str | None:
    """The sentence that ends in the colon: a paragraph may open a list with its last sentence only."""
    if text is None:
        return None
    return re.split(r"(?<=[.!?])\s+", text.strip())[-1]

"""What makes a statement a commitment: the words that bind, found in one sentence.

Each cue names a strength and the verb that carries the act; `binding` tells apart the words that look alike and do
not bind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from docmine.extract import (
    absolutes,
    ambitions,
    arranged,
    conditions,
    headline_verbs,
    minutes,
    obligations,
    seasons,
    turns,
    undertakings,
    underway,
    wishes,
    words,
)
from docmine.extract.binding import binds
from docmine.extract.clauses import has_object, infinitive, is_be, is_passive, says_when, subject
from docmine.extract.cue import PLANS, REQUIRES, Cue
from docmine.extract.doers import acts, leads
from docmine.extract.readers import is_dated

WORTH_A_LOOK = re.compile(
    r"\b(?:will|shall|won['’]t|would|must|should|ought|need(?:s|ed)?|ha(?:s|ve) to|requir\w+|request\w*|"
    r"ask(?:s|ed)?|instruct\w+|direct(?:s|ed)|task(?:ed)?|to|plan\w*|aim\w*|intend\w*|intention|expect\w*|anticipat\w+|"
    r"propos\w+|due|set|schedul\w+|going|goes|go|look\w*|commit\w*|determined|dedicated|priorit\w+|ambition\w*|vision|"
    r"goal|objective|continu\w+|remain\w*|is|are|am|under ?way|progress|ongoing|being|promis\w+|pledg\w+|guarante\w+|"
    r"undert\w+|agree[sd]?|follow|comes?|takes?|begin\w*|begun|start\w*|commenced|commenc\w+|recommend\w*|told|urge[sd]?|"
    r"launch\w*|called|arrives?|would|was|were|given?|gave|(?:re)?opens?|resum\w+|stays?|with|been|slipped|follows|kicks?|ris\w+|increas\w+|moves?|transfers?|returns?|changes?|switch\w*|wants?|like|"
    r"sees|(?:weeks|months|days|years) (?:also )?see|brings?|marks?|heralds?|long|provid\w+|condition)\b"
    r"|['’](?:ll|re|m|s|d)\b",
    re.IGNORECASE,
)
"""A sentence without any of these words is not looked at further."""


_NO_ACT_IN_PROGRESS = words.load("no_act_in_progress")

_ARRANGED = frozenset(
    [
        "hold",
        "run",
        "meet",
        "take",
        "go",
        "open",
        "reopen",
        "start",
        "begin",
        "launch",
        "close",
        "arrive",
        "come",
        "move",
        "join",
        "return",
        "leave",
        "transfer",
    ]
)
"""In progress these are arranged for a day: "interviews are being held on 3 May", "letters are going out this week"."""
_PLANNED_STATES = frozenset(
    [
        "expected",
        "due",
        "scheduled",
        "set",
        "planned",
        "intended",
        "projected",
        "anticipated",
        "poised",
        "slated",
        "meant",
        "programmed",
        "timetabled",
        "earmarked",
        "pencilled",
        "likely",
    ]
)
_TASKS = frozenset({"task", "job", "responsibility", "duty"})
_PURPOSES = frozenset(
    [
        "purpose",
        "idea",
        "way",
        "role",
        "task",
        "responsibility",
        "job",
        "step",
        "thing",
        "point",
        "focus",
        "advice",
        "tip",
        "suggestion",
        "recommendation",
        "trick",
        "problem",
        "challenge",
        "difficulty",
        "rule",
        "alternative",
        "temptation",
    ]
)
"""In "the purpose is to ..." something is explained, not planned."""
_UNDER_WAY = re.compile(r"\b(?:under ?way|in progress|ongoing|in development|being \w+ed)\b", re.IGNORECASE)
_SAID_BEFORE = frozenset({"this", "that", "these", "those", "both"})
_GOES_ON = re.compile(r"going (?:on (?:in|at|across|now|until|for|with)|up|down|by|well)\b", re.IGNORECASE)
"""What goes on is no arrangement: "the survey is going on in schools"."""


def find(sentence: Span, reporting: bool) -> list[Cue]:
    """The cues of a sentence in the order of their verbs, at most one a verb, the strongest reading first.

    `reporting` is true in reports and minutes, where "should" tells somebody what to do; elsewhere it mostly advises.
    """
    found: dict[int, Cue] = {}
    for cue in _all(sentence, reporting):
        if cue.verb.i not in found and binds(cue, sentence):
            found[cue.verb.i] = cue
    return [found[i] for i in sorted(found)]


def _all(sentence: Span, reporting: bool) -> Iterator[Cue]:
    in_minutes = minutes.are_minutes(sentence.doc)
    yield from absolutes.find(sentence)
    yield from headline_verbs.find(sentence)
    yield from seasons.find(sentence)
    yield from conditions.find(sentence)
    for token in sentence:
        lemma, tag = token.lemma_.lower(), token.tag_
        yield from underway.begun(token)
        yield from arranged.of_a_participle(token)
        yield from arranged.wanted(token)
        yield from wishes.find(token)
        yield from arranged.looked_forward_to(token)
        if (in_minutes or reporting) and token.lower_ in ("would", "’d", "'d") and tag == "MD":
            yield from undertakings.reported(token, in_minutes)
        if lemma == "priority":
            yield from ambitions.priority(token)
        if tag == "MD" or token.lower_ in ("wo", "’ll", "'ll"):
            yield from _modal(token, reporting)
        elif in_minutes and token.lower_ in ("was", "were"):
            yield from undertakings.willing(token)
        elif is_be(token):
            yield from underway.in_hand(token, sentence)
            yield from arranged.of_a_state(token, sentence)
            yield from arranged.first_thing(token)
            yield from turns.find(token, sentence)
            yield from ambitions.intended(token)
            yield from _being(token, sentence)
        elif lemma == "remain" and tag in ("VBZ", "VBP"):
            yield from ambitions.remaining(token)
            yield from underway.in_hand(token, sentence)
            bound = next((c for c in token.children if c.lower_ in ("committed", "determined", "dedicated")), None)
            if bound is not None:
                yield Cue("aspirational", bound, token, head=token)
        elif lemma in ("need", "have") and tag in ("VBZ", "VBP"):
            yield from obligations.of_need(token)
        elif lemma in REQUIRES and (tag in ("VBZ", "VBP", "VBN", "VBD") or obligations.asks_that(token)):
            yield from obligations.required(token)
        elif (lemma in PLANS or token.lower_ == "hopes") and tag in ("VBZ", "VBP"):
            verb = infinitive(token) or _intended_act(token)
            if lemma == "expect" and verb is not None and obligations.expects_of_others(token, verb):
                yield Cue("required", verb, token, head=token)
            elif verb is not None:
                yield Cue("planned", verb, token, head=token)
            elif lemma == "expect":
                yield from undertakings.expected(token)
        elif lemma == "anticipate" and tag in ("VBZ", "VBP"):
            yield from undertakings.expected(token)
        elif lemma == "continue" and tag in ("VBZ", "VBP"):
            yield Cue("ongoing", token, token)
        else:
            yield from undertakings.of_a_verb(token, in_minutes, reporting)


def _modal(token: Token, reporting: bool) -> Iterator[Cue]:
    verb = token.head if token.dep_ in ("aux", "auxpass") else _next_verb(token)
    if verb is None:
        return
    word = token.lower_
    if word == "ought" and verb.dep_ in ("aux", "auxpass"):
        yield Cue("required", verb.head, token, head=token)  # "ought to be consulted"
        return
    if word in ("will", "shall", "wo", "’ll", "'ll"):
        obliged = infinitive(verb) if verb.lemma_ in ("have", "need") else None
        if obliged is not None and any(c.dep_ == "neg" for c in verb.children):
            yield Cue("firm", verb, token)  # "from April nobody will have to pay" is a promise
        elif obliged is not None:
            if leads(subject(verb)) or verb.dep_ == "relcl" or is_passive(obliged):
                yield Cue("required", obliged, token, head=verb)
        elif verb.lemma_ in ("commit", "aim", "seek", "strive", "endeavour"):
            yield Cue("aspirational", verb, token)
        elif verb.lemma_ == "continue" or (verb.lemma_ == "carry" and any(c.lower_ == "on" for c in verb.children)):
            yield Cue("ongoing", verb, token)
        elif (plan := undertakings.foreseeing(verb)) is not None:
            yield Cue("planned", verb, token, head=plan)
        else:
            yield Cue("firm", verb, token, head=undertakings.promised(verb))
    elif word == "should" and verb.lemma_ == "be" and not leads(subject(verb)) and says_when(verb):
        yield Cue("planned", verb, token)
    elif word == "must" or (word in ("should", "ought") and (reporting or leads(subject(verb)))):
        yield Cue("required", verb, token)
    elif word == "should" and says_when(verb):
        yield Cue("required" if is_passive(verb) else "planned", verb, token)


def _being(token: Token, sentence: Span) -> Iterator[Cue]:
    """ "is to be expanded", "are due to", "are committed to", "is being rolled out", "is under way"."""
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    finite = verb
    if verb.tag_ == "VBG":
        if verb.lemma_ == "go":
            then = infinitive(verb)
            if then is not None:
                yield Cue("planned", then, token, head=verb)
            elif is_dated(verb) and not acts(subject(verb)) and not _GOES_ON.match(verb.doc[verb.i : verb.i + 3].text):
                yield Cue("planned", verb, token)
        elif (
            verb.lemma_ in ("plan", "aim", "hope", "intend", "propose", "expect", "look", "seek")
            or verb.lower_ == "hoping"
        ) and infinitive(verb) is not None:
            yield Cue("planned", verb, token)
        elif verb.lemma_ == "write" and not has_object(verb):
            return
        elif verb.lemma_ in _ARRANGED and not acts(subject(verb)) and (is_dated(verb) or _opens_anew(verb)):
            yield Cue("planned", verb, token)
        elif verb.lemma_ not in _NO_ACT_IN_PROGRESS or _looks_into(verb):
            yield Cue("ongoing", verb, token)
        elif verb.lemma_ in _ARRANGED and is_dated(verb):
            yield Cue("planned", verb, token)
        return
    if verb.tag_ == "VBN" and any(c.tag_ == "VBG" and c.lemma_ == "be" for c in verb.children):
        if verb.lemma_ not in _NO_ACT_IN_PROGRESS or verb.lemma_ in ("seek", "try"):
            yield Cue("ongoing", verb, token)
        elif verb.lemma_ in _ARRANGED and is_dated(verb):
            yield Cue("planned", verb, token)
        return
    for word in sentence.doc[token.i + 1 : min(token.i + 6, sentence.end)]:
        lower = word.lower_
        if lower in _PLANNED_STATES:
            then = infinitive(word)
            purpose = lower in ("intended", "meant") and then is not None and not is_passive(then)
            if (then is not None or says_when(word) or is_dated(finite)) and not (purpose and not acts(subject(token))):
                yield Cue("planned", then if then is not None else word, token, head=finite)
            return
        if (
            lower in ("required", "asked", "instructed", "obliged", "tasked", "directed")
            and infinitive(word) is not None
        ):
            if leads(subject(token)):
                yield Cue("required", infinitive(word) or word, token, head=finite)
            return
        if lower in ("committed", "determined", "dedicated"):
            yield Cue("aspirational", word, token, head=finite)
            return
        if (
            lower == "to"
            and all(t.pos_ in ("ADV", "PUNCT") and t.lower_ != "yet" for t in sentence.doc[token.i + 1 : word.i])
            and word.i + 1 < sentence.end
            and sentence.doc[word.i + 1].tag_ == "VB"
        ):
            found = subject(token)
            noun = found.lemma_.lower() if found is not None else ""
            next_step = noun == "step" and found is not None and any(c.lower_ == "next" for c in found.children)
            inner = sentence.doc[word.i + 1]
            inner = inner.head if inner.dep_ in ("aux", "auxpass") else inner
            if noun in ambitions.AMBITIONS and not ambitions.is_of_speakers(found):
                return
            if noun in ambitions.AMBITIONS:
                yield Cue("ongoing" if inner.lemma_ == "continue" else "aspirational", inner, token, head=token)
            elif noun in _TASKS and obligations.is_given_to_somebody(found):
                yield Cue("required", inner, token, head=finite)
            elif noun not in _PURPOSES or next_step:
                yield Cue("planned", inner, token, head=finite)
            return
        if lower in ("underway", "ongoing") or (
            lower in ("under", "in") and _UNDER_WAY.match(sentence.doc[word.i : word.i + 2].text)
        ):
            yield Cue("ongoing", token, token)
            return
        if word.pos_ in ("VERB", "NOUN", "PUNCT") or (lower == "not" and word.nbor().lower_ != "only"):
            return


def _intended_act(token: Token) -> Token | None:
    """ "we intend publishing", "they propose closing" """
    if token.lemma_ not in ("intend", "propose", "plan"):
        return None
    return next((c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VBG" and c.i > token.i), None)


def _opens_anew(verb: Token) -> bool:
    """ "a drop-in is opening at Millgate": something not known before, at a place"""
    found = subject(verb)
    new = found is not None and any(c.lower_ in ("a", "an", "another", "new") for c in found.children)
    placed = any(c.dep_ == "prep" and c.lower_ in ("at", "in", "across") for c in verb.children)
    return new and placed and verb.lemma_ in ("open", "reopen", "launch", "start", "begin")


def _looks_into(verb: Token) -> bool:
    """ "looking into", "looking again at" and "we are looking at that" are work; "looking at" a thing is mostly talk,
    "looking forward to" a courtesy."""
    if verb.lemma_ != "look":
        return False
    after = {c.lower_ for c in verb.children}
    at = next((c for c in verb.children if c.lower_ == "at"), None)
    asked = at is not None and any(g.dep_ == "pcomp" for g in at.children)  # "at whether", "at how"
    found = subject(verb)
    ours = found is not None and found.lower_ == "we"
    at_what_was_said = at is not None and any(g.lower_ in _SAID_BEFORE for g in at.children)
    return "into" in after or asked or {"again", "at"} <= after or (ours and at_what_was_said)


def _next_verb(token: Token) -> Token | None:
    for other in token.doc[token.i + 1 : token.i + 5]:
        if other.tag_ in ("VB", "VBG"):
            return other
        if other.is_punct:
            return None
    return None

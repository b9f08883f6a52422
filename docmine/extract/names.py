"""The shape of a person's name: honorifics before it, letters after it, and the words that no name holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

HONORIFIC = (
    r"(?:(?:The )?(?:Rt\.? Hon\.?|Right Honourable|Honourable|Hon\.)(?: |\s)+)?"
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Cllr|Clr|Councillor|Alderman|Rev|Reverend|"
    r"Revd|Canon|Imam|Rabbi|Father|Sister|Judge|Justice)\.?"
)
_POST = (
    "CBE|OBE|MBE|KBE|DBE|GBE|QPM|BEM|CB|KCB|HMI|MP|MSP|MEP|AM|JP|DL|KC|QC|PhD|MA|MSc|BSc|BA|MBA|MBBS|MD|MRCGP|FRCP|FRCPCH|FRCN|RN|RGN|CQSW|"
    "DPhil|PGCE|FRSA|FCA|CPFA|MCIPD|FCIPD|MSW"
)
POSTNOMINALS = re.compile(rf",?(?:[ \t]+|,[ \t]*)((?:{_POST})(?:,? (?:{_POST}))*)(?![\w-])")

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠŢȚȘŤŪŮŰŲŹŻŽ"
_LOW = "a-zà-öø-ÿāăąćčďđēėęěğģīįıķĺļľłńņňőœŕřśşšţțșťūůűųźżž"
_PART = rf"(?:[{_UP}]['’][{_UP}]?[{_LOW}]+|(?:Mc|Mac|Fitz|De|Le|La|Di|Du|O)?[{_UP}][{_LOW}]+(?:['’][{_UP}{_LOW}][{_LOW}]+)?)"
TOKEN = rf"(?:{_PART}(?:-{_PART})*)"
INITIAL = rf"(?:[{_UP}]\.?)(?![\w’'])"
_PARTICLE = (
    r"(?:van|von|der|den|de|del|della|da|di|do|dos|das|du|el|al|ul|ur|bin|binti|bint|ibn|ap|ab|ferch|le|la|ter|ten|y)"
)

RUN = re.compile(
    rf"(?<![\w@./’'-])(?:{TOKEN}|{INITIAL})(?:[ \t]+(?:{_PARTICLE}[ \t]+){{0,2}}(?:(?:al|el|ul)-)?(?:{TOKEN}|{INITIAL}))*(?![\w@])"
)
"""A run of capitalised words, initials and the particles between them, within one line."""

HONORIFIC_AT_END = re.compile(rf"(?:^|(?<=[\s(“‘\"'–—-]))(?:{HONORIFIC}[ \t]+)+$")

NEVER = frozenset(
    ["academy", "access", "accelerated", "account", "accountability", "act", "action", "acts", "adult", "adults", "advice", "advisory", "agency", "agreement", "all", "allied", "ambulance", "an", "and", "annual", "appeal", "appendix", "april", "area", "areas", "assembly", "assessment", "assessments", "association", "at", "audit", "august", "authorities", "authority", "autism", "autumn", "award", "balanced", "bank", "basin", "beach", "beta", "bill", "borough", "bridge", "budget", "building", "business", "cabinet", "care", "carers", "case", "castle", "cathedral", "centre", "chapter", "charity", "charter", "children", "childrens", "city", "clause", "clerical", "clinic", "clinical", "close", "club", "coast", "code", "college", "commercial", "commission", "commissioning", "committee", "common", "communication", "communications", "community", "company", "compliance", "conference", "consortium", "constitution", "consultation", "contact", "contacts", "continuing", "convention", "corporate", "council", "councils", "county", "court", "covid", "crescent", "crisis", "current", "cycle", "data", "database", "dear", "december", "delivery", "democratic", "department", "design", "development", "digital", "direct", "director", "directorate", "disability", "disabilities", "disabled", "district", "division", "document", "documents", "domestic", "drive", "early", "east", "economic", "education", "educational", "electricity", "email", "emergency", "employment", "energy", "engagement", "england", "english", "enterprise", "environment", "environmental", "equality", "estate", "european", "events", "evidence", "executive", "existing", "external", "facebook", "families", "family", "february", "figure", "final", "finance", "financial", "first", "following", "for", "forest", "formal", "forum", "forward", "foundation", "framework", "free", "friday", "from", "full", "fund", "funding", "further", "future", "garden", "gas", "general", "good", "governance", "government", "grammar", "grants", "great", "green", "group", "groups", "growth", "guidance", "guide", "health", "help", "her", "high", "highway", "highways", "his", "history", "holiday", "home", "homes", "hospital", "hospitals", "hotel", "hours", "house", "housing", "how", "hub", "human", "hundred", "if", "impact", "improvement", "improvements", "in", "inclusion", "independent", "industry", "infant", "information", "infrastructure", "initial", "inn", "inquiry", "inspection", "inspections", "inspectorate", "inspire", "institute", "integrated", "internal", "international", "internet", "intervention", "introduction", "island", "its", "january", "joint", "journal", "journey", "july", "june", "junior", "key", "kingdom", "lake", "land", "lane", "language", "latest", "law", "learning", "leisure", "letter", "library", "licensing", "limited", "link", "links", "local", "london", "magistrates", "main", "maintained", "management", "manager", "many", "march", "market", "matters", "media", "medical", "meeting", "meetings", "members", "mental", "metropolitan", "midlands", "minimum", "ministry", "minutes", "mission", "mobile", "model", "monday", "monitoring", "month", "monthly", "more", "motorway", "museum", "national", "need", "needs", "neighbourhood", "network", "networks", "new", "news", "newsletter", "newsletters", "next", "nhs", "no", "north", "northern", "northeast", "northwest", "notice", "november", "number", "nursery", "nursing", "objective", "occupational", "october", "of", "offer", "office", "offices", "on", "online", "open", "operational", "operations", "opportunity", "order", "organisation", "organisations", "our", "outcome", "outcomes", "outreach", "overview", "package", "page", "panel", "parade", "parent", "parents", "parish", "park", "parliament", "partner", "partners", "partnership", "partnerships", "past", "pathway", "pathways", "people", "performance", "permit", "personal", "phase", "phone", "physical", "pilot", "place", "plan", "planning", "plans", "play", "please", "policies", "policy", "pool", "postcode", "power", "practice", "primary", "priorities", "priority", "private", "process", "procurement", "production", "professional", "professionals", "program", "programme", "progress", "project", "projects", "proposal", "protection", "protocol", "provider", "providers", "provision", "psychology", "public", "publication", "pupil", "quality", "quarter", "quarterly", "question", "questions", "railway", "rail", "range", "recent", "recommendation", "record", "recovery", "recreation", "recruitment", "reference", "referral", "reform", "region", "regional", "register", "regulations", "regulatory", "release", "renewal", "report", "reporting", "reports", "resource", "resources", "response", "responses", "review", "reviews", "revised", "right", "rights", "river", "road", "roads", "roadshow", "roadshows", "royal", "safeguarding", "safety", "saturday", "scheme", "school", "schools", "science", "scope", "scotland", "scottish", "scrutiny", "secondary", "section", "sector", "self", "send", "senior", "september", "series", "service", "services", "session", "sessions", "sexual", "shared", "short", "since", "sixth", "skills", "slack", "social", "society", "solutions", "some", "south", "southern", "southeast", "southwest", "special", "specialist", "speech", "spring", "square", "standard", "standards", "state", "statement", "statements", "station", "statistics", "statutory", "stop", "strategic", "strategies", "strategy", "street", "streets", "strengths", "strong", "student", "students", "study", "summary", "summer", "sunday", "support", "supported", "survey", "sustainable", "system", "systems", "tax", "team", "teams", "technical", "technology", "tel", "telephone", "terms", "thank", "thanks", "the", "their", "theme", "themes", "therapies", "therapy", "these", "this", "those", "thursday", "time", "times", "timetable", "to", "today", "together", "town", "towns", "track", "traffic", "training", "transformation", "transforming", "transition", "transparency", "transport", "travel", "treatment", "trust", "trustees", "tuesday", "twitter", "under", "union", "united", "university", "update", "updated", "updates", "upon", "upper", "urban", "us", "user", "users", "valley", "value", "vice", "video", "view", "village", "virtual", "vision", "voice", "voices", "voluntary", "wales", "ward", "waste", "water", "waiting", "we", "website", "wednesday", "week", "weekly", "welcome", "welfare", "wellbeing", "west", "western", "what", "when", "where", "which", "who", "whole", "why", "winter", "with", "women", "work", "worker", "workers", "workforce", "working", "workshop", "workshops", "year", "yes", "you", "young", "your", "youth", "youtube", "youtube", "zone"]
)
"""Words of bodies, places, services, calendars and headings: a name neither holds them nor runs on into them."""

MAYBE = frozenset(
    ["april", "bank", "bill", "bridge", "castle", "close", "day", "field", "forest", "green", "hall", "head", "hill", "hope", "house", "june", "king", "lake", "land", "lane", "law", "marsh", "may", "moor", "mark", "major", "market", "north", "park", "parish", "penny", "pool", "power", "price", "rose", "royal", "sky", "small", "south", "spring", "street", "summer", "summers", "town", "ward", "waters", "week", "west", "winter", "wood", "woods", "woodland", "young", "valley", "ambassador", "case", "christian", "church", "cross", "grant", "grants", "great"]
)
"""Of these, some are names too: allowed as a surname after a given name, or as a given name before a surname."""

PLACE_ENDS = frozenset(
    ["academy", "avenue", "building", "buildings", "business", "campus", "castle", "cathedral", "centre", "chambers", "church", "city", "clinic", "close", "college", "community", "cottage", "council", "court", "crescent", "district", "drive", "estate", "farm", "forest", "foundation", "garden", "gardens", "gate", "green", "grove", "hall", "hospice", "hospital", "hotel", "house", "institute", "lane", "library", "line", "lodge", "mansion", "market", "medal", "mews", "museum", "nursery", "palace", "parade", "park", "partnership", "place", "plaza", "prize", "quay", "road", "row", "school", "schools", "scholarship", "square", "stadium", "station", "street", "surgery", "terrace", "theatre", "trust", "tower", "university", "village", "walk", "ward", "way", "wharf", "wing", "act", "award", "fund", "group", "ltd", "limited", "plc", "associates", "solutions", "solicitors", "consulting", "consultants", "services", "service", "systems", "programme", "project", "scheme", "report", "review", "inquiry"]
)
"""A run that ends so names a place, a body or a thing called after somebody."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Name-like words: where the name stands, and where it stands with honorific and letters after it."""

    name: str
    start: int
    end: int
    full_start: int
    full_end: int
    honorific: str | None
    postnominals: str | None
    tokens: tuple[str, ...]


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Lower-case given names of many origins, from the list beside this file."""
    lines = (Path(__file__).parent / "given_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_given(token: str) -> bool:
    """Whether a token, or the part before its hyphen, is a known given name."""
    lower = token.lower().replace("’", "'").rstrip(".")
    return lower in given_names() or lower.split("-")[0] in given_names()


def is_initial(token: str) -> bool:
    return re.fullmatch(INITIAL, token) is not None

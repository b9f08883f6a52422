"""Names of organisations, told by their words."""

from __future__ import annotations

import re

NAME = r"[A-Z][\w'’&-]*"
_KIND = (
    r"(?:Council|Directorate|Trust|Board|Partnership|Department|Commission|Authority|Association|Forum|Office|Ofsted"
    r"|Voice|Network|Alliance|Society|Federation|Group|Committee|Ministry|Agency|Ombudsman|Inspectorate|University|College)"
)
_ORGANISATION = re.compile(rf"^(?:The\s+)?(?:{NAME}|\d+)?(?:[ ,]+(?:{NAME}|and|of|the|for|in|with|&))*$")
_ROLE = re.compile(
    r"(?:[\w’'&-]+\s+){0,4}(?:Director|Head|Chief|Manager|Chair|Secretary|Leader|Officer|Member|Councillor|Cllr|Commissioner)\b"
)


def is_organisation(text: str) -> bool:
    """Whether a short line is an organisation's name and nothing else."""
    text = text.rstrip(" ,.")
    return (
        len(text.split()) <= 14 and bool(re.search(rf"\b{_KIND}\b|\bNHS\b", text)) and bool(_ORGANISATION.match(text))
    )


def is_role(line: str) -> bool:
    """Whether a line begins with somebody's office ("Director of ...")."""
    return bool(_ROLE.match(line))

"""The numbers that decide: what each feature weighs, from where on a statement counts, and their version.

Fitted by `python tests/bench/track_weights.py` on labelled links; small enough to be read and argued with.
"""

from __future__ import annotations

RULES = 20
"""Version of all that decides a finding. Stored findings of another version are made anew."""

RANK = {
    "meaning": 5.0,
    "topic": 5.6,
    "words": 7.4,
    "rare": 2.2,
    "told": 1.2,
    "reported": 0.5,
    "age": 0.7,
    "next": 1.0,
}
"""What each feature of a pair adds to its rank among the evidence; `age` counts against it.
`next`: it stands in the very next issue."""

MENTION = 0.20
"""Nearness from which a statement may speak of the commitment rather than of something near it."""

SHARED = 0.20
"""Share of the commitment's telling words that does the same alone."""

STRONG = 0.40
"""Nearness from which a verdict may rest on one statement."""

STRONG_WORDS = 0.35
"""Share of telling words that such a statement must have besides: meaning alone is too wide."""

STRONG_SIGNAL = 0.8
"""Score of a relation from which a verdict may rest on it."""

SILENT = 0.304
"""Mean nearness of the three nearest statements under which nothing speaks of the commitment."""

SILENT_BEST = 0.34
"""Nearness of the nearest statement under which nothing speaks of it."""

NEIGHBOUR = 0.55
"""Cosine from which a later sentence reports on what stood beside the commitment."""

BESIDE_NEAR = 0.45
"""The same for a commitment some of whose words no later document has."""

SILENT_ONGOING = 0.27
"""The same for what is said to be under way, which may go on unsaid."""

MISSED = 0.36
"""Share of the words of what a commitment is about, rare ones counting more, that no later document has, from which it
is missed."""

TOGETHER = 0.62
"""The largest share of those words that one later statement may then have."""

MISSED_BEST = 0.40
"""Nearness of the nearest statement under which such a commitment is missed."""

TOGETHER_ASIDE = 0.45
"""The same where what is missing is not what is acted on, but said beside it."""

DAY_TOLD, TOLD, CLAIMED = 0.19, 0.06, 0.30
"""By how much a later statement counts as nearer where it reports a promised day, and where it reports something as
done; by what share of the difference as farther where it is nearer in meaning to another commitment."""

HEARD = 0.385
"""Such a nearness from which a statement may speak of the commitment in other words."""

HEARD_THING = 0.30
"""The same where the thing acted on is named nowhere, but words that go with it are."""

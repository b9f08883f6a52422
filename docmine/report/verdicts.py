"""Each verdict in plain words for a person outside the trade: what it says, and what it cannot say.

The report and the web view take their words and signs from here, so that one thing is called one name everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Tone = Literal["silent", "late", "said", "done", "plain"]
"""Which colours it has; the sign and the word say the same without them."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A verdict as it is told."""

    key: str
    """As docmine writes it: "dropped"."""
    word: str
    sign: str
    """A character that stands beside the word, so that colour is never the only signal."""
    tone: Tone
    means: str
    caution: str
    """What it does not mean."""

    @property
    def slug(self) -> str:
        """For an address or a class: "does-not-agree"."""
        return self.key.replace(" ", "-")


def _table(*rows: Plain) -> Mapping[str, Plain]:
    return {row.key: row for row in rows}


VERDICTS = _table(
    Plain(
        "dropped",
        "Never heard of again",
        "◌",
        "silent",
        "It was promised in public. Later documents cover the same ground, and none of them speaks of it.",
        "It does not mean that it was not done. It may have been done and not reported, or be told in a document that "
        "was not given to docmine.",
    ),
    Plain(
        "slipped",
        "Slipped",
        "▶",
        "late",
        "A later document gives a later date for it, or says that it is still not done.",
        "It does not say why. There may be a good reason, and the new date may have been kept.",
    ),
    Plain(
        "weakened",
        "Weakened",
        "▽",
        "late",
        "A later document promises less: a smaller number, no date any more, or “we hope” in place of “we will”.",
        "The change of words may be an editor’s. Read both sentences.",
    ),
    Plain(
        "contradicted",
        "Contradicted",
        "≠",
        "late",
        "A later document says the opposite, or that it will not be done.",
        "A decision may have been changed openly, and for good reasons.",
    ),
    Plain(
        "repeated",
        "Promised again",
        "↻",
        "said",
        "A later document promises the same again, without saying that it is done.",
        "It does not mean that nothing was done in between.",
    ),
    Plain(
        "progressed",
        "Under way",
        "△",
        "done",
        "A later document says that it has begun or is going on.",
        "It does not say that it was finished.",
    ),
    Plain(
        "delivered",
        "Reported as done",
        "✓",
        "done",
        "A later document says that it was done.",
        "It is what the document says. docmine cannot see whether families felt it.",
    ),
    Plain(
        "open",
        "Still open",
        "○",
        "plain",
        "No later document was given that could say what became of it, or its date has not come yet.",
        "It says nothing for or against anybody: more documents are needed.",
    ),
    Plain(
        "unsure",
        "We cannot tell",
        "?",
        "plain",
        "The documents do not show what became of it. Something later may speak of it, but not for certain.",
        "It is no finding. Do not quote it as a broken promise, nor as a kept one.",
    ),
)
"""What became of a commitment, in the order in which a reader should meet them."""

MOVED = ("slipped", "weakened", "contradicted")
"""Verdicts on what was moved or made less."""

OUTCOMES = _table(
    Plain(
        "unanswered",
        "Not answered",
        "◌",
        "silent",
        "No sentence of the reply speaks of it.",
        "The answer may have been given elsewhere: in another letter, or in person.",
    ),
    Plain(
        "deflected",
        "Touched, not answered",
        "↷",
        "late",
        "The reply touches the subject, but with thanks or descriptions; it does not say what was asked for.",
        "It is a judgement on words. Read both sentences.",
    ),
    Plain(
        "partly",
        "Partly answered",
        "◐",
        "said",
        "The reply promises or reports some of it, or later than asked.",
        "What is missing may be small.",
    ),
    Plain(
        "answered",
        "Answered",
        "✓",
        "done",
        "A sentence of the reply promises, reports, declines or counts what was asked for.",
        "It says that there is an answer, not that it is a good one.",
    ),
    Plain("unsure", "We cannot tell", "?", "plain", "A person should judge: read both.", "It is no finding."),
)
"""What a reply makes of what a letter asks."""

CHECKS = _table(
    Plain(
        "does not agree",
        "Does not add up",
        "≠",
        "late",
        "The number does not follow from the counts beside it, however it is rounded.",
        "It may be a slip of the pen, or the counts may be of something else. Ask.",
    ),
    Plain(
        "agrees if truncated",
        "Adds up only if cut off",
        "≈",
        "said",
        "The number is right only if the digits behind it are cut off; by the usual rounding it would be one higher.",
        "It is a small matter by itself.",
    ),
    Plain("agrees if rounded", "Adds up, rounded", "✓", "done", "The number is right by the usual rounding.", ""),
    Plain("agrees", "Adds up", "✓", "done", "The number follows exactly.", ""),
    Plain(
        "cannot tell",
        "We cannot tell",
        "?",
        "plain",
        "The counts beside it may be of something else.",
        "It is no finding.",
    ),
)
"""How a sum came out."""

FLAGS = _table(
    Plain(
        "moved baseline",
        "The starting point moved",
        "⇅",
        "late",
        "A document quotes an earlier value that is not the one published at the time, so that the change since looks "
        "larger or smaller than it was.",
        "The earlier value may have been corrected. Ask for the correction.",
    ),
    Plain(
        "different values",
        "Two different values",
        "≠",
        "late",
        "Two documents give different values for the same thing and time.",
        "They may count differently. Ask which is right.",
    ),
    Plain(
        "definition",
        "Counted differently",
        "∿",
        "said",
        "What is counted seems to have changed, so that the values cannot be compared.",
        "The words may differ and the count be the same.",
    ),
    Plain(
        "population",
        "A different group",
        "∿",
        "said",
        "The group that is counted seems to have changed, so that the values cannot be compared.",
        "The words may differ and the group be the same.",
    ),
    Plain(
        "denominator",
        "Out of a different total",
        "∿",
        "said",
        "The total that a percentage is of has changed.",
        "The total may have changed for good reasons.",
    ),
    Plain(
        "stopped",
        "No longer given",
        "◌",
        "silent",
        "The documents gave this value and then stopped giving it, while they still give its neighbours.",
        "It may be given elsewhere.",
    ),
)
"""What is odd about a figure through time."""

STRENGTHS = {
    "firm": "firmly promised",
    "planned": "planned",
    "ongoing": "said to be going on",
    "aspirational": "hoped for",
    "required": "required of somebody",
}
"""How strongly a commitment is worded."""


def plain(key: str, kind: Mapping[str, Plain] = VERDICTS) -> Plain:
    """The words for a verdict; KeyError for one that is none."""
    return kind[key]

"""Records of several documents → what became of each commitment; two documents → what changed.

track: later documents ─ nearest statements ─ features ─ relation of each ─ verdict with its reasons
linked: files of one issue ─ the same number of a series, the same title and date, or nearly the same text
people: everybody who is named ─ merged cautiously ─ roles with their dates, commitments by name or by role
meanings: short forms ─ what each document says that they stand for ─ one meaning, several, or none
series: figures of successive issues ─ those that measure one thing ─ points, and what is odd about them
check: sums within one document ─ what its values give ─ agrees, rounded, cut off, or not
answers: asks of a letter ─ nearest sentences of the replies ─ answered, partly, deflected, unanswered
topics: headings, short forms, what promises act on ─ by their stems ─ counts a year
diff:  statements of two documents ─ equal, moved, reworded ─ typed changes: figures, dates, owners, commitments
"""

from __future__ import annotations

from docmine.compare.answers import Answer, answers
from docmine.compare.checks import Check, check
from docmine.compare.checks.kept import checked
from docmine.compare.diff import Change, Diff, Statement, diff, statements
from docmine.compare.issues import linked
from docmine.compare.meanings import ShortForm, meanings
from docmine.compare.posts import Person, people
from docmine.compare.series import Series, series
from docmine.compare.series.kept import traced
from docmine.compare.topics import Topic, topics
from docmine.compare.track import follow, track

__all__ = [
    "Answer",
    "Change",
    "Check",
    "Diff",
    "Person",
    "Series",
    "ShortForm",
    "Statement",
    "Topic",
    "answers",
    "check",
    "checked",
    "diff",
    "follow",
    "linked",
    "meanings",
    "people",
    "series",
    "statements",
    "topics",
    "traced",
    "track",
]

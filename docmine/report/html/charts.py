"""A figure through time → a small chart as SVG markup that takes its colours from the style sheet.

matplotlib writes colours into style attributes, which the content-security policy forbids and which no dark mode could
change; each colour here is a sign that stands for a class of report.css.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from docmine.report import safe
from docmine.report.dates import MONTHS

if TYPE_CHECKING:
    from markupsafe import Markup

    from docmine.report.story.figures import Course, Dot

_WIDTH, _HEIGHT = 6.4, 2.6
"""Inches of 72 points; the SVG scales to its column."""
_CLASSES = {
    "#000001": "ink",
    "#000002": "axis",
    "#000003": "grid",
    "#000004": "line",
    "#000005": "dot",
    "#000006": "hollow",
}
_INK, _AXIS, _GRID, _LINE, _DOT, _ODD = _CLASSES
_LABELLED = 8
"""Points up to which each is labelled; of more only the ends, the lowest and the highest."""
_TICKS = 7
"""Dates that fit below a chart."""
_KEPT = frozenset({"stroke-width", "stroke-dasharray", "text-anchor", "font-size", "fill", "stroke", "stroke-linecap"})
_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_UNIT = 30
"""Letters of a unit that fit beside a chart."""
_UNITS = {"percent": "%", "count": "number", "gbp": "£"}


def chart(course: Course) -> Markup:
    """A line through the values as they were published, and hollow marks for those that were quoted later."""
    from markupsafe import Markup

    own = sorted((d for d in course.dots if d.when and not d.quoted), key=lambda d: (d.when, d.value))
    quoted = [d for d in course.dots if d.when and d.quoted]
    drawn = _drawn(own, quoted, safe.line(course.unit)[:_UNIT])
    return Markup(_classed(drawn, course.anchor, safe.line(f"Chart: {course.measure}"), safe.line(course.told)))


def _drawn(own: Sequence[Dot], quoted: Sequence[Dot], unit: str) -> str:
    import matplotlib
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    settings: Any = {"svg.fonttype": "none", "svg.hashsalt": "docmine", "text.parse_math": False, "font.size": 10}
    with matplotlib.rc_context(settings):
        figure = Figure(figsize=(_WIDTH, _HEIGHT), layout="constrained")
        FigureCanvasSVG(figure)
        axes: Any = figure.add_subplot()
        figure.patch.set_visible(False)
        axes.patch.set_visible(False)
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        axes.spines["bottom"].set_color(_AXIS)
        axes.grid(axis="y", color=_GRID, linewidth=0.6)
        axes.tick_params(colors=_INK, length=0)
        axes.plot([d.when for d in own], [d.value for d in own], color=_LINE, linewidth=2, zorder=2)
        for dots, colour, shape in ((own, _DOT, "o"), (quoted, _ODD, "D")):
            axes.plot(
                [d.when for d in dots],
                [d.value for d in dots],
                linestyle="none",
                marker=shape,
                markersize=7,
                markerfacecolor=colour,
                markeredgecolor=colour,
                markeredgewidth=1.6,
                clip_on=False,
                zorder=3,
            )
        for dot in _told(own, quoted):
            axes.annotate(
                f"{dot.value:,.6g}",
                (dot.when, dot.value),
                xytext=(0, 8),
                textcoords="offset points",
                ha="center",
                color=_INK,
                zorder=4,
            )
        axes.margins(x=0.06, y=0.25)
        if min(d.value for d in (*own, *quoted)) >= 0:
            axes.set_ylim(bottom=0)
        days = _ticks([d.when for d in (*own, *quoted) if d.when])
        axes.set_xticks(days, [f"{MONTHS[day.month - 1][:3]} {day.year}" for day in days])
        axes.yaxis.set_major_locator(MaxNLocator(4))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.6g}"))
        axes.set_ylabel(_UNITS.get(unit, unit), color=_INK)
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


def _told(own: Sequence[Dot], quoted: Sequence[Dot]) -> list[Dot]:
    """The points that are labelled."""
    if len(own) <= _LABELLED:
        return [*own, *quoted]
    by_value = sorted(own, key=lambda d: d.value)
    return [*dict.fromkeys((own[0], own[-1], by_value[0], by_value[-1])), *quoted]


def _ticks(days: Sequence[date]) -> list[date]:
    """The days of the points, without those that stand too near the one before for both to be read."""
    first, last = min(days), max(days)
    room = (last - first) / _TICKS
    kept = [first]
    for day in sorted(set(days) - {first}):
        if day - kept[-1] >= room and (last - day >= room or day == last):
            kept.append(day)
    return kept


def _classed(svg: str, anchor: str, title: str, told: str) -> str:
    """The SVG for the middle of a page: classes for colours, ids of its own, a title and a description."""
    root = ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", svg))
    for parent in list(root.iter()):
        for child in [c for c in parent if c.tag in (f"{_SVG}metadata", f"{_SVG}style")]:
            parent.remove(child)
    for element in root.iter():
        _bare(element, anchor)
    root.attrib.pop("width", None)
    root.attrib.pop("height", None)
    root.attrib |= {"role": "img", "aria-labelledby": f"{anchor}-t {anchor}-d", "focusable": "false"}
    for i, (name, text, suffix) in enumerate((("title", title, "t"), ("desc", told, "d"))):
        element = ElementTree.Element(name, {"id": f"{anchor}-{suffix}"})
        element.text = text
        root.insert(i, element)
    markup = ElementTree.tostring(root, encoding="unicode")
    return re.sub(r'(\d+\.\d\d)\d+(?=[ "\n])', r"\1", re.sub(r">\s+<", "><", markup))


def _bare(element: ElementTree.Element, anchor: str) -> None:
    """Without names of spaces, style attributes and ids that another chart may have."""
    element.tag = element.tag.removeprefix(_SVG)
    attributes = element.attrib
    for name, value in list(attributes.items()):
        if name == "id":
            attributes["id"] = f"{anchor}-{value}"
        elif name == f"{_XLINK}href":
            del attributes[name]
            attributes["href"] = value.replace("#", f"#{anchor}-", 1)
        elif "url(#" in value:
            attributes[name] = value.replace("url(#", f"url(#{anchor}-")
    style = _pairs(attributes.pop("style", ""))
    known = {name: value for name, value in style.items() if name in _KEPT}
    if font := style.get("font"):
        known["font-size"] = font.split()[0]
    classes = dict.fromkeys(_CLASSES[value] for value in known.values() if value in _CLASSES)
    attributes |= {name: value for name, value in known.items() if value not in _CLASSES}
    for name in ("fill", "stroke"):
        if attributes.get(name) in _CLASSES:
            classes[_CLASSES[attributes.pop(name)]] = None
    if classes:
        attributes["class"] = " ".join(classes)


def _pairs(style: str) -> Mapping[str, str]:
    parts = (part.partition(":") for part in style.split(";"))
    return {name.strip(): value.strip() for name, _, value in parts if value}

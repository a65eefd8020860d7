"""Serves every template with Spil's small shapes: icon, state, marks, dates as people say them.

It imports no model and asks no database: what it shows, the template hands over.
"""

import datetime
import functools
import re

from django import template
from django.template import Context
from django.templatetags.static import static
from django.utils import dateformat, timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spil import brand

register = template.Library()

# Line drawings on 20 by 20: the path that is drawn, and for some a path that is filled.
CIRCLE = "M2 10a8 8 0 1 0 16 0a8 8 0 1 0-16 0z"
ICONS: dict[str, tuple[str, ...]] = {
    "action": ("M4 10h12M11 5l5 5-5 5",),
    "advice": ("M10 3v9M10 16v.2",),
    "answer": ("M8 5 3.5 9.5 8 14M4 9.5h8a4.5 4.5 0 0 1 4.5 4.5v2",),
    "bell": ("M5 13.5V9a5 5 0 0 1 10 0v4.5l1.5 2h-13zM8.3 17.8h3.4",),
    "case": ("M3 4h14v10h-6.5L6.5 17.5V14H3z",),
    "check": ("m4 10.5 4 4L16 5",),
    "decision": ("m4 10.5 4 4L16 5",),
    "good": (CIRCLE + "m4 .3 2.8 2.8 5.2-6",),
    "home": ("M3 9.2 10 3l7 6.2V17H3zM8 17v-5h4v5",),
    "information": ("M10 9v7M10 4.6v.2",),
    "lock": (
        "M5 9h10a1 1 0 0 1 1 1v6.5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1zM6.5 9V6.5a3.5 3.5 0 0 1 7 0V9",
    ),
    "meeting": (
        "M4 4.5h12a1 1 0 0 1 1 1V16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5.5a1 1 0 0 1 1-1zM3 8.5h14M7 2.5V6M13 2.5V6",
    ),
    "menu": ("M3 5.5h14M3 10h14M3 14.5h14",),
    "now": (CIRCLE, "M6.5 10a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z"),
    "offer": ("M10 4v12M4 10h12",),
    "open": ("M2.5 10a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0z",),
    "pen": ("M3.5 16.5 4.5 12 13 3.5l3.5 3.5L8 15.5z",),
    "person": ("M6.5 6.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0zM3 17.5c0-3.6 2.6-5.5 7-5.5s7 1.9 7 5.5",),
    "question": ("M6.5 7a3.5 3.5 0 1 1 5.2 3c-1.2.7-1.7 1.3-1.7 2.6M10 15.8v.2",),
    "referral": ("M4 10h12M11 5l5 5-5 5",),
    "rings": (
        CIRCLE + "M5.4 10a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0z",
        "M8.6 10a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0-2.8 0z",
    ),
    "search": ("M3 8.5a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0zM12.8 12.8 17 17",),
    "stop": ("M6.6 2h6.8L18 6.6v6.8L13.4 18H6.6L2 13.4V6.6zM10 6v5M10 13.8v.2",),
    "watch": ("M10 2.8 18.2 17H1.8zM10 8v4.2M10 14.6v.2",),
}
DASHED = {"open"}

RINGS = {"core": "2.3", "fixed": "5.3", "flexible": "8.3"}
RING_WORDS = {
    "core": gettext_lazy("core team"),
    "fixed": gettext_lazy("fixed ring"),
    "flexible": gettext_lazy("flexible ring"),
}
# Django's message levels in the five states that Spil knows.
MESSAGE_STATES = {"debug": "open", "info": "now", "success": "good", "warning": "watch", "error": "stop"}
# Small words inside a name that carry no letter of the mark.
PARTICLES = {"de", "den", "der", "en", "het", "in", "of", "te", "ten", "ter", "the", "van", "voor", "’t", "'t"}


@register.simple_tag
@functools.cache
def icon(name: str) -> SafeString:
    """Draw the icon `name`, hidden from the ear because a word stands beside it. An unknown name is a KeyError."""
    line, *filled = ICONS[name]
    dash = format_html(' stroke-dasharray="{}"', "3 3") if name in DASHED else ""
    fills = format_html_join("", '<path fill="currentColor" stroke="none" d="{}"/>', [(path,) for path in filled])
    return format_html(
        '<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="{}"{}/>{}</svg>', line, dash, fills
    )


@register.simple_tag
def state(kind: str, words: str) -> SafeString:
    """Say a state: its shape, its words and its colour. Kinds: good, watch, stop, open, now and lock."""
    tone = "open" if kind == "lock" else kind
    return format_html('<span class="state" data-state="{}">{}{}</span>', tone, icon(kind), words)


@register.filter
def message_state(level_tag: str) -> str:
    """Give the state that belongs to the level of one of Django's messages."""
    return MESSAGE_STATES.get(level_tag, "now")


def letters(name: str) -> str:
    """Two letters for `name`: of its first and its last word that counts, or the first two of a single word."""
    words = [word for word in re.findall(r"[\w'’]+", name) if word.lower() not in PARTICLES] or ["?"]
    return (words[0][:2] if len(words) == 1 else words[0][0] + words[-1][0]).upper()


@register.simple_tag
def mark(name: str, small: bool = False) -> SafeString:
    """Draw a partner or a person as two letters; hidden from the ear, since the name stands beside it."""
    size = " small" if small else ""
    return format_html('<span class="mark{}" aria-hidden="true">{}</span>', size, letters(str(name)))


@register.simple_tag
def ring_mark(ring: str, label: str | None = None, passed: str = "", large: bool = False) -> SafeString | str:
    """Draw the sign with `ring` spoken (core, fixed, flexible), and its word, or `label` instead of that word.

    Nothing for somebody in no ring. `passed` names a ring that was gone through before this one, at the door.
    """
    if ring not in RINGS:
        return ""
    circles = format_html_join(
        "",
        '<circle{} cx="10" cy="10" r="{}"/>',
        [(_ring_class(each, ring, passed), RINGS[each]) for each in ("flexible", "fixed", "core")],
    )
    return format_html(
        '<span class="ring-mark{}"><svg viewBox="0 0 20 20" aria-hidden="true">{}</svg>{}</span>',
        " large" if large else "",
        circles,
        RING_WORDS[ring] if label is None else label,
    )


def _ring_class(each: str, spoken: str, passed: str) -> SafeString | str:
    if each == spoken:
        return format_html(' class="{}"', "on-core" if each == "core" else "on")
    return format_html(' class="{}"', "passed") if each == passed else ""


@register.simple_tag
def brand_tokens() -> SafeString | str:
    """Link the municipality's own tokens, when it has some; this stands behind the stylesheet that it overrides."""
    return (
        format_html('<link rel="stylesheet" href="{}">', static(f"brand/{brand.TOKENS}"))
        if brand.has(brand.TOKENS)
        else ""
    )


@register.simple_tag
def logo_address() -> str:
    """Give the address of the municipality's logo, or of Spil's sign."""
    return static(f"brand/{brand.LOGO}" if brand.has(brand.LOGO) else "img/sign.svg")


@register.simple_tag
def sign() -> SafeString:
    """Draw the municipality's logo, or Spil's own mark: a pivot, a firm ring and a dashed one."""
    if brand.has(brand.LOGO):
        return format_html('<img class="sign" src="{}" alt="" width="28" height="28">', logo_address())
    return format_html(
        '<svg class="sign" viewBox="0 0 40 40" aria-hidden="true">{}</svg>',
        format_html_join(
            "",
            '<circle class="{}" cx="20" cy="20" r="{}"/>',
            [("flexible", "18"), ("fixed", "12"), ("pivot", "5.5")],
        ),
    )


@register.simple_tag(takes_context=True)
def nav_current(context: Context, prefix: str) -> SafeString | str:
    """Give ` aria-current` for the navigation entry that leads to `prefix`, when this page is it or lies under it."""
    path = getattr(context.get("request"), "path", "")
    if path == prefix:
        return format_html(' aria-current="{}"', "page")
    if prefix != "/" and path.startswith(prefix):
        return format_html(' aria-current="{}"', "true")
    return ""


@register.simple_tag(takes_context=True)
def nav_link(context: Context, path: str, words: str, shape: str = "") -> SafeString:
    """Give one entry of the navigation: a link to `path`, marked when this page is it, with the icon `shape` if any."""
    drawing = icon(shape) if shape else ""
    return format_html('<a href="{}"{}>{}{}</a>', path, nav_current(context, path), drawing, words)


@register.simple_tag(takes_context=True)
def is_confidential(context: Context) -> bool:
    """Say whether paper with this page on it is only for who may see the page. A member's page is, unless it says otherwise."""
    page = context.get("page")
    for_everybody = getattr(page, "is_public", False) and not getattr(page, "shows_members_more", False)
    return bool(context.get("is_member")) and not for_everybody


@register.filter
def split_words(text: str) -> list[str]:
    """Give the words of `text`, for a template that goes through a few names."""
    return text.split()


@register.filter
def last_word_apart(text: str) -> tuple[str, str]:
    """Cut `text` before its last word, so that a number after it stays on the same line; a long word is cut itself."""
    cut = max(text.rfind(" ") + 1, len(text) - 12)
    return text[:cut], text[cut:]


def _local(value: datetime.date | datetime.datetime) -> datetime.date | datetime.datetime:
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def _day_of(value: datetime.date | datetime.datetime) -> datetime.date:
    return value.date() if isinstance(value, datetime.datetime) else value


@register.filter
def day(value: datetime.date | datetime.datetime | None) -> str:
    """Say a day: "17 november", with the year when it is not this one. Empty for nothing."""
    if not value:
        return ""
    local = _local(value)
    return dateformat.format(local, "j F" if local.year == timezone.localdate().year else "j F Y")


@register.filter
def long_day(value: datetime.date | datetime.datetime | None) -> str:
    """Say a day in full: "donderdag 26 november 2026". Empty for nothing."""
    return dateformat.format(_local(value), "l j F Y") if value else ""


@register.filter
def near_day(value: datetime.date | datetime.datetime | None) -> str:
    """Say a day as people do: yesterday, today, tomorrow, or the date. Empty for nothing."""
    if not value:
        return ""
    away = (_day_of(_local(value)) - timezone.localdate()).days
    words = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    return words.get(away) or day(value)


@register.filter
def clock(value: datetime.time | datetime.datetime | None) -> str:
    """Say a time of day: "9.30" in Dutch, "9:30" in English. Empty for nothing."""
    if value is None:
        return ""
    local = timezone.localtime(value) if isinstance(value, datetime.datetime) and timezone.is_aware(value) else value
    return _("%(hour)s:%(minute)s") % {"hour": local.hour, "minute": f"{local.minute:02}"}


@register.filter
def moment(value: datetime.datetime | None) -> str:
    """Say a moment: "vandaag, 8.41 uur" or "17 november, 19.10 uur". Empty for nothing."""
    if not value:
        return ""
    return _("%(day)s, %(time)s") % {"day": near_day(value), "time": clock(value)}


@register.simple_tag
def when(value: datetime.date | datetime.datetime | None) -> SafeString | str:
    """Say a day or a moment inside a `time` element, so that machines can read it too. Empty for nothing."""
    if not value:
        return ""
    if isinstance(value, datetime.datetime):
        stamp, words = _local(value).strftime("%Y-%m-%dT%H:%M"), moment(value)
    else:
        stamp, words = value.isoformat(), near_day(value)
    return format_html('<time datetime="{}">{}</time>', stamp, words)

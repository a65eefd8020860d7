"""A municipality's own look: one small file of tokens and a logo, in a folder of its own (docs/branding.md).

For operators. What the two files say is checked before anything starts: the tokens may change values only, and every pair of
colours that the styles put together must keep the contrast of WCAG 2.2 AA.
"""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

TOKENS, LOGO = "brand.css", "logo.svg"
LARGEST = 50_000  # bytes; every page fetches both
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SHEET = re.compile(r"\s*@layer tokens\s*\{\s*:root\s*\{(?P<tokens>[^{}@]*)\}\s*\}\s*")
_TOKEN = re.compile(
    r"\s*--(?:basis|spil)-[\w-]+\s*:\s*(?!.*(?:url|image|expression)\s*\()[^;<>\\]+", re.IGNORECASE | re.DOTALL
)
# What could run or fetch something, were the picture opened by itself.
_ACTIVE = re.compile(
    rb"<\s*(?:script|foreignObject|iframe|use|image|style)|\son\w+\s*=|javascript:|<!ENTITY|@import"
    rb"|url\(\s*[\"']?[a-z/]",
    re.IGNORECASE,
)
_COLOUR = re.compile(
    r"--basis-(?P<name>[\w-]+):\s*light-dark\((?P<light>#[0-9a-fA-F]{6}), ?(?P<dark>#[0-9a-fA-F]{6})\)"
)

# --- contrast: what the styles set on what, with the ratio that it needs (WCAG 2.2, 1.4.3 and 1.4.11) ------------------

READ, SEEN = 4.5, 3.0
_GROUNDS = [f"color-default-bg-{name}" for name in ("document", "subtle", "default", "hover")]
_TINTS = [f"color-action-1-bg-{name}" for name in ("subtle", "default")]
_TEXTS = [
    *(f"color-default-color-{name}" for name in ("document", "subtle")),
    *(f"color-action-1-color-{name}" for name in ("default", "hover")),
]


def pairs() -> Iterator[tuple[str, str, float]]:
    """Give every pair of colours that the styles put together: what stands in front, on what, and the least contrast."""
    yield from ((text, ground, READ) for text, ground in product(_TEXTS, [*_GROUNDS, *_TINTS]))
    for state in ("positive", "warning", "negative"):
        tint = f"color-{state}-bg-default"
        yield from ((f"color-{state}-color-default", ground, READ) for ground in [*_GROUNDS, tint])
        yield from ((f"color-{state}-border-default", ground, SEEN) for ground in [*_GROUNDS[:2], tint])
        yield from ((text, tint, READ) for text in ("color-default-color-document", "color-action-1-color-default"))
    for name in ("default", "hover"):
        yield "color-action-1-inverse-color-default", f"color-action-1-inverse-bg-{name}", READ
    yield from (("color-default-border-default", ground, SEEN) for ground in _GROUNDS[:2])
    yield from (("focus-outline-color", ground, SEEN) for ground in [*_GROUNDS, *_TINTS, "focus-background-color"])


def luminance(colour: str) -> float:
    """Give the relative luminance of #rrggbb as WCAG defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Give the contrast between two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def colours(*sheets: str) -> dict[str, tuple[str, str]]:
    """Read the colours of stylesheets, light and dark. A name's first value in a sheet counts; a later sheet overrides."""
    known: dict[str, tuple[str, str]] = {}
    for sheet in sheets:
        first: dict[str, tuple[str, str]] = {}
        for match in _COLOUR.finditer(_COMMENT.sub("", sheet)):
            first.setdefault(match["name"], (match["light"], match["dark"]))
        known |= first
    return known


def faint(*sheets: str) -> list[str]:
    """Say which pairs of colours of these stylesheets cannot be told apart well enough; nothing when all can."""
    known = colours(*sheets)
    return [
        f"{front} on {ground}, {theme}: {ratio(known[front][side], known[ground][side]):.2f}, needs {least}"
        for front, ground, least in pairs()
        for side, theme in enumerate(("light", "dark"))
        if ratio(known[front][side], known[ground][side]) < least
    ]


# --- the two files ---------------------------------------------------------------------------------------------------


def has(name: str) -> bool:
    """Tell whether the municipality gave this one of the two files."""
    return settings.BRAND_DIR is not None and (settings.BRAND_DIR / name).is_file()


def wrong_in(folder: Path) -> Iterator[str]:
    """Say what is wrong with the files in a brand's folder, one clear sentence each."""
    strange = (
        sorted(path.name for path in folder.iterdir() if path.name not in {TOKENS, LOGO}) if folder.is_dir() else []
    )
    if not folder.is_dir():
        yield "The folder of the brand is not there."
    elif strange:
        # Everything in it is served to everybody.
        yield f"Only {TOKENS} and {LOGO} belong in the folder of the brand, and there is {strange[0]}."
    else:
        yield from _wrong_in_tokens(folder / TOKENS)
        yield from _wrong_in_logo(folder / LOGO)


def _wrong_in_tokens(path: Path) -> Iterator[str]:
    if not path.is_file():
        return
    text = path.read_text(encoding="utf-8")
    sheet = _SHEET.fullmatch(_COMMENT.sub("", text))
    lines = [line for line in (sheet["tokens"] if sheet else "").split(";") if line.strip()]
    if not sheet or len(text) > LARGEST:
        yield f"{TOKENS} may hold nothing but @layer tokens {{ :root {{ … }} }}."
    elif wrong := [line.strip() for line in lines if not _TOKEN.fullmatch(line)]:
        yield f"{TOKENS} may only give values to names that begin with --basis- or --spil-: {wrong[0]}"
    else:
        ours = (settings.SITE_DIR / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
        yield from (f"These colours are too much alike: {pair}" for pair in faint(ours, text))


def _wrong_in_logo(path: Path) -> Iterator[str]:
    if not path.is_file():
        return
    drawing = path.read_bytes()
    if len(drawing) > LARGEST or b"<svg" not in drawing[:1000]:
        yield f"{LOGO} is no SVG drawing, or larger than {LARGEST // 1000} kB."
    elif _ACTIVE.search(drawing):
        yield f"{LOGO} holds something that could run or fetch; save it as a plain SVG."


@register()
def brand_is_sound(**_kwargs: Any) -> list[CheckMessage]:
    """A brand changes values, never rules, and can be read by everybody."""
    if settings.BRAND_DIR is None:
        return []
    hint = "docs/branding.md says what the folder of SPIL_BRAND_DIR may hold."
    return [Error(wrong, hint=hint, id="spil.E004") for wrong in wrong_in(settings.BRAND_DIR)]

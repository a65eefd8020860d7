"""Gives a template the row of the matrix that its own page goes by, for the panel "who may see this, and why?"."""

from typing import Any

from django import template

from spil.matrix import row_for
from spil.who import Row

register = template.Library()


@register.simple_tag(takes_context=True)
def row_here(context: dict[str, Any], sort: str = "") -> Row | None:
    """Give the row of the address that is being shown; `sort` tells a public page from one for members."""
    match = getattr(context.get("request"), "resolver_match", None)
    return row_for(match.view_name, sort) if match else None

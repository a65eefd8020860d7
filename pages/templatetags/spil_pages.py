"""Serves the pages' templates with what the template language lacks. It asks no database and knows no model."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def under(found: Mapping[str, object], name: str) -> object | None:
    """Give what stands under `name`, or None: {{ profiles|under:party.name }}."""
    return found.get(name)

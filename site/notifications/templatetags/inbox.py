"""Gives templates the number in the bell; one query, and only where a bell is drawn."""

from django import template
from django.http import HttpRequest

from accounts.doors import signed_in
from notifications.models import Notice

register = template.Library()


@register.simple_tag(takes_context=True)
def unread_count(context: dict[str, HttpRequest]) -> int:
    """Count what the person looking has not read yet."""
    return Notice.objects.filter(recipient=signed_in(context["request"])).unread().count()

"""The app of cases."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """One question, its circle, and the contributions to it."""

    name = "cases"

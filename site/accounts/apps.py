"""The app of people and partners."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, partners, doors."""

    name = "accounts"

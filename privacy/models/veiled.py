"""What every model with checked text is: a row whose texts can be hidden from all but its writer and the core team.

Serves the rooms above, which name the writer and fetch rows for a reader. Who may read is decided here, once.
"""

from collections.abc import Iterable
from typing import Any, ClassVar, Self, TypeVar

from django.db import models

from accounts.models import User
from privacy.checks import RULES_VERSION
from privacy.fields import CheckedTextField
from privacy.veil import is_veiled, open_texts

Row = TypeVar("Row", bound=models.Model)


def rules_version() -> int:
    """Give the version of the rules under which a text is checked now."""
    return RULES_VERSION


class VeiledQuerySet(models.QuerySet[Row]):
    """Rows with checked text. Without a reader, hidden texts stay veiled."""

    _reader: User | None = None
    _for_the_check = False

    def read_by(self, reader: User) -> Self:
        """Fetch the rows for `reader`: texts that are hidden from others are open to their writer and the core team."""
        rows = self.all()
        rows._reader = reader
        return rows

    def for_the_check(self) -> Self:
        """Fetch the rows with every text open, for what looks at texts and shows them to nobody. For this room only."""
        rows = self.all()
        rows._for_the_check = True
        return rows

    def _clone(self) -> Self:
        rows: Self = super()._clone()  # type: ignore[misc]  # Django has it; its type stubs do not.
        rows._reader, rows._for_the_check = self._reader, self._for_the_check
        return rows

    def _fetch_all(self) -> None:
        """Lift the veil of each row just fetched where that may be: who wrote it knows it, the core team decides about it."""
        fresh = self._result_cache is None
        super()._fetch_all()
        if fresh and (self._reader or self._for_the_check):
            hidden = [row for row in self._result_cache or () if isinstance(row, VeiledText) and row.is_hidden]
            # Asked once, and only where something is hidden.
            opens_all = bool(hidden) and (self._reader is None or self._reader.is_core_team)
            for row in hidden:
                if opens_all or (self._reader and row.writer_id == self._reader.pk):
                    open_texts(row)


class VeiledText(models.Model):
    """A row with checked text. `writer_field` names the relation to who wrote it."""

    # Set while nobody but the writer and the core team may read the texts.
    hidden_since = models.DateTimeField(null=True, blank=True, editable=False)
    # The version of the rules (privacy.checks.RULES_VERSION) that last looked at the texts.
    checked_under = models.PositiveSmallIntegerField(default=rules_version, editable=False)

    writer_field: ClassVar[str]
    looks_now: "list[Any]"  # By privacy.access.add_looks().

    class Meta:
        abstract = True

    @property
    def is_veiled(self) -> bool:
        """Whether the texts show a sentence instead of themselves."""
        return is_veiled(self)

    @property
    def writer_id(self) -> int:
        """The key of who wrote the texts."""
        return getattr(self, f"{self.writer_field}_id")

    @property
    def writer(self) -> User:
        """Who wrote the texts."""
        return getattr(self, self.writer_field)

    @property
    def is_hidden(self) -> bool:
        """Whether nobody but the writer and the core team may read the texts; also when that was not fetched along."""
        return bool(self.__dict__.get("hidden_since", True))

    @classmethod
    def text_fields(cls) -> list[CheckedTextField]:
        """Give the columns with checked text."""
        return [field for field in cls._meta.concrete_fields if isinstance(field, CheckedTextField)]

    def refresh_from_db(
        self, using: str | None = None, fields: Iterable[str] | None = None, from_queryset: Any = None
    ) -> None:
        """Read the row again. The texts come along as they are; whether this row shows them does not change."""
        rows = VeiledQuerySet(type(self), using=using) if from_queryset is None else from_queryset
        if isinstance(rows, VeiledQuerySet):
            rows = rows.for_the_check()
        super().refresh_from_db(using=using, fields=fields, from_queryset=rows)

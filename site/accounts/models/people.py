"""People: one account a person, one partner a person, several roles. It serves sign-in and every right; no residents here."""

from enum import StrEnum
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.ids import PublicIdField
from accounts.models.partners import Partner, Subnetwork
from accounts.models.periods import Period


class Role(StrEnum):
    """What a person may do beyond the partner's work; the value is the name of the Django group that carries it."""

    COORDINATOR = "coordinator"
    EDITOR = "editor"
    PRIVACY_OFFICER = "privacy_officer"


ROLE_NAMES = {
    Role.COORDINATOR: _("coordinator"),
    Role.EDITOR: _("editor"),
    Role.PRIVACY_OFFICER: _("privacy officer"),
}


class UserManager(BaseUserManager["User"]):
    """People are found by e-mail address, in any case of letters: it is stored in lower case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())

    def coordinators(self) -> "models.QuerySet[User]":
        """Give the coordinators of now."""
        return self.filter(groups__name=Role.COORDINATOR.value, is_active=True)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an account; without a password it cannot be used to sign in."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractUser):  # type: ignore[django-manager-missing]  # django-otp gives its devices an untyped manager.
    """A person with an account."""

    username = None  # type: ignore[assignment]  # People sign in with their e-mail address.
    public_id = PublicIdField()
    email = models.EmailField(_("e-mail address"), unique=True)
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    job_title = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=2, choices=[("nl", "Nederlands"), ("en", "English")], default="nl")
    theme = models.CharField(max_length=5, blank=True, choices=[("light", _("light")), ("dark", _("dark"))])
    # Since when this person works for the partner: what they were let into before that counts no more.
    partner_since = models.DateTimeField(default=timezone.now, editable=False)
    # Demo people have published passwords: they are refused at sign-in in any mode but the demo.
    is_demo = models.BooleanField(default=False, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()  # type: ignore[assignment,misc]

    class Meta:
        ordering = ("last_name", "first_name", "pk")
        constraints = [
            # Kept in lower case, so that "unique" means: in any case of letters.
            models.CheckConstraint(condition=Q(email=Lower("email")), name="accounts_user_email_lower_case"),
            models.CheckConstraint(condition=Q(is_superuser=False), name="accounts_user_no_superuser"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Full name, or the address while there is none."""
        return self.get_full_name() or self.email

    @property
    def partner_public_id(self) -> str:
        """What the log writes down of the partner."""
        return self.partner.public_id if self.partner else ""

    @cached_property
    def roles(self) -> frozenset[str]:
        """The names of the roles this person holds; asked once a request."""
        return frozenset(self.groups.values_list("name", flat=True))

    def has_role(self, role: Role) -> bool:
        """Say whether this person holds `role` now."""
        return role.value in self.roles

    @property
    def is_coordinator(self) -> bool:
        """Say whether this person is a coordinator (covenant 6)."""
        return self.has_role(Role.COORDINATOR)

    @cached_property
    def is_core_team(self) -> bool:
        """Say whether this person sits in the core team today; the coordinator leads it (covenant 5.1)."""
        return self.is_coordinator or self.seats.now().exists()


class CoreTeamSeat(Period):
    """A person's seat in the core team for one subnetwork."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="seats")
    subnetwork = models.ForeignKey(Subnetwork, on_delete=models.PROTECT, related_name="seats")

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=["subnetwork"], condition=Q(until__isnull=True), name="accounts_one_seat_a_subnetwork"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.subnetwork})"


class Absence(Period):
    """Days on which somebody is away, and who of the same partner gets their notices; rights do not move along."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="absences")
    deputy = models.ForeignKey(User, on_delete=models.CASCADE, related_name="stands_in_for")

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(condition=~Q(user=models.F("deputy")), name="accounts_absence_deputy_is_another"),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.since:%Y-%m-%d}"

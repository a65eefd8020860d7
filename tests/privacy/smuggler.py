"""A real model that lives in the tests only: everything that tries to store unchecked text tries it here."""

from django.db import models
from django.test.utils import isolate_apps

from privacy.checks import Profile
from privacy.fields import CheckedTextField

# In a registry of its own: no migration, no other test and no running Spil ever sees this model.
with isolate_apps("privacy"):

    class Smuggler(models.Model):
        """One text in each profile, and a plain column as contraband."""

        story = CheckedTextField(profile=Profile.CASE)
        minutes = CheckedTextField(profile=Profile.WORK, blank=True, default="")
        plain = models.TextField(default="")

        class Meta:
            app_label = "privacy"

        def __str__(self) -> str:
            return str(self.pk)

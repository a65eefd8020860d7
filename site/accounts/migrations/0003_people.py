"""Nobody moved before Spil knew of moving, and one address has one open invitation."""

import datetime as dt

from django.db import migrations, models

THE_BEGINNING = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def count_from_the_beginning(apps, schema_editor):
    """Let everybody who has an account keep the circles they are in."""
    apps.get_model("accounts", "User").objects.update(partner_since=THE_BEGINNING)


def keep_the_newest(apps, schema_editor):
    """Take back all but the newest unused invitation to each address."""
    open_ones = apps.get_model("accounts", "Invitation").objects.filter(used_at__isnull=True)
    seen = set()
    for invitation in open_ones.order_by("-created_at", "-pk"):
        if invitation.email in seen:
            invitation.delete()
        seen.add(invitation.email)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_doors")]

    operations = [
        migrations.RunPython(count_from_the_beginning, migrations.RunPython.noop),
        migrations.RunPython(keep_the_newest, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("used_at__isnull", True)), fields=("email",), name="accounts_one_open_invitation"
            ),
        ),
    ]

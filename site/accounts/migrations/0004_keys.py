"""When an authenticator was added and last used, for the list in which people find the one they lost."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_people")]

    operations = [
        migrations.AddField(
            model_name="authenticator",
            name="created_at",
            field=models.DateTimeField(
                auto_now_add=True,
                blank=True,
                help_text="The date and time when this device was initially created in the system.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="authenticator",
            name="last_used_at",
            field=models.DateTimeField(
                blank=True, help_text="The most recent date and time this device was used.", null=True
            ),
        ),
    ]

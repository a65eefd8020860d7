import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import privacy.models.veiled


class Migration(migrations.Migration):
    dependencies = [
        ("followup", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # What is there was checked under rules of before: 0, so that the job looks at it.
        migrations.AddField(
            model_name="action",
            name="checked_under",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AlterField(
            model_name="action",
            name="checked_under",
            field=models.PositiveSmallIntegerField(default=privacy.models.veiled.rules_version, editable=False),
        ),
        migrations.AddField(
            model_name="action",
            name="hidden_since",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="action",
            name="written_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]

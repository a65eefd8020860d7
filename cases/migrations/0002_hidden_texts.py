from django.db import migrations, models

import privacy.models.veiled


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_initial"),
    ]

    operations = [
        # What is there was checked under rules of before: 0, so that the job looks at it.
        migrations.AddField(
            model_name="case",
            name="checked_under",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AlterField(
            model_name="case",
            name="checked_under",
            field=models.PositiveSmallIntegerField(default=privacy.models.veiled.rules_version, editable=False),
        ),
        migrations.AddField(
            model_name="case",
            name="hidden_since",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        # What is there was checked under rules of before: 0, so that the job looks at it.
        migrations.AddField(
            model_name="note",
            name="checked_under",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AlterField(
            model_name="note",
            name="checked_under",
            field=models.PositiveSmallIntegerField(default=privacy.models.veiled.rules_version, editable=False),
        ),
        migrations.AddField(
            model_name="note",
            name="hidden_since",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]

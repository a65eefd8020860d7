from django.db import migrations, models

import accounts.ids
import privacy.models.veiled


def give_ids(apps, schema_editor):
    """Give every outcome that is there an id of its own: the one of the column's making is the same for all."""
    for outcome in apps.get_model("meetings", "Outcome").objects.all():
        outcome.public_id = accounts.ids.new_public_id()
        outcome.save(update_fields=["public_id"])


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0001_initial"),
    ]

    operations = [
        # What is there was checked under rules of before: 0, so that the job looks at it.
        migrations.AddField(
            model_name="agendaitem",
            name="checked_under",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AlterField(
            model_name="agendaitem",
            name="checked_under",
            field=models.PositiveSmallIntegerField(default=privacy.models.veiled.rules_version, editable=False),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="hidden_since",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        # What is there was checked under rules of before: 0, so that the job looks at it.
        migrations.AddField(
            model_name="meeting",
            name="checked_under",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="checked_under",
            field=models.PositiveSmallIntegerField(default=privacy.models.veiled.rules_version, editable=False),
        ),
        migrations.AddField(
            model_name="meeting",
            name="hidden_since",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        # What is there was checked under rules of before: 0, so that the job looks at it.
        migrations.AddField(
            model_name="outcome",
            name="checked_under",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AlterField(
            model_name="outcome",
            name="checked_under",
            field=models.PositiveSmallIntegerField(default=privacy.models.veiled.rules_version, editable=False),
        ),
        migrations.AddField(
            model_name="outcome",
            name="hidden_since",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="outcome",
            name="public_id",
            # Plain and empty at first: one default would give all rows the same id.
            field=models.CharField(max_length=12, null=True, editable=False),
        ),
        migrations.RunPython(give_ids, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="outcome",
            name="public_id",
            field=accounts.ids.PublicIdField(
                default=accounts.ids.new_public_id, editable=False, max_length=12, unique=True
            ),
        ),
    ]

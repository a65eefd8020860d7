"""Names of organisations that the check lets through, and those that authors proposed."""

import django.db.models.functions.text
from django.db import migrations, models

import accounts.ids
import accounts.models.periods


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="AllowedName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", accounts.ids.PublicIdField()),
                ("name", models.CharField(max_length=80)),
                ("since", models.DateField(default=accounts.models.periods.today, editable=False)),
            ],
            options={
                "ordering": (django.db.models.functions.text.Lower("name"),),
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"), name="privacy_one_allowed_name"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProposedName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", accounts.ids.PublicIdField()),
                ("name", models.CharField(max_length=80)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "a name"),
                            ("employer", "an employer or a shop"),
                            ("school", "a school"),
                            ("practice", "a practice"),
                        ],
                        max_length=20,
                    ),
                ),
                ("times", models.PositiveIntegerField(default=0)),
                ("since", models.DateField(default=accounts.models.periods.today, editable=False)),
            ],
            options={
                "ordering": ("-times", django.db.models.functions.text.Lower("name")),
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"), name="privacy_one_proposal_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["person", "employer", "school", "practice"])),
                        name="privacy_proposal_kind_is_known",
                    ),
                ],
            },
        ),
    ]

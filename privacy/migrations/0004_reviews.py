import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import accounts.ids


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_keys"),
        ("privacy", "0003_villages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    accounts.ids.PublicIdField(
                        default=accounts.ids.new_public_id, editable=False, max_length=12, unique=True
                    ),
                ),
                ("about", models.CharField(max_length=20)),
                ("object_id", models.CharField(max_length=12)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("kept", "words kept with a reason"),
                            ("person", "a name was kept with a reason"),
                            ("reported", "a reader can tell who it is about"),
                            ("rules", "the check became stricter"),
                        ],
                        max_length=10,
                    ),
                ),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "decision",
                    models.CharField(
                        blank=True, choices=[("stays", "may stay"), ("goes", "must be written anew")], max_length=10
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("mended_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.partner",
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "writer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-opened_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="KeptWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("field", models.CharField(max_length=30)),
                ("kind", models.CharField(max_length=20)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("reason", models.CharField(max_length=30)),
                ("kept_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="words", to="privacy.review"
                    ),
                ),
            ],
            options={
                "ordering": ("field", "start"),
            },
        ),
        migrations.CreateModel(
            name="ReviewLook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="looks", to="privacy.review"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "pk"),
            },
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("about", "object_id"),
                name="privacy_one_open_review_a_text",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason__in", ["kept", "person", "reported", "rules"])),
                name="privacy_review_reason_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("decision", "")),
                    models.Q(("decided_at__isnull", False), ("decision__in", ["stays", "goes"])),
                    _connector="OR",
                ),
                name="privacy_review_decision_has_a_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="keptword",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gt", models.F("start"))), name="privacy_kept_word_has_length"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewlook",
            constraint=models.UniqueConstraint(fields=("review", "by"), name="privacy_one_look_a_person"),
        ),
    ]

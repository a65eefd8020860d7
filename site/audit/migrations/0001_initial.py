"""The log's table, and the triggers that make it append-only on both databases."""

import django.utils.timezone
from django.db import migrations, models

SQLITE = """
CREATE TRIGGER audit_logline_no_{verb} BEFORE {verb} ON audit_logline
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END
"""
POSTGRESQL_FUNCTION = """
CREATE FUNCTION audit_logline_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the log is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRESQL = """
CREATE TRIGGER audit_logline_no_{verb} BEFORE {verb} ON audit_logline
FOR EACH ROW EXECUTE FUNCTION audit_logline_append_only()
"""


def close(apps, schema_editor):
    """Refuse change and removal of a line."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_FUNCTION)
        template = POSTGRESQL
    else:
        template = SQLITE
    for verb in ("UPDATE", "DELETE"):
        schema_editor.execute(template.format(verb=verb))


def reopen(apps, schema_editor):
    """Take the triggers away again."""
    on = " ON audit_logline" if schema_editor.connection.vendor == "postgresql" else ""
    for verb in ("UPDATE", "DELETE"):
        schema_editor.execute(f"DROP TRIGGER audit_logline_no_{verb}{on}")
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION audit_logline_append_only()")


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="LogLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_index=True, default=django.utils.timezone.now, editable=False)),
                (
                    "actor",
                    models.CharField(
                        blank=True,
                        help_text="The public id of a person, or empty for a visitor or the system.",
                        max_length=32,
                    ),
                ),
                (
                    "partner",
                    models.CharField(
                        blank=True, help_text="The public id of the actor's partner at that moment.", max_length=32
                    ),
                ),
                ("action", models.CharField(max_length=64)),
                ("object_type", models.CharField(blank=True, max_length=64)),
                ("object_id", models.CharField(blank=True, max_length=64)),
                (
                    "result",
                    models.CharField(
                        choices=[("ok", "Ok"), ("refused", "Refused"), ("failed", "Failed")], default="ok", max_length=8
                    ),
                ),
                (
                    "origin",
                    models.CharField(blank=True, help_text="The network address the request came from.", max_length=64),
                ),
            ],
            options={
                "ordering": ("-pk",),
            },
        ),
        migrations.RunPython(close, reopen),
    ]

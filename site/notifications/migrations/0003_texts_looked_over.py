from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0002_absent"),
    ]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.CharField(
                choices=[
                    ("case_invited", "invited to a case"),
                    ("case_note", "contribution to a case"),
                    ("meeting_planned", "meeting planned"),
                    ("meeting_item_invited", "invited for an agenda item"),
                    ("action_given", "action given"),
                    ("text_to_look_over", "texts to look over"),
                    ("text_held", "text held back for a name"),
                    ("text_held_by_rules", "text held back by stricter rules"),
                    ("text_reported", "text reported by a reader"),
                    ("text_to_write_anew", "text to be written anew"),
                    ("text_stays", "text may stay"),
                    ("text_shown", "text readable again"),
                ],
                max_length=30,
            ),
        ),
    ]

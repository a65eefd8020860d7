"""The column for checked text, and a real model that tries to smuggle on every path of the ORM."""

import re
from collections.abc import Callable

import pytest
from asgiref.sync import async_to_sync
from django.core import serializers
from django.core.serializers.base import DeserializedObject
from django.db import connection, models, transaction
from django.db.models import Case, CharField, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, Lower, Replace

from privacy.checks import CheckedText, Profile, check
from privacy.fields import CheckedTextField, UncheckedText
from privacy.forms import CheckedTextFormField
from tests.privacy.smuggler import Smuggler

BSN = "Zijn nummer is 999990019."
CLEAN = "De moeder vraagt hulp."
pytestmark = pytest.mark.usefixtures("smugglers")


def story(text: str = CLEAN) -> CheckedText:
    return check(text, Profile.CASE)


@pytest.fixture
def row() -> Smuggler:
    return Smuggler.objects.create(story=story(), plain=BSN)


def stored() -> list[str]:
    """Read the table without any of our code."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT story FROM {Smuggler._meta.db_table} ORDER BY id")  # noqa: S608  (a constant)
        return [text for (text,) in cursor.fetchall()]


SAVES: dict[str, Callable[[object], object]] = {
    "save": lambda text: Smuggler(story=text).save(),
    "create": lambda text: Smuggler.objects.create(story=text),
    "bulk_create of one": lambda text: Smuggler.objects.bulk_create([Smuggler(story=text)]),
    "bulk_create": lambda text: Smuggler.objects.bulk_create([Smuggler(story=story()), Smuggler(story=text)]),
    "bulk_create over conflicts": lambda text: Smuggler.objects.bulk_create(
        [Smuggler(pk=7, story=text)], update_conflicts=True, unique_fields=["id"], update_fields=["story"]
    ),
    "get_or_create": lambda text: Smuggler.objects.get_or_create(pk=9, defaults={"story": text}),
    "get_or_create by value": lambda text: Smuggler.objects.get_or_create(story=text),
    "update_or_create, new": lambda text: Smuggler.objects.update_or_create(pk=9, defaults={"story": text}),
    "update_or_create, with create_defaults": lambda text: Smuggler.objects.update_or_create(
        pk=9, defaults={}, create_defaults={"story": text}
    ),
    "a row read from a dump": lambda text: DeserializedObject(Smuggler(pk=9, story=text)).save(),
}

CHANGES: dict[str, Callable[[Smuggler, object], object]] = {
    "save": lambda row, text: _set(row, text).save(),
    "save of one field": lambda row, text: _set(row, text).save(update_fields=["story"]),
    "save_base as a dump does": lambda row, text: _set(row, text).save_base(raw=True),
    "update": lambda _row, text: Smuggler.objects.update(story=text),
    "update of a selection": lambda row, text: Smuggler.objects.filter(pk=row.pk).update(plain="x", story=text),
    "bulk_update": lambda row, text: Smuggler.objects.bulk_update([_set(row, text)], ["story"]),
    "update_or_create": lambda row, text: Smuggler.objects.update_or_create(pk=row.pk, defaults={"story": text}),
}

PLAIN: dict[str, object] = {
    "plain text": BSN,
    "clean plain text": CLEAN,
    "a part of checked text": story()[:5],
    "checked text with something behind it": story() + " 06-12345678",
    "a forged one": str.__new__(CheckedText, BSN),
    "text checked for work": check("Op 12 maart 2026 was het zo.", Profile.WORK),
    "a number": 999990019,
    "bytes": BSN.encode(),
    "a list": [CLEAN],
}

EXPRESSIONS: dict[str, object] = {
    "F of a plain column": F("plain"),
    "F of its own column": F("story"),
    "Value": Value(BSN),
    "Value that names the column": Value(BSN, output_field=CheckedTextField()),
    "Concat": Concat(F("story"), Value(BSN)),
    "Lower": Lower("plain"),
    "Replace": Replace(F("story"), Value("moeder"), Value("mevrouw Jansen")),
    "Coalesce": Coalesce(F("plain"), Value("")),
    "Cast": Cast(F("plain"), output_field=CheckedTextField()),
    "Cast of a Value": Cast(Value(BSN), output_field=models.TextField()),
    "Subquery": Subquery(Smuggler.objects.values("plain")[:1]),
    "Case of plain text": Case(When(pk__gt=0, then=Value(BSN)), default=Value("")),
    "Case with a plain default": Case(When(pk__lt=0, then=Value(story())), default=Value(BSN)),
    "Case of a column": Case(When(pk__gt=0, then=F("plain")), default=Value("")),
    "Case of a function": Case(When(pk__gt=0, then=Lower(Value(BSN)))),
    "Case with a template of its own": Case(When(pk__gt=0, then=Value(story())), template=f"'{BSN}'"),
    "Case in a Cast to another type": Cast(
        Case(When(pk__gt=0, then=Value(story()))), output_field=CharField(max_length=3)
    ),
    "Case in a Case": Case(When(pk__gt=0, then=Case(When(pk__gt=0, then=Value(BSN))))),
    "Subquery of another row": Subquery(Smuggler.objects.filter(pk=OuterRef("pk")).values("plain")[:1]),
}


def _set(row: Smuggler, text: object) -> Smuggler:
    row.story = text  # type: ignore[assignment]
    return row


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
@pytest.mark.parametrize("path", SAVES.values(), ids=SAVES)
def test_nothing_unchecked_is_inserted(path: Callable[[object], object], text: object) -> None:
    with pytest.raises(UncheckedText), transaction.atomic():
        path(text)
    assert stored() == []


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
@pytest.mark.parametrize("path", CHANGES.values(), ids=CHANGES)
def test_nothing_unchecked_replaces_a_text(
    path: Callable[[Smuggler, object], object], text: object, row: Smuggler
) -> None:
    with pytest.raises(UncheckedText), transaction.atomic():
        path(row, text)
    assert stored() == [CLEAN]


@pytest.mark.parametrize("expression", EXPRESSIONS.values(), ids=EXPRESSIONS)
@pytest.mark.parametrize("path", CHANGES.values(), ids=CHANGES)
def test_no_expression_replaces_a_text(
    path: Callable[[Smuggler, object], object], expression: object, row: Smuggler
) -> None:
    with pytest.raises(UncheckedText), transaction.atomic():
        path(row, expression)
    assert stored() == [CLEAN]


@pytest.mark.parametrize("expression", EXPRESSIONS.values(), ids=EXPRESSIONS)
@pytest.mark.parametrize("path", [SAVES["create"], SAVES["bulk_create"]], ids=["create", "bulk_create"])
def test_no_expression_is_inserted(path: Callable[[object], object], expression: object) -> None:
    # Django itself takes no column in an INSERT and stumbles over a condition, before our field is asked.
    with pytest.raises((UncheckedText, ValueError, AttributeError)), transaction.atomic():
        path(expression)
    assert stored() == []


@pytest.mark.parametrize("path", [*SAVES.values()], ids=SAVES)
def test_checked_text_is_inserted(path: Callable[[object], object]) -> None:
    path(story())
    assert set(stored()) == {CLEAN}


@pytest.mark.parametrize("path", [*CHANGES.values()], ids=CHANGES)
def test_checked_text_replaces_a_text(path: Callable[[Smuggler, object], object], row: Smuggler) -> None:
    path(row, story("De vader belt."))
    assert stored() == ["De vader belt."]


def test_many_rows_at_once_keep_their_own_text() -> None:
    rows = Smuggler.objects.bulk_create([Smuggler(story=story(f"Vraag {number}.")) for number in range(30)])
    for row in rows:
        row.story = story(row.story.replace("Vraag", "Antwoord"))
        row.minutes = story("Klaar.")
    Smuggler.objects.bulk_update(rows, ["story", "minutes"], batch_size=7)
    assert stored() == [f"Antwoord {number}." for number in range(30)]
    rows[-1].minutes = "Zomaar."  # type: ignore[assignment]
    with pytest.raises(UncheckedText):
        Smuggler.objects.bulk_update(rows, ["story", "minutes"])


def test_the_async_paths_are_the_same_paths() -> None:
    async def create() -> None:
        await Smuggler.objects.acreate(story=BSN)

    async def update() -> None:
        await Smuggler.objects.aupdate(story=BSN)

    for path in (create, update):
        with pytest.raises(UncheckedText):
            async_to_sync(path)()


def test_the_empty_text_is_allowed_on_every_path(row: Smuggler) -> None:
    Smuggler.objects.update(story="")
    assert stored() == [""]
    row.refresh_from_db()
    assert row.story == row.minutes == ""
    Smuggler.objects.bulk_update([_set(row, "")], ["story"])
    Smuggler.objects.create(story="", minutes="")


def test_text_of_the_strict_profile_may_stand_in_a_work_field() -> None:
    wide = check("Op 12 maart 2026 overleg.", Profile.WORK)
    row = Smuggler.objects.create(story=story(), minutes=story())
    Smuggler.objects.filter(pk=row.pk).update(minutes=wide)
    with pytest.raises(UncheckedText, match=r"Profile\.CASE"):
        Smuggler.objects.filter(pk=row.pk).update(story=wide)


def test_every_way_of_reading_gives_checked_text(row: Smuggler) -> None:
    objects = Smuggler.objects
    read = [
        objects.get().story,
        objects.only("story").get().story,
        objects.defer("story").get().story,
        objects.values("story").get()["story"],
        objects.values_list("story", flat=True).get(),
        objects.values_list("pk", "story", named=True).get().story,
        objects.annotate(same=F("story")).get().same,
        next(objects.iterator()).story,
        objects.in_bulk()[row.pk].story,
        objects.order_by("story").first().story,  # type: ignore[union-attr]
        objects.filter(pk__in=Subquery(objects.values("pk"))).distinct().get().story,
        objects.latest("pk").story,
    ]
    row.refresh_from_db()
    read.append(row.story)
    for text in read:
        assert isinstance(text, CheckedText)
        assert text == CLEAN
        assert text.profile is Profile.CASE
    assert objects.get().minutes.profile is Profile.WORK
    # What was read may be stored again.
    objects.get().save()


@pytest.mark.parametrize(
    "expression",
    [
        Value(BSN, output_field=CheckedTextField()),
        Cast(F("plain"), output_field=CheckedTextField()),
        Concat(F("story"), F("story")),
        Concat(F("story"), Value(BSN), output_field=CheckedTextField()),
        Replace(F("story"), Value("moeder"), Value("Jansen"), output_field=CheckedTextField()),
        Lower("story"),
        Coalesce(F("plain"), Value(""), output_field=CheckedTextField()),
        Subquery(Smuggler.objects.values("plain")[:1], output_field=CheckedTextField()),
        Case(When(pk__gt=0, then=F("plain")), output_field=CheckedTextField()),
    ],
    ids=lambda each: type(each).__name__,
)
def test_what_the_database_works_out_is_not_checked_text(expression: models.Expression, row: Smuggler) -> None:
    worked_out = Smuggler.objects.annotate(made=expression).values_list("made", flat=True).get()
    assert type(worked_out) is str
    with pytest.raises(UncheckedText):
        Smuggler.objects.update(story=worked_out)


def test_searching_takes_plain_text(row: Smuggler) -> None:
    lookups: list[dict[str, object]] = [
        {"story": CLEAN},
        {"story": story()},
        {"story": F("story")},
        {"story__in": [CLEAN]},
        {"story__contains": "moeder"},
        {"story__icontains": "MOEDER"},
        {"story__startswith": story()},
        {"story__regex": "^De"},
        {"story__gt": "A"},
        {"story__isnull": False},
    ]
    for lookup in lookups:
        assert Smuggler.objects.filter(**lookup).count() == 1
    assert Smuggler.objects.exclude(story="").count() == 1


def test_a_refusal_names_the_field_and_never_the_text() -> None:
    with pytest.raises(UncheckedText) as caught:
        Smuggler.objects.create(story=BSN)
    assert "privacy.Smuggler.story" in str(caught.value)
    assert "privacy.checks.check" in str(caught.value)
    assert "999990019" not in str(caught.value)


@pytest.mark.parametrize("form", ["json", "jsonl", "xml", "python"])
def test_it_is_not_written_into_a_dump(form: str, row: Smuggler) -> None:
    with pytest.raises(UncheckedText):
        serializers.serialize(form, [row])


def test_a_migration_can_make_the_field_again() -> None:
    field = Smuggler._meta.get_field("minutes")
    _, path, _, kwargs = field.deconstruct()
    assert path == "privacy.fields.CheckedTextField"
    assert kwargs["profile"] == "work"
    assert type(kwargs["profile"]) is str
    assert field.clone().profile is Profile.WORK
    assert CheckedTextField().profile is Profile.CASE
    with pytest.raises(ValueError, match=re.escape("'loose'")):
        CheckedTextField(profile="loose")


def test_its_form_field_checks_with_the_same_profile() -> None:
    field = Smuggler._meta.get_field("minutes").formfield()
    assert isinstance(field, CheckedTextFormField)
    assert field.profile is Profile.WORK
    assert not field.required
    assert field.widget.__class__.__name__ == "Textarea"

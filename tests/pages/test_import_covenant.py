"""Reading a covenant in: one page, its partners, and never a change that nobody saw."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.errors import NotAllowed
from accounts.models import Partner, Role
from audit.models import LogLine
from pages.actions import CovenantRefused, import_covenant
from pages.covenant.differences import Change
from pages.models import CovenantPage, PartnerPage
from tests.factories import make_member, make_partner
from tests.pages import texts

pytestmark = pytest.mark.django_db


def run(path, *options: str) -> str:
    out = StringIO()
    call_command("import_covenant", str(path), *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "convenant.txt"
    path.write_text(texts.small(), encoding="utf-8")
    return path


def test_a_covenant_becomes_a_published_page(site):
    result = import_covenant(by=None, text=texts.small(), source="test")
    page = CovenantPage.objects.get()
    assert result.created
    assert page.live
    assert page.title == "Convenant Samen in Beemdrode 2024-2026"
    assert page.url == "/convenant/convenant-samen-in-beemdrode-2024-2026/"
    assert (page.valid_from, page.valid_until) == (date(2024, 3, 1), date(2026, 2, 28))
    assert LogLine.objects.filter(action="covenant.import").count() == 1


def test_what_stands_on_the_page_is_the_tree_of_the_file(site):
    result = import_covenant(by=None, text=texts.small())
    assert CovenantPage.objects.get().tree().items == result.covenant.items


def test_its_parties_become_partners_with_a_page(site):
    import_covenant(by=None, text=texts.small())
    host = Partner.objects.get(is_host=True)
    assert host.name == "Gemeente Beemdrode"
    assert host.ring == ""
    fixed = Partner.objects.in_ring("fixed")
    assert set(fixed.values_list("name", "kind")) == {
        ("Stichting voor hulp aan huis, vervoer en gezelschap (ook in de avond) in het gebied Beemd 2.1.", "unknown"),
        ("Dorpsraad Lierhoek", "unknown"),
        ("Huisartsen", "unknown"),
    }
    assert fixed.first().placements.get().since == date(2024, 3, 1)
    assert PartnerPage.objects.live().count() == 4


def test_a_partner_that_is_there_keeps_its_place_and_its_kind(site):
    known = make_partner("Huisartsen", ring="flexible", kind="professional")
    import_covenant(by=None, text=texts.small())
    known.refresh_from_db()
    assert (known.ring, known.kind) == ("flexible", "professional")
    assert Partner.objects.filter(name="Huisartsen").count() == 1
    assert known.page.live


def test_a_second_reading_of_the_same_text_changes_nothing(site):
    first = import_covenant(by=None, text=texts.small())
    again = import_covenant(by=None, text=texts.small())
    assert not again.created
    assert again.differences == []
    assert first.page.revisions.count() == 1
    assert Partner.objects.count() == 4


def test_a_second_reading_makes_a_draft_and_removes_no_partner(site):
    import_covenant(by=None, text=texts.small())
    changed = texts.small().replace("- Dorpsraad Lierhoek\n", "- Dorpsraad Voort\n").replace("binnen 2 dagen", "snel")
    result = import_covenant(by=None, text=changed)
    assert {(d.change, d.address) for d in result.differences} == {
        (Change.CHANGED, "partij-2"),
        (Change.CHANGED, "art-3-1"),
    }
    page = CovenantPage.objects.get()
    assert page.has_unpublished_changes
    assert "binnen 2 dagen" in str(page.body)
    assert Partner.objects.filter(name="Dorpsraad Lierhoek").exists()
    assert [partner.name for partner in result.new_partners] == ["Dorpsraad Voort"]
    assert import_covenant(by=None, text=changed).differences == []


def test_what_an_editor_settled_survives_a_second_reading(site):
    import_covenant(by=None, text=texts.small(), open_places=["5.2"])
    changed = texts.small().replace("binnen 2 dagen", "snel")
    result = import_covenant(by=None, text=changed)
    draft = result.page.get_latest_revision_as_object()
    assert [place.place for place in draft.tree().open_places()] == ["5.2"]
    again = import_covenant(by=None, text=changed, open_places=["3.2"])
    assert [place.place for place in again.page.get_latest_revision_as_object().tree().open_places()] == ["3.2"]


def test_a_second_covenant_of_another_municipality_does_not_become_the_host(site):
    import_covenant(by=None, text=texts.small())
    other = texts.small().replace("Gemeente Beemdrode", "Gemeente Voort").replace("in Beemdrode 2024", "in Voort 2024")
    import_covenant(by=None, text=other)
    assert Partner.objects.get(is_host=True).name == "Gemeente Beemdrode"
    assert not Partner.objects.get(name="Gemeente Voort").placements.exists()
    assert CovenantPage.objects.count() == 2


@pytest.mark.parametrize(
    ("text", "places"), [("Notulen van dinsdag", None), ("", None), (texts.small(), ["9.9"]), (texts.small(), ["?"])]
)
def test_what_cannot_be_read_changes_nothing(site, text, places):
    before = LogLine.objects.count()
    with pytest.raises(CovenantRefused):
        import_covenant(by=None, text=text, open_places=places)
    assert not CovenantPage.objects.exists()
    assert not Partner.objects.exists()
    assert LogLine.objects.count() == before


def test_a_party_with_a_name_longer_than_a_name_can_be_is_refused(site):
    with pytest.raises(CovenantRefused):
        import_covenant(by=None, text=texts.small().replace("- Huisartsen", "- " + "Huisartsen " * 40))
    assert not Partner.objects.exists()


def test_only_an_editor_or_the_coordinator_reads_a_covenant_in(site):
    with pytest.raises(NotAllowed):
        import_covenant(by=make_member(), text=texts.small())
    assert not CovenantPage.objects.exists()
    editor = make_member(roles=(Role.EDITOR,))
    assert import_covenant(by=editor, text=texts.small()).page.owner == editor


def test_the_command_prints_its_counts(site, file):
    out = run(file, "--open", "5.2, 3.3")
    assert "1 gastheer en 3 sleutelpartners" in out
    assert "Overwegingen: 3, met 2 punten" in out
    assert "Artikelen: 6 onder 2 koppen" in out
    assert "Genummerde leden: 8; onderdelen met een letter: 6" in out
    assert "Nog in te vullen: 3.3, 5.2\n" in out
    assert "/convenant/convenant-samen-in-beemdrode-2024-2026/" in out


def test_the_command_prints_the_differences_of_a_second_reading(site, file):
    run(file)
    file.write_text(texts.small().replace("3. Hoe wij stoppen\n", ""), encoding="utf-8")
    assert "- art-5-3: Hoe wij stoppen" in run(file)
    assert "art-5-3" not in run(file)


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\x00\x00", b"Notulen\n\nAanwezig\n", b"caf\xe9"])
def test_the_command_refuses_what_is_no_covenant_in_one_line(site, tmp_path, content):
    path = tmp_path / "anders.txt"
    path.write_bytes(content)
    with pytest.raises(CommandError) as refusal:
        run(path)
    assert str(refusal.value).startswith("anders.txt: ")
    assert "\n" not in str(refusal.value)
    assert not CovenantPage.objects.exists()


def test_the_command_refuses_a_file_that_is_not_there(site, tmp_path):
    with pytest.raises(CommandError, match=r"nergens\.txt"):
        run(tmp_path / "nergens.txt")


def test_the_real_covenant_is_read_in(site, tmp_path):
    result = import_covenant(by=None, text=texts.real(), open_places=["7.2c", "15.2", "16.2", "16.3"])
    assert Partner.objects.count() == 25
    assert Partner.objects.in_ring("fixed").count() == 24
    assert Partner.objects.get(is_host=True).name == "Gemeente Asten"
    assert PartnerPage.objects.live().count() == 25
    assert result.page.standing == "over"
    assert [place.place for place in result.page.tree().open_places()] == ["7.2c", "15.2", "16.2", "16.3"]

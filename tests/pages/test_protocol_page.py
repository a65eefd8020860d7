"""The protocol: publishing it puts it in force, and whoever accepted the old words is asked again."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from accounts.models import Role
from pages.models import ProtocolPage
from privacy.access import has_accepted
from privacy.models import ProtocolVersion
from tests.factories import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    return ProtocolPage.objects.get()


def current() -> ProtocolVersion:
    return ProtocolVersion.objects.newest_in_force().first()


def test_the_first_protocol_is_in_force_and_public(page):
    assert current().digest == page.digest
    assert page.body.split("<h2>")[1].split("</h2>")[0] in Client().get("/privacyprotocol/").content.decode()


def test_new_words_are_accepted_anew(page):
    editor = make_member(roles=(Role.EDITOR,))
    assert has_accepted(editor)
    page.body += "<p>En nog iets.</p>"
    page.version_label = "2"
    page.full_clean()
    page.save_revision(user=editor).publish(user=editor)
    assert current().label == "2"
    assert not has_accepted(editor)


def test_a_draft_is_not_in_force(page):
    before = current()
    page.body += "<p>En nog iets.</p>"
    page.version_label = "2"
    page.save_revision()
    assert current() == before


def test_other_mark_up_around_the_same_words_asks_nobody_again(page):
    before = current()
    page.body = page.body.replace("<h2>", "<h3>").replace("</h2>", "</h3>").replace("\n", "  ")
    page.save_revision().publish()
    assert current() == before


def test_new_words_need_a_new_version(page):
    page.body += "<p>En nog iets.</p>"
    with pytest.raises(ValidationError, match="version_label"):
        page.full_clean()

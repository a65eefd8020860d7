"""Setting up the site: once, whole, and never over what an editor changed."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Page, Site

from accounts.models import Role
from pages.actions import prepare_site
from pages.models import CovenantIndexPage, HomePage, PartnerIndexPage, ProtocolPage
from privacy.models import ProtocolVersion
from tests.factories import make_member

pytestmark = pytest.mark.django_db


def test_the_site_has_its_four_pages_at_their_addresses(site):
    assert [(kind.objects.get().url, kind.objects.get().live) for kind in (HomePage, PartnerIndexPage)] == [
        ("/", True),
        ("/partners/", True),
    ]
    assert CovenantIndexPage.objects.get().url == "/convenant/"
    assert ProtocolPage.objects.get().url == "/privacyprotocol/"
    assert Site.objects.get(is_default_site=True).root_page.specific == site
    assert Page.objects.filter(depth=2).count() == 1


@pytest.mark.parametrize("address", ["/", "/partners/", "/convenant/", "/privacyprotocol/"])
def test_every_one_of_them_is_public(site, address, client_for):
    assert Client().get(address).status_code == 200
    assert client_for(make_member()).get(address).status_code == 200


def test_doing_it_again_changes_nothing(site):
    site.intro = "Door een redacteur gewijzigd."
    site.save_revision().publish()
    pages, versions = Page.objects.count(), ProtocolVersion.objects.count()
    assert prepare_site().intro == "Door een redacteur gewijzigd."
    assert (Page.objects.count(), ProtocolVersion.objects.count()) == (pages, versions)


def test_wagtails_own_groups_are_gone_and_ours_may_edit(site):
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
    for role, allowed in ((Role.EDITOR, True), (Role.COORDINATOR, True), (Role.PRIVACY_OFFICER, False)):
        member = make_member(roles=(role,))
        assert member.has_perm("wagtailadmin.access_admin") == allowed
        assert site.permissions_for_user(member).can_publish() == allowed
        assert not member.has_perm("accounts.change_user")

"""What the database itself holds to, whoever asks."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from accounts.ids import ALPHABET, new_public_id
from accounts.models import ContactPoint, CoreTeamSeat, Partner, RingPlacement, Subnetwork, User
from tests.factories import make_partner, make_user

pytestmark = pytest.mark.django_db


def refuses(change) -> bool:
    """Say whether the database refuses what `change` does."""
    try:
        with transaction.atomic():
            change()
    except IntegrityError:
        return True
    return False


def test_there_is_no_superuser():
    user = make_user()
    assert refuses(lambda: User.objects.filter(pk=user.pk).update(is_superuser=True))
    assert refuses(lambda: User.objects.create_user("root@example.org", is_superuser=True))


def test_an_address_is_one_person_in_any_case_of_letters():
    make_user(email="noor@example.org")
    assert refuses(lambda: User.objects.create_user(" Noor@Example.ORG "))
    assert refuses(lambda: User.objects.filter(email="noor@example.org").update(email="Noor@example.org"))
    assert User.objects.get_by_natural_key("NOOR@example.org").email == "noor@example.org"


def test_a_partner_has_one_contact_a_rank():
    partner = make_partner()
    one, two = make_user("Ali Een", partner), make_user("Bea Twee", partner)
    ContactPoint.objects.create(partner=partner, user=one, rank="fixed")
    assert refuses(lambda: ContactPoint.objects.create(partner=partner, user=two, rank="fixed"))
    assert not refuses(lambda: ContactPoint.objects.create(partner=partner, user=two, rank="deputy"))


def test_a_partner_stands_in_one_ring():
    partner = make_partner(ring="fixed")
    assert refuses(lambda: RingPlacement.objects.create(partner=partner, ring="flexible"))


def test_a_subnetwork_has_one_seat():
    subnetwork = Subnetwork.objects.create(slug="wmo", name="Wmo")
    CoreTeamSeat.objects.create(user=make_user(), subnetwork=subnetwork)
    assert refuses(lambda: CoreTeamSeat.objects.create(user=make_user(), subnetwork=subnetwork))


def test_one_partner_hosts():
    make_partner(ring="", is_host=True)
    assert refuses(lambda: Partner.objects.create(name="Nog een gemeente", is_host=True))


def test_nothing_ends_before_it_begins():
    day = dt.date(2026, 5, 1)
    before = day - dt.timedelta(days=1)
    partner = make_partner(ring="")
    assert refuses(lambda: RingPlacement.objects.create(partner=partner, ring="fixed", since=day, until=before))
    assert not refuses(lambda: RingPlacement.objects.create(partner=partner, ring="fixed", since=day, until=day))


def test_a_period_holds_on_both_its_days():
    partner = make_partner(ring="")
    first, last = dt.date(2026, 5, 1), dt.date(2026, 5, 3)
    RingPlacement.objects.create(partner=partner, ring="fixed", since=first, until=last)
    holds = [RingPlacement.objects.on(dt.date(2026, 5, day)).exists() for day in (1, 2, 3, 4)]
    assert holds == [True, True, True, False]
    assert not RingPlacement.objects.on(dt.date(2026, 4, 30)).exists()


def test_who_has_people_is_not_removed():
    partner = make_partner()
    make_user("Bo Lid", partner)
    assert refuses(partner.delete) or Partner.objects.filter(pk=partner.pk).exists()


def test_an_address_holds_a_random_id_that_is_easy_to_read_aloud():
    ids = {new_public_id() for _ in range(500)}
    assert len(ids) == 500
    assert all(len(one) == 12 and set(one) <= set(ALPHABET) for one in ids)
    assert not set("ilou") & set(ALPHABET)


def test_an_account_without_a_password_cannot_be_used():
    assert not User.objects.create_user("x@example.org").has_usable_password()


def test_a_person_without_a_name_is_known_by_address():
    user = User(email="x@example.org")
    assert (str(user), user.partner_public_id) == ("x@example.org", "")

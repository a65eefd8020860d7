"""Keys: several, by name, each its owner's alone; never the last one gone; and once more asked for before what matters."""

from base64 import b32decode
from urllib.parse import quote

import pytest
from django.test import Client
from django_otp_webauthn.models import WebAuthnCredential

from accounts.keys import keys_of
from accounts.models import Authenticator, OpenSession, RecoveryCode, User
from audit.models import LogLine
from tests.factories import make_member
from tests.passkeys import Passkey, add, give

pytestmark = pytest.mark.django_db

KEYS, ADD_APP, CONFIRM = "/account/sleutels/", "/account/sleutels/app/", "/account/bevestigen/"


@pytest.fixture
def user():
    return make_member()


def phone_of(client: Client) -> Authenticator:
    """Give the authenticator whose secret the page shows, as an app on a second phone would have it."""
    letters = client.get(ADD_APP).context["secret"].replace(" ", "")
    return Authenticator.unsaved(User(email="x@example.org"), b32decode(letters + "=" * (-len(letters) % 8)))


def second_app(client: Client, name: str = "tweede telefoon") -> Authenticator:
    phone = phone_of(client)
    assert client.post(ADD_APP, {"name": name, "code": phone.unspent_code()}).url == KEYS
    return phone


# --- several --------------------------------------------------------------------------------------------------------


def test_a_second_app_opens_the_door_as_well_as_the_first(user, client_for, half_client_for, clock):
    phone = second_app(client_for(user))
    clock.move(minutes=1)
    first = Authenticator.objects.filter(user=user).order_by("pk").first()
    for device in (phone, first):
        assert half_client_for(user).post("/account/code/", {"code": device.unspent_code()}).status_code == 302
    assert LogLine.objects.filter(action="factor.authenticator_add", actor=user.public_id).count() == 1


def test_a_right_code_of_one_app_is_no_wrong_try_of_another(user, client_for, half_client_for, clock):
    phone = second_app(client_for(user))
    for _ in range(3):
        clock.move(minutes=1)
        phone.last_step = -1
        assert half_client_for(user).post("/account/code/", {"code": phone.unspent_code()}).status_code == 302
    assert not Authenticator.objects.exclude(throttling_failure_count=0).exists()


def test_a_wrong_code_counts_for_all_apps(user, client_for, half_client_for):
    phone = second_app(client_for(user))
    half_client_for(user).post("/account/code/", {"code": f"{(int(phone.unspent_code()) + 1) % 1_000_000:06d}"})
    assert set(Authenticator.objects.filter(user=user).values_list("throttling_failure_count", flat=True)) == {1}


def test_a_wrong_first_code_adds_nothing_and_keeps_the_secret(user, client_for):
    client = client_for(user)
    phone = phone_of(client)
    wrong = f"{(int(phone.unspent_code()) + 1) % 1_000_000:06d}"
    assert client.post(ADD_APP, {"name": "x", "code": wrong}).status_code == 422
    assert phone_of(client).secret_text == phone.secret_text
    assert len(keys_of(user)) == 1


def test_the_list_says_of_each_key_what_is_known(user, client_for):
    client = client_for(user)
    add(client, Passkey())
    second_app(client)
    page = client.get(KEYS)
    assert [row["key"].name for row in page.context["keys"]] == ["test", "tweede telefoon", "Passkey"]
    assert [row["current"] for row in page.context["keys"]] == [True, False, False]


def test_what_is_new_is_told(user, client_for, mailoutbox, django_capture_on_commit_callbacks):
    client = client_for(user)
    with django_capture_on_commit_callbacks(execute=True):
        second_app(client)
    assert [mail.to for mail in mailoutbox] == [[user.email]]


# --- names ----------------------------------------------------------------------------------------------------------


def test_a_key_can_be_called_something_else(user, client_for):
    address = keys_of(user)[0].get_absolute_url()
    client = client_for(user)
    assert client.post(address, {"name": ""}).status_code == 422
    assert client.post(address, {"name": "x" * 65}).status_code == 422
    assert client.post(address, {"name": "werktelefoon"}).url == KEYS
    assert keys_of(user)[0].name == "werktelefoon"
    assert keys_of(user)[0].get_absolute_url() == address


def test_somebody_elses_key_is_not_there(user, client_for):
    address = keys_of(user)[0].get_absolute_url()
    client = client_for(make_member())
    assert client.get(address).status_code == 404
    assert client.post(address, {"name": "van mij"}).status_code == 404
    assert client.post(f"{address}verwijderen/").status_code == 404
    assert client.get(f"{KEYS}0123456789ab/").status_code == 404
    assert keys_of(user)[0].name == "test"


def test_the_address_of_a_key_tells_no_counter(user):
    key = keys_of(user)[0]
    assert str(key.device.pk) not in {key.public_id, key.get_absolute_url()}
    assert len(key.public_id) == 12


# --- one less -------------------------------------------------------------------------------------------------------


def test_the_last_key_stays(user, client_for):
    client = client_for(user)
    key = keys_of(user)[0]
    assert client.get(key.get_absolute_url()).context["last"]
    client.post(f"{key.get_absolute_url()}verwijderen/")
    assert len(keys_of(user)) == 1


def test_recovery_codes_are_no_key(user, client_for):
    client = client_for(user)
    client.post("/account/herstelcodes/")
    client.post(f"{keys_of(user)[0].get_absolute_url()}verwijderen/")
    assert len(keys_of(user)) == 1


def test_a_removed_key_opens_nothing_any_more(user, client_for, half_client_for, client, clock):
    mine, passkey = client_for(user), Passkey()
    add(mine, passkey)
    phone = second_app(mine)
    for key in keys_of(user)[1:]:
        mine.post(f"{key.get_absolute_url()}verwijderen/")
    clock.move(minutes=1)
    assert half_client_for(user).post("/account/code/", {"code": phone.unspent_code()}).status_code == 422
    assert give(client, passkey).status_code == 422
    assert set(LogLine.objects.filter(action__endswith="_remove").values_list("action", flat=True)) == {
        "factor.authenticator_remove",
        "factor.passkey_remove",
    }


def test_removing_a_key_ends_the_other_sessions_and_is_told(
    user, client_for, mailoutbox, django_capture_on_commit_callbacks
):
    mine, other = client_for(user), client_for(user)
    second_app(mine)
    with django_capture_on_commit_callbacks(execute=True):
        mine.post(f"{keys_of(user)[1].get_absolute_url()}verwijderen/")
    assert other.get("/berichten/").status_code == 302
    assert mine.get("/berichten/").status_code == 200
    assert OpenSession.objects.filter(user=user).count() == 1
    assert [mail.to for mail in mailoutbox] == [[user.email]]


def test_whoever_is_in_with_the_removed_key_is_asked_for_another(user, client_for):
    client = client_for(user)
    add(client, Passkey())
    client.post(f"{keys_of(user)[0].get_absolute_url()}verwijderen/")
    assert not Authenticator.objects.filter(user=user).exists()
    assert client.get("/berichten/").url.startswith("/account/code/")


# --- wrong method ---------------------------------------------------------------------------------------------------


def test_a_get_changes_nothing(user, client_for):
    client = client_for(user)
    second_app(client)
    assert client.get(f"{keys_of(user)[1].get_absolute_url()}verwijderen/").status_code == 405
    assert client.get("/account/herstelcodes/").status_code == 405
    assert client.post(KEYS).status_code == 405
    assert len(keys_of(user)) == 2


# --- once more, before what matters ---------------------------------------------------------------------------------

SENSITIVE = [KEYS, ADD_APP, "/account/wachtwoord/", "/account/e-mailadres/"]


@pytest.mark.parametrize("address", SENSITIVE)
def test_after_ten_minutes_a_second_factor_is_asked_for_again(address, user, client_for, clock):
    client = client_for(user)
    clock.move(minutes=9)
    assert client.get(address).status_code == 200
    clock.move(minutes=2)
    assert client.get(address).url == f"{CONFIRM}?next={quote(address, safe='')}"


def test_the_code_leads_back_to_where_one_was(user, client_for, clock):
    client = client_for(user)
    before = client.session.session_key
    clock.move(minutes=11)
    code = Authenticator.objects.get(user=user).unspent_code()
    assert client.post(CONFIRM, {"code": code, "next": KEYS}).url == KEYS
    assert client.get(KEYS).status_code == 200
    assert client.session.session_key != before
    assert LogLine.objects.filter(action="confirm.code", actor=user.public_id).count() == 1


def test_a_wrong_code_leads_nowhere(user, client_for, clock):
    client = client_for(user)
    clock.move(minutes=11)
    wrong = f"{(int(Authenticator.objects.get(user=user).unspent_code()) + 1) % 1_000_000:06d}"
    assert client.post(CONFIRM, {"code": wrong, "next": KEYS}).status_code == 422
    assert client.get(KEYS).status_code == 302


def test_a_recovery_code_confirms_too_and_is_used_up(user, client_for, clock):
    client = client_for(user)
    codes = client.post("/account/herstelcodes/").context["codes"]
    clock.move(minutes=11)
    assert client.post(CONFIRM, {"recovery-code": "fout", "next": KEYS}).status_code == 422
    clock.move(minutes=1)
    assert client.post(CONFIRM, {"recovery-code": codes[0], "next": KEYS}).url == KEYS
    assert client.get(KEYS).context["codes_left"] == 9


def test_a_passkey_confirms_too(user, client_for, clock):
    client, passkey = client_for(user), Passkey(verifies=False)
    add(client, passkey)
    clock.move(minutes=11)
    assert "passkey-verification-button" in client.get(f"{CONFIRM}?next={KEYS}").content.decode()
    assert give(client, passkey, KEYS).json()["redirect_url"] == KEYS
    assert client.get(KEYS).status_code == 200
    assert LogLine.objects.filter(action="confirm.passkey", actor=user.public_id).count() == 1


def test_somebody_elses_passkey_does_not(user, client_for, clock):
    theirs = Passkey()
    add(client_for(make_member()), theirs)
    client = client_for(user)
    clock.move(minutes=11)
    assert give(client, theirs).status_code == 422
    assert client.get(KEYS).status_code == 302


def test_what_was_sent_too_late_is_not_done_and_the_next_page_says_so(user, client_for, clock):
    client = client_for(user)
    client.post("/account/herstelcodes/")
    clock.move(minutes=11)
    answer = client.post("/account/herstelcodes/", headers={"Referer": f"http://testserver{KEYS}"})
    assert answer.url == f"{CONFIRM}?next={quote(f'http://testserver{KEYS}', safe='')}"
    assert "nog niet opgeslagen" in client.get(answer.url).content.decode()
    assert RecoveryCode.objects.filter(device__user=user).count() == 10


def test_a_page_elsewhere_is_no_way_back(user, client_for, clock):
    client = client_for(user)
    clock.move(minutes=11)
    answer = client.post("/account/herstelcodes/", headers={"Referer": "https://kwaad.example/"})
    assert answer.url == f"{CONFIRM}?next=%2Faccount%2F"


def test_a_script_that_asks_for_a_fragment_sends_the_whole_page(user, client_for, clock):
    client = client_for(user)
    clock.move(minutes=11)
    answer = client.get(KEYS, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"].startswith(CONFIRM)) == (204, True)


def test_who_confirmed_just_now_is_not_asked(user, client_for):
    assert client_for(user).get(f"{CONFIRM}?next={KEYS}").url == KEYS
    assert client_for(user).get(f"{CONFIRM}?next=https://kwaad.example/").url == "/account/"


def test_confirming_is_for_who_is_all_the_way_in(user, client, half_client_for):
    assert client.get(CONFIRM).url.startswith("/account/inloggen/")
    assert half_client_for(user).get(CONFIRM).url.startswith("/account/code/")


def test_nobody_has_more_keys_than_twenty(user, client_for):
    client = client_for(user)
    for _ in range(19):
        assert add(client, Passkey()).status_code == 200
    assert add(client, Passkey()).status_code == 403
    assert WebAuthnCredential.objects.count() == 19

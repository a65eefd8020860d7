"""The log: one line an event, never changed, never removed, and never with what somebody typed."""

from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.models import Authenticator
from audit.log import from_origin, record
from audit.models import LogLine, Result
from tests.factories import PASSWORD, make_member

pytestmark = pytest.mark.django_db


def refuses(change) -> bool:
    try:
        with transaction.atomic():
            change()
    except IntegrityError:
        return True
    return False


def test_a_line_says_who_did_what_to_which_thing():
    user = make_member()
    line = record(action="case.read", actor=user, object_type="case", object_id="abc", result=Result.REFUSED)
    line.refresh_from_db()
    assert (line.actor, line.partner) == (user.public_id, user.partner.public_id)
    assert (line.action, line.object_type, line.object_id, line.result) == ("case.read", "case", "abc", "refused")
    assert line.at.tzinfo is not None


def test_the_system_has_no_name():
    line = record(action="job")
    assert (line.actor, line.partner, line.origin) == ("", "", "")


def test_a_line_cannot_be_changed_or_removed_by_any_way_the_orm_has():
    line = record(action="first")
    line.action = "second"
    assert refuses(line.save)
    assert refuses(lambda: LogLine.objects.update(action="second"))
    assert refuses(lambda: LogLine.objects.bulk_update([line], ["action"]))
    assert refuses(lambda: LogLine.objects.update_or_create(pk=line.pk, defaults={"action": "second"}))
    assert refuses(line.delete)
    assert refuses(lambda: LogLine.objects.all().delete())
    assert refuses(lambda: LogLine.objects.filter(pk=line.pk)._raw_delete("default"))
    assert list(LogLine.objects.values_list("action", flat=True)) == ["first"]


@pytest.mark.parametrize("statement", ["UPDATE audit_logline SET action = 'x'", "DELETE FROM audit_logline"])
def test_nor_by_plain_sql(statement):
    record(action="first")
    assert refuses(lambda: connection.cursor().execute(statement))
    assert LogLine.objects.get().action == "first"


def test_a_line_goes_with_the_change_it_tells_of():
    @transaction.atomic
    def change() -> None:
        record(action="change")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change()
    assert not LogLine.objects.exists()


def test_a_refused_sign_in_keeps_its_line(client):
    client.post("/account/inloggen/", {"email": "niemand@example.org", "password": "x"})
    assert LogLine.objects.get().result == Result.FAILED


def test_one_event_stays_one_line():
    strange = "a\r\nb\x00c\x1bd\x85e\u2028f\u202eg"
    with from_origin(strange):
        line = record(action="x", object_id=strange)
    assert line.object_id == line.origin == "a\ufffd\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg"


def test_a_long_value_is_cut():
    with from_origin("f" * 1000):
        line = record(action="x", object_id="é" * 1000)
    line.refresh_from_db()
    assert (len(line.object_id), len(line.origin)) == (64, 64)


def test_the_origin_is_the_servers_word_and_no_headers(client):
    client.post(
        "/account/inloggen/",
        {"email": "niemand@example.org", "password": "x"},
        REMOTE_ADDR="192.0.2.7",
        headers={"x-forwarded-for": "203.0.113.9", "x-real-ip": "203.0.113.9"},
    )
    assert LogLine.objects.get().origin == "192.0.2.7"


def test_the_origin_ends_with_the_request(client):
    client.get("/healthz")
    assert record(action="x").origin == ""


def test_a_whole_visit_leaves_no_secret_in_the_log(client, client_for):
    user = make_member()
    device = Authenticator.objects.get(user=user)
    codes = [device.unspent_code()]
    client.post("/account/inloggen/", {"email": user.email, "password": "niet dit wachtwoord"})
    client.post("/account/inloggen/", {"email": user.email, "password": PASSWORD})
    client.post("/account/code/", {"code": codes[0], "next": "/account/"})
    codes += client.post("/account/herstelcodes/").context["codes"]
    keys = [client.session.session_key]
    client.post("/account/uitloggen/")
    client.post("/account/inloggen/", {"email": user.email, "password": PASSWORD})
    client.post("/account/herstelcode/", {"code": codes[1]})
    written = str(list(LogLine.objects.values()))
    for secret in (PASSWORD, "niet dit", user.email, user.last_name, device.secret, device.secret_text, *codes, *keys):
        assert secret not in written
    actions = set(LogLine.objects.values_list("action", flat=True))
    assert {"sign_in.password", "sign_in.code", "sign_in.recovery", "factor.recovery_codes", "sign_out"} <= actions


def test_who_is_refused_at_a_door_is_written_down_and_a_visitor_is_not(client, half_client_for):
    client.get("/casussen/")
    assert not LogLine.objects.filter(action="door.refused").exists()
    user = make_member()
    half_client_for(user).get("/casussen/")
    line = LogLine.objects.get(action="door.refused")
    assert (line.actor, line.object_type, line.result) == (user.public_id, "member", Result.REFUSED)


class Editor:
    """Changes the schema as a migration does, inside the test's transaction."""

    connection = connection

    @staticmethod
    def execute(statement: str) -> None:
        connection.cursor().execute(statement)


def test_the_migration_that_closes_the_log_can_be_undone_and_done_again():
    migration = import_module("audit.migrations.0001_initial")
    record(action="first")
    migration.reopen(None, Editor)
    LogLine.objects.update(action="second")
    migration.close(None, Editor)
    assert refuses(lambda: LogLine.objects.update(action="third"))
    assert LogLine.objects.get().action == "second"

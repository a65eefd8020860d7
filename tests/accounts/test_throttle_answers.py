"""One answer at one price for everybody who is refused at the door, while the log tells them apart."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from audit.models import LogLine, Result
from tests.accounts.test_throttle import give, guess
from tests.factories import PASSWORD, make_member

pytestmark = pytest.mark.django_db


def refused(kind: str):
    """Give a name and a password that do not get in, for each reason there is."""
    if kind == "unknown":
        return "niemand@example.org", PASSWORD
    someone = make_member(is_active=kind != "blocked")
    if kind == "locked":
        guess(someone)
    if kind == "unknown and locked":
        guess("niemand@example.org")
        return "niemand@example.org", PASSWORD
    return someone.email, "iets anders" if kind == "wrong" else PASSWORD


KINDS = ["wrong", "unknown", "blocked", "locked", "unknown and locked"]


def test_everybody_who_is_refused_gets_the_same_answer():
    answers = set()
    for kind in KINDS:
        email, password = refused(kind)
        response = give(Client(), email, password)
        page = response.content.decode().replace(email, "")
        shown = page[page.index("<main") : page.index("csrfmiddlewaretoken")]
        headers = tuple(sorted(set(response.headers) - {"Content-Length"}))
        answers.add((response.status_code, shown, headers, tuple(sorted(response.cookies))))
    assert len(answers) == 1


@pytest.mark.parametrize("kind", ["right", *KINDS])
def test_every_answer_costs_one_hash(client, monkeypatch, kind):
    email, password = (make_member().email, PASSWORD) if kind == "right" else refused(kind)
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *args: hashed.append(1) or encode(*args))
    give(client, email, password)
    assert len(hashed) == 1


@pytest.mark.parametrize(
    ("kind", "action", "result", "known"),
    [
        ("wrong", "sign_in.password", Result.FAILED, True),
        ("unknown", "sign_in.unknown", Result.FAILED, False),
        ("blocked", "sign_in.password", Result.REFUSED, True),
        ("locked", "sign_in.locked", Result.REFUSED, True),
        ("unknown and locked", "sign_in.locked", Result.REFUSED, False),
    ],
)
def test_the_log_tells_them_apart_and_names_nobody_who_has_no_account(client, kind, action, result, known):
    email, password = refused(kind)
    give(client, email, password)
    line = LogLine.objects.first()
    assert (line.action, line.result, bool(line.actor)) == (action, result, known)
    assert email not in str(vars(line))

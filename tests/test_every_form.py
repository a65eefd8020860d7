"""Every form of Spil keeps what was typed after an error, says what is wrong at the top and beside the field, and warns
before its text is thrown away. The forms are found by walking the matrix, so that a new one is looked at too.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import transaction
from django.http import HttpResponse
from django.test import override_settings

from spil import matrix
from spil.who import Row, Who
from tests.test_matrix import address
from tests.world import World, make_world

pytestmark = pytest.mark.django_db

FORM = "application/x-www-form-urlencoded"
WRONG = "zz"  # Too short for a sentence; no date, no address, no code.
WORDS = {"text", "search", "email", "date", "time", "number", "url", "tel", "datetime-local"}
# Whose words are not kept, because they are secrets; and what a code or a password is asked for again, always.
SECRET = {"password", "hidden"}
# Forms that are left without a question, and why.
LEFT_FREELY = {
    "accounts:sign_in": "A door: what is typed is a secret, and is typed anew.",
    "accounts:invitation": "A door: the link still works.",
    "accounts:code": "A code of half a minute.",
    "accounts:recovery": "A code.",
    "accounts:enrol": "A code of half a minute.",
    "accounts:authenticator_add": "A code of half a minute.",
    "accounts:confirm": "A code of half a minute.",
    "accounts:again": "A door inside the page.",
    "accounts:password_forgotten": "A door: one address.",
    "accounts:password_new": "A secret.",
    "accounts:password": "A secret.",
    "spil:search": "A search.",
    "people:person_list": "A search.",
}


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[World]:
    """Make the world once for all forms; what a request changes is taken back after each."""
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


ROWS = [row for row in matrix.rows() if row.methods.get("GET") and row.name.count(":") == 1]
# Where a form of the page stands open only when it is asked for.
OPEN_FORM = {"meetings:meeting_detail": "?uitkomst={item_id}"}
# What is sent here is never wrong: any word can be looked for.
SEARCHES = {"spil:search", "people:person_list"}


def parts(world: World, row: Row) -> dict[str, Any]:
    """Give the ids in a room's addresses."""
    place = world.places.get(row.name.partition(":")[0], {})
    return place if isinstance(place, dict) else {}


def typed(form: Tag) -> dict[str, str]:
    """Give the names and values of what people type in a form; secrets are none of it."""
    boxes = form.select("textarea[name]") + [
        box for box in form.select("input[name]") if box.get("type", "text") in WORDS
    ]
    return {
        str(box["name"]): (box.get_text().strip() if box.name == "textarea" else str(box.get("value", "")))
        for box in boxes
        if box.get("autocomplete") != "one-time-code"
    }


def forms_of(page: HttpResponse) -> list[Tag]:
    """Give the forms in the content of a page in which somebody fills something in."""
    main = BeautifulSoup(page.content, "html.parser").select_one("main")
    found = main.select('form[method="post"]') if main else []
    return [form for form in found if form.select("textarea, select, input:not([type=hidden])")]


def opened(world: World, row: Row) -> tuple[Who, str, list[Tag]] | None:
    """Open the page of a row as the first who sees its form."""
    for who in sorted(row.methods["GET"], key=lambda each: (each != Who.COORDINATOR, each != Who.FIXED, each)):
        there = address(world, row, who) + OPEN_FORM.get(row.name, "").format(**parts(world, row))
        with transaction.atomic():
            page = world.clients[who].get(there)
            transaction.set_rollback(True)
        if page.status_code == 200 and (forms := forms_of(page)):
            return who, there, forms
    return None


def answers(world: World, who: Who, there: str, form: Tag) -> HttpResponse:
    """Send a form with something wrong in every box, and everything else as it came."""
    hidden = {str(box["name"]): str(box.get("value", "")) for box in form.select("input[type=hidden][name]")}
    sent = {**hidden, **dict.fromkeys(typed(form), WRONG)}
    with transaction.atomic():
        page = world.clients[who].post(str(form.get("action") or there), urlencode(sent), content_type=FORM)
        transaction.set_rollback(True)
    return page


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_a_form_explains_itself_keeps_what_was_typed_and_warns(row: Row, world: World) -> None:
    seen = opened(world, row)
    if seen is None:
        return
    who, there, forms = seen
    for form in forms:
        if typed(form) and row.name not in LEFT_FREELY:
            assert form.has_attr("data-warn-leave"), f"{there}: leaving loses {list(typed(form))}"
        page = answers(world, who, there, form)
        if page.status_code == 302 or row.name in SEARCHES:
            continue  # Nothing was wrong with it.
        assert page.status_code in {200, 422}, there
        again = BeautifulSoup(page.content, "html.parser")
        assert again.select_one("#error-summary"), f"{there}: nothing at the top says what is wrong"
        beside = again.select("main .error")
        if not again.select_one("main [aria-invalid]"):
            assert not typed(form) or not beside, there
        else:
            assert beside, f"{there}: nothing beside the field says what is wrong"
        kept = [other for other in forms_of(page) if set(typed(form)) <= set(typed(other))]
        assert kept, there
        assert typed(kept[0]) == dict.fromkeys(typed(form), WRONG), f"{there}: what was typed is gone"


def test_the_walk_finds_the_forms(world: World) -> None:
    found = [row.name for row in ROWS if opened(world, row)]
    assert len(found) > 25
    for name in (
        "cases:case_new",
        "meetings:meeting_new",
        "people:invitation_list",
        "accounts:describe",
        "meetings:meeting_detail",
    ):
        assert name in found


def test_what_is_left_freely_is_still_there() -> None:
    assert set(LEFT_FREELY) <= {row.name for row in matrix.rows()}

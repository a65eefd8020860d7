"""Lays the world of the matrix (tests/world.py) into a demo, and prints which screens there are for whom. For test_walk.py.

Run beside the server, in a process of its own: no test in this folder touches the database. A screen is walked once for each
way in which it looks: who sees the same as another is not sent along the same screen again.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client
from django.urls import resolve, reverse
from django.utils import timezone
from wagtail.models import Page

from accounts.models import CoreTeamSeat, OpenSession
from spil import matrix
from spil.who import Who
from tests.conftest import signed_in
from tests.factories import make_user
from tests.test_matrix import address
from tests.world import World, make_world

# Who is blocked sees what a visitor sees. Two more meet a screen that nobody of the matrix gets: who has no key yet, and who
# gave a second factor too long ago.
WALKERS = (
    *(
        "visitor",
        "half",
        "new",
        "outsider",
        "flexible",
        "fixed",
        "core_team",
        "coordinator",
        "editor",
        "privacy_officer",
    ),
    *("keyless", "later"),
)
ONLY = {"keyless": "accounts:enrol", "later": "accounts:confirm"}
NAMED = "Mevrouw Truus Jansen is 83 en woont aan de Dorpsstraat 12 in Ommel."
TELLING = {"question": NAMED, "situation": NAMED, "text": NAMED, "kind": "advice", "place": NAMED}
SCREEN = re.compile(rb"<html[\s>]")


def shape_of(html: bytes) -> str:
    """Give how a screen looks: which elements there are, with which classes and states; not how many, nor their words."""
    main = BeautifulSoup(html, "html.parser").find("main")
    found = main.find_all(True) if main else []
    names = {f"{tag.name} {tag.get('class')} {tag.get('type')} {tag.get('data-state')}" for tag in found}
    return "\n".join(sorted(names))


def clients_of(world: World) -> dict[str, Client]:
    """Give the client of each walker."""
    before = set(OpenSession.objects.values_list("pk", flat=True))
    later = signed_in(world.people[Who.FIXED], verified=True)
    OpenSession.objects.exclude(pk__in=before).update(verified_at=timezone.now() - dt.timedelta(hours=1))
    keyless = signed_in(make_user("Kees Keyless", world.people[Who.FIXED].partner), verified=False)
    everybody = world.clients | {"keyless": keyless, "later": later}
    return {who: everybody[who] for who in WALKERS}


def addresses(world: World, who: str) -> Iterator[tuple[str, str]]:
    """Give the addresses of the matrix that somebody may open, one page of each kind, and what is not there."""
    if who in ONLY:
        yield ONLY[who], reverse(ONLY[who])
        return
    for row in matrix.rows():
        if row.allows(Who(who), "GET") or row.name == "elsewhere":
            yield row.key, address(world, row, Who(who))
    kinds = {type(page): page for page in Page.objects.live().filter(depth__gt=2).specific()}
    yield from ((kind.__name__, page.url) for kind, page in kinds.items())


def screens(world: World, who: str, client: Client) -> Iterator[tuple[str, str, bytes]]:
    """Give every screen that somebody gets: its row, where it is, and what is served. What leads on is followed."""
    for key, asked in addresses(world, who):
        answer = client.get(asked, follow=True, SERVER_NAME="localhost")
        path = answer.redirect_chain[-1][0].partition("#")[0] if answer.redirect_chain else asked
        expected = 404 if key == "elsewhere" else 200
        if answer.status_code == expected and not answer.streaming and SCREEN.search(answer.content):
            yield key if path == asked else "", path, answer.content


def refused(world: World, who: str, client: Client) -> Iterator[bytes]:
    """Give what is served when somebody sends each form that they may send empty, or with a text that tells too much."""
    for row in matrix.rows():
        if who not in ONLY and row.allows(Who(who), "POST"):
            own = Client()
            own.cookies.update(client.cookies)
            with transaction.atomic():
                sent = world.posts.get(row.key, {}) | TELLING
                answer = own.post(address(world, row, Who(who)), sent, SERVER_NAME="localhost")
                transaction.set_rollback(True)
            if SCREEN.search(answer.content):
                yield answer.content


def tell(world: World, folder: Path) -> dict[str, object]:
    """Give everybody's cookies, the screens that each is to walk, and the rows that have a screen for anybody.

    What was served of every screen, also of those that are walked for somebody else, is kept in the folder.
    """
    walked: set[tuple[str, str]] = set()
    found: set[str] = set()
    mine: dict[str, list[str]] = {}
    walkers = clients_of(world)
    for who, client in walkers.items():
        mine[who] = []
        for number, html in enumerate(refused(world, who, client)):
            (folder / f"{who}-refused-{number}.html").write_bytes(html)
        for number, (key, path, html) in enumerate(screens(world, who, client)):
            found.add(key)
            (folder / f"{who}-{number}.html").write_bytes(html)
            look = (resolve(path.partition("?")[0]).view_name, shape_of(html))
            # What stands around every page is another for each, so everybody walks one page at least.
            if look not in walked or (path == "/" and path not in mine[who]):
                walked.add(look)
                mine[who].append(path)
    cookies = {who: {name: each.value for name, each in client.cookies.items()} for who, client in walkers.items()}
    return {"cookies": cookies, "screens": mine, "found": sorted(found)}


def main(folder: Path) -> None:
    """Lay the world and tell about it; what is served goes into the folder."""
    folder.mkdir()
    # The world has a core team of its own, and a subnetwork has one seat.
    CoreTeamSeat.objects.all().delete()
    print(json.dumps(tell(make_world(), folder)))  # noqa: T201  (it speaks to the test that started it)

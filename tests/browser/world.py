"""Lays the world of the matrix (tests/world.py) into a demo, and prints which screens there are for whom. For test_walk.py.

Run beside the server, as a program of its own: no test in this folder touches the database. A screen is walked once for each
way in which it looks: who sees the same as another is not sent along the same screen again.
"""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from tests.world import World

# Who is blocked sees what a visitor sees.
WALKERS = (
    *("visitor", "half", "new", "outsider", "flexible", "fixed"),
    *("core_team", "coordinator", "editor", "privacy_officer"),
)
SCREEN = re.compile(rb"<html[\s>]")


def shape_of(html: bytes) -> str:
    """Give how a screen looks: which elements there are, with which classes and states; not how many, nor their words."""
    main = BeautifulSoup(html, "html.parser").find("main")
    found = main.find_all(True) if main else []
    names = {f"{tag.name} {tag.get('class')} {tag.get('type')} {tag.get('data-state')}" for tag in found}
    return "\n".join(sorted(names))


def addresses(world: "World", who: str) -> Iterator[tuple[str, str]]:
    """Give the addresses of the matrix that somebody may open, one page of each kind, and what is not there."""
    from wagtail.models import Page

    from spil import matrix
    from spil.who import Who
    from tests.test_matrix import address

    for row in matrix.rows():
        if row.allows(Who(who), "GET") or row.name == "elsewhere":
            yield row.key, address(world, row, Who(who))
    kinds = {type(page): page for page in Page.objects.live().filter(depth__gt=2).specific()}
    yield from ((kind.__name__, page.url) for kind, page in kinds.items())


def screens(world: "World", who: str) -> Iterator[tuple[str, str, str]]:
    """Give every screen that somebody gets: its row, its address, and how it looks."""
    for key, path in addresses(world, who):
        answer = world.clients[who].get(path, SERVER_NAME="localhost")
        expected = 404 if key == "elsewhere" else 200
        if answer.status_code == expected and not answer.streaming and SCREEN.search(answer.content):
            yield key, path, shape_of(answer.content)


def tell(world: "World") -> dict[str, object]:
    """Give everybody's cookies, the screens that each is to walk, and the rows that have a screen for anybody."""
    walked: dict[tuple[str, str], str] = {}
    found: set[str] = set()
    mine: dict[str, list[tuple[str, str]]] = {who: [] for who in WALKERS}
    for who in WALKERS:
        for key, path, shape in screens(world, who):
            found.add(key)
            # What stands around every page is another for each, so everybody walks one page at least.
            if walked.setdefault((key, shape), who) == who or key == "spil:home":
                mine[who].append((key, path))
    cookies = {who: {name: each.value for name, each in world.clients[who].cookies.items()} for who in WALKERS}
    return {"cookies": cookies, "screens": mine, "found": sorted(found)}


def main() -> None:
    """Lay the world and tell about it."""
    import django

    django.setup()
    from accounts.models import CoreTeamSeat
    from tests.world import make_world

    # The world has a core team of its own, and a subnetwork has one seat.
    CoreTeamSeat.objects.all().delete()
    print(json.dumps(tell(make_world())))  # noqa: T201  (it speaks to the test that started it)


if __name__ == "__main__":
    main()

"""What the tests of the privacy room share: the smuggler's table, and a case with its people."""

from collections.abc import Iterator

import pytest
from django.db import connection

from accounts.models import User
from cases.models import Case
from tests.cases.making import make_asked, make_case
from tests.factories import make_member, make_seat
from tests.privacy.smuggler import Smuggler


@pytest.fixture(scope="module")
def _smugglers_table(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """Make the table outside any transaction: SQLite changes no tables inside one."""
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        editor.create_model(Smuggler)
    yield
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        editor.delete_model(Smuggler)


@pytest.fixture
def smugglers(_smugglers_table: None, db: None) -> None:
    """Give a test the smuggler's table, in the test's own transaction."""


@pytest.fixture
def author() -> User:
    """Give who brings the case in."""
    return make_member("Anja Auteur", contact="fixed")


@pytest.fixture
def reader() -> User:
    """Give somebody else in the circle."""
    return make_asked()


@pytest.fixture
def seated() -> User:
    """Give a member of the core team who is in no circle."""
    return make_seat(make_member("Kees Kern"))


@pytest.fixture
def case(author: User, reader: User) -> Case:
    """Give a case with two people in its circle."""
    return make_case(author, reader)

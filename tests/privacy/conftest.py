"""What the tests of the privacy room share: the smuggler's table."""

from collections.abc import Iterator

import pytest
from django.db import connection

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

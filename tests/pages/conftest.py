"""What the tests of pages share: a site that is set up."""

import pytest

from pages.actions import prepare_site
from pages.models import HomePage


@pytest.fixture
def site(db) -> HomePage:
    """The tree of pages as a fresh Spil has it."""
    return prepare_site()

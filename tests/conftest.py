"""What every test shares: clients at each level of the door, and a clean slate between tests."""

from collections.abc import Callable, Iterator

import pytest
from channels.layers import channel_layers
from django.conf import settings
from django.test import Client
from django.utils import timezone
from django_otp import DEVICE_ID_SESSION_KEY

from accounts.models import Authenticator, OpenSession, User
from accounts.sessions import MARK
from tests.clock import Clock


def signed_in(user: User, *, verified: bool) -> Client:
    """Give a client whose session proves the password, and the second factor when `verified`."""
    client = Client()
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    session = client.session
    now = timezone.now()
    row = OpenSession(user=user, session_key=session.session_key, started_at=now, seen_at=now)
    session[MARK] = row.public_id
    if verified:
        session[DEVICE_ID_SESSION_KEY] = Authenticator.objects.get(user=user).persistent_id
        row.verified_at = now
    row.save()
    session.save()
    return client


@pytest.fixture
def client_for() -> Callable[[User], Client]:
    """Give a function that gives a client for a member: both factors, protocol accepted."""
    return lambda user: signed_in(user, verified=True)


@pytest.fixture
def half_client_for() -> Callable[[User], Client]:
    """Give a function that gives a client for somebody who only gave a password."""
    return lambda user: signed_in(user, verified=False)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Give a clock that the test moves."""
    return Clock(monkeypatch)


@pytest.fixture(autouse=True)
def _fresh_layer() -> Iterator[None]:
    """Keep one test's socket messages out of the next."""
    yield
    channel_layers.backends = {}

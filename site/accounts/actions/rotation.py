"""Changes the key of what is stored encrypted: serves operators, who may then throw the old key away. It shows no secret."""

from django.db import transaction

from accounts.crypto import renew
from accounts.models import Authenticator
from audit.log import record


@transaction.atomic
def renew_secrets() -> int:
    """Encrypt every authenticator's secret with the newest key, all or none, and say how many there are.

    Raises InvalidToken when one was written with a key that is not in the ring any more; nothing changes then.
    """
    devices = list(Authenticator.objects.select_for_update().order_by("pk"))
    for device in devices:
        device.secret = renew(device.secret)
    Authenticator.objects.bulk_update(devices, ["secret"], batch_size=500)
    record(action="keys.rotate")
    return len(devices)

"""The settings of the tests: Spil's own, in the mode that may use invented secrets."""

import os

os.environ.setdefault("SPIL_MODE", "test")

from spil.settings import *  # noqa: F403

"""What changes pages: the site itself, the profiles of partners, and reading a covenant in."""

from .covenants import CovenantRefused, ImportedCovenant, import_covenant
from .profiles import ensure_profile, write_profile
from .site import prepare_site

__all__ = [
    "CovenantRefused",
    "ImportedCovenant",
    "ensure_profile",
    "import_covenant",
    "prepare_site",
    "write_profile",
]

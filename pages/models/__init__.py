"""The kinds of pages. For visitors, partners and editors; a case or a meeting is never a page."""

from .base import Audience, SpilPage
from .covenant import CovenantIndexPage, CovenantPage
from .front import GuidePage, HomePage
from .partners import PartnerIndexPage, PartnerPage, Service
from .protocol import ProtocolPage

__all__ = [
    "Audience",
    "CovenantIndexPage",
    "CovenantPage",
    "GuidePage",
    "HomePage",
    "PartnerIndexPage",
    "PartnerPage",
    "ProtocolPage",
    "Service",
    "SpilPage",
]

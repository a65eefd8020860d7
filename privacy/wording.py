"""What a writer reads about a finding: what it is, why it is asked for, what to write instead. Never the found text."""

from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from privacy.detectors.kinds import Kind
from privacy.rarity import VillageFigure, same_ten_years
from privacy.text import Profile


class Wording(NamedTuple):
    """The words for one kind of finding. What could stand there instead is worked out in privacy/suggestions.py."""

    label: Promise
    why: Promise


_WORDINGS = {
    Kind.BSN: Wording(
        _("Citizen service number"), _("This number belongs to one person. It is never needed here: leave it out.")
    ),
    Kind.PHONE: Wording(_("Telephone number"), _("This leads to one person. Speak to each other outside Spil.")),
    Kind.EMAIL: Wording(_("E-mail address"), _("This leads to one person. Write to each other outside Spil.")),
    Kind.IBAN: Wording(_("Bank account"), _("This belongs to one person or one household.")),
    Kind.POSTCODE: Wording(_("Postcode"), _("This points at a few front doors.")),
    Kind.DATE: Wording(_("Exact date"), _("One day, such as a date of birth, can tell who it is about.")),
    Kind.BIRTHDATE: Wording(_("Date of birth"), _("A date of birth and a village are often enough to know who it is.")),
    Kind.ADDRESS: Wording(_("Address"), _("This is somebody's front door.")),
    Kind.PLATE: Wording(_("Number plate"), _("A number plate leads to the owner of the car.")),
    Kind.STREET: Wording(_("Street"), _("In a village a street points at a few houses.")),
    Kind.PLACE: Wording(_("Village or town"), _("Together with the rest a village can tell who it is about.")),
    Kind.AGE: Wording(_("Exact age"), _("An exact age narrows down who it can be.")),
    Kind.EMPLOYER: Wording(_("Employer, shop or club"), _("Who works or comes there knows who it is about.")),
    Kind.SCHOOL: Wording(_("School"), _("Who knows the school knows the child.")),
    Kind.PRACTICE: Wording(_("Practice"), _("A practice has a few hundred patients in the village.")),
    Kind.CLIENTNR: Wording(
        _("Client or case number"),
        _("If this is the number of a client, a case or a document: whoever can look it up knows who it is."),
    ),
    Kind.URL: Wording(_("Web address"), _("A link can lead to one person.")),
    Kind.HANDLE: Wording(_("Name on social media"), _("It leads to one person's account.")),
    Kind.RARE: Wording(
        _("Rare description"), _("This may fit one person only. Would somebody from the village know who it is?")
    ),
    Kind.PERSON: Wording(_("Name"), _("A name tells who it is about. Initials do so too.")),
}

# In minutes and actions the people named are mostly colleagues, and those are picked from a list.
_WORK_PERSON = _WORDINGS[Kind.PERSON]._replace(
    why=_("No names here. Choose a colleague from the list; write a role for anybody else.")
)

COMBINED = _("Rare together")
_ASK = _(
    "In %(village)s this stands out together with the rest of your text. Can somebody from the village guess who it "
    "is about?"
)
_ESTIMATE = _(
    "%(village)s has %(residents)s inhabitants (%(source)s, %(day)s). About %(count)s of them may be of the same ten "
    "years: an estimate, as if every age were as common. With the rest of your text they are far fewer."
)

_REFUSAL = ngettext_lazy(
    "Your text has not been stored yet: at %(count)d place it could tell who somebody is.",
    "Your text has not been stored yet: at %(count)d places it could tell who somebody is.",
    "count",
)


def wording(kind: Kind, profile: Profile) -> Wording:
    """Give the words for a finding of this kind in a text of this profile."""
    if kind is Kind.PERSON and profile is Profile.WORK:
        return _WORK_PERSON
    return _WORDINGS[kind]


def refusal(count: int) -> str:
    """Give the one calm sentence that says that nothing was stored, and at how many places something was found."""
    return _REFUSAL % {"count": count}


def rare_why(village: VillageFigure) -> Promise | str:
    """Ask whether somebody can guess who it is; with a number for the village, give the estimate and its source."""
    if village.residents is None or village.day is None:
        return _ASK % {"village": village.name}
    return _ESTIMATE % {
        "village": village.name,
        "residents": village.residents,
        "source": village.source,
        "day": date_format(village.day, "j F Y"),
        "count": same_ten_years(village),
    }

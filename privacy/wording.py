"""What a writer reads about a finding: what it is, why it is asked for, what to write instead. Never the found text."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from privacy.detectors.kinds import Kind
from privacy.text import Profile


class Wording(NamedTuple):
    """The words for one kind of finding; the suggestion is what could stand there instead, or nothing."""

    label: Promise
    why: Promise
    suggestion: Promise | str


_WORDINGS = {
    Kind.BSN: Wording(
        _("Citizen service number"), _("This number belongs to one person. It is never needed here: leave it out."), ""
    ),
    Kind.PHONE: Wording(
        _("Telephone number"),
        _("This leads to one person. Speak to each other outside Spil."),
        _("through the contact point"),
    ),
    Kind.EMAIL: Wording(
        _("E-mail address"),
        _("This leads to one person. Write to each other outside Spil."),
        _("through the contact point"),
    ),
    Kind.IBAN: Wording(
        _("Bank account"), _("This belongs to one person or one household."), _("the account for the rent")
    ),
    Kind.POSTCODE: Wording(_("Postcode"), _("This points at a few front doors."), _("a quiet street")),
    Kind.DATE: Wording(
        _("Exact date"), _("One day, such as a date of birth, can tell who it is about."), _("in spring")
    ),
    Kind.BIRTHDATE: Wording(
        _("Date of birth"), _("A date of birth and a village are often enough to know who it is."), _("30-40 years old")
    ),
    Kind.ADDRESS: Wording(_("Address"), _("This is somebody's front door."), _("a street in the neighbourhood")),
    Kind.PLATE: Wording(_("Number plate"), _("A number plate leads to the owner of the car."), _("a car")),
    Kind.STREET: Wording(
        _("Street"), _("In a village a street points at a few houses."), _("a street in the neighbourhood")
    ),
    Kind.PLACE: Wording(
        _("Village or town"),
        _("Together with the rest a village can tell who it is about."),
        _("a village in the region"),
    ),
    Kind.AGE: Wording(_("Exact age"), _("An exact age narrows down who it can be."), _("30-40 years old")),
    Kind.EMPLOYER: Wording(
        _("Employer, shop or club"), _("Who works or comes there knows who it is about."), _("a business in the region")
    ),
    Kind.SCHOOL: Wording(_("School"), _("Who knows the school knows the child."), _("a school in the region")),
    Kind.PRACTICE: Wording(
        _("Practice"), _("A practice has a few hundred patients in the village."), _("a practice in the region")
    ),
    Kind.CLIENTNR: Wording(_("Client or case number"), _("Whoever can look it up knows who it is."), ""),
    Kind.URL: Wording(_("Web address"), _("A link can lead to one person."), ""),
    Kind.HANDLE: Wording(_("Name on social media"), _("It leads to one person's account."), ""),
    Kind.RARE: Wording(
        _("Rare description"), _("This may fit one person only. Would somebody from the village know who it is?"), ""
    ),
    Kind.PERSON: Wording(
        _("Name"), _("A name tells who it is about. Initials do so too."), _("the mother, or: person A")
    ),
}

# In minutes and actions the people named are mostly colleagues, and those are picked from a list.
_WORK_PERSON = _WORDINGS[Kind.PERSON]._replace(
    why=_("No names here. Choose a colleague from the list; write a role for anybody else."),
    suggestion=_("the contact point"),
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

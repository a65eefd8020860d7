"""What the living page of the design shows: every component in its states, by the same templates as the screens.

For whoever makes a screen. It reads nothing of the network: names, words and figures on it are invented.
"""

import datetime as dt
from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from privacy.forms import CheckedForm, CheckedTextFormField
from privacy.text import Profile
from spil.rings import Network

THEMES = {"light": _("light"), "dark": _("dark")}
# What stands around this page or on one screen only, and is not drawn a second time.
ELSEWHERE = {
    "topbar": _("It stands at the top of this page."),
    "topbar_public": _("A visitor has it instead of the bar at the top of this page."),
    "search": _("It stands in the bar at the top of this page."),
    "bottombar": _("It stands at the foot of a phone, on this page too."),
    "foot": _("It stands at the foot of this page."),
    "language": _("It stands at the foot of this page."),
    "sign_out": _("It stands at the foot of this page."),
    "messages": _("It stands above a page, when something happened there."),
    "skip": _("It is the first thing on a page that the keyboard reaches."),
    "styles": _("It links what this page is styled by."),
    "scripts": _("It loads what makes this page quick."),
    "session": _("It comes when a session is nearly over."),
    "session_ended": _("It stands at the door, when a session has ended."),
    "signed_out": _("It comes when somebody was signed out elsewhere."),
    "passkey_give": _("It stands at the door, where the browser can do it."),
    "passkey_make": _("It stands on the page where a passkey is made."),
    "passkey_scripts": _("It loads what a page with a passkey needs."),
    "door": _("It lays out the page on which somebody signs in."),
    "secret": _("It stands on the page where an authenticator is added."),
    "default_button": _("Nobody sees it: it is what Enter presses."),
    "nothing_here": _("It is the page for what is missing or closed."),
    "traceable": _("It stands below every stored text, and needs one."),
    "hero": _("It opens the front page for residents."),
    "question-box": _("It stands on the front page for residents."),
    "way": _("It stands on the front page for residents."),
    "article": _("It lays out an article of the covenant."),
    "contents": _("It stands beside the covenant."),
    "covenant": _("It lays out the covenant."),
    "prose": _("It lays out a page that an editor wrote."),
    "directory": _("It lays out the list of partners."),
    "matrix": _("It lays out the page that says who may do what."),
    "who_may_see": _("It stands beside a case and a meeting."),
    "field_error": _("It is a part of a field."),
    "field_optional": _("It is a part of a field."),
    "finding_choice": _("It is a part of the findings."),
    "printed": _("It heads what is printed, and is seen on paper only."),
    "specimen": _("It lays out this page."),
}


class SpecimenForm(CheckedForm):
    """One field of each sort, for the page of the design. Nothing that is typed in it goes anywhere."""

    name = forms.CharField(label=_("Name"), help_text=_("As people know it."))
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    text = CheckedTextFormField(
        label=_("Your contribution"), profile=Profile.CASE, widget=forms.Textarea(attrs={"rows": 3})
    )
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    time = forms.TimeField(label=_("From"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    ring = forms.ChoiceField(
        label=_("Ring"),
        choices=[("core", _("core team")), ("fixed", _("fixed ring")), ("flexible", _("flexible ring"))],
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("advice", _("Advice")), ("offer", _("Offer"))], widget=forms.RadioSelect
    )
    days = forms.MultipleChoiceField(
        label=_("Days"), choices=[("1", _("Monday")), ("2", _("Tuesday"))], widget=forms.CheckboxSelectMultiple
    )


def specimens(user: User, network: Network) -> dict[str, Any]:
    """Give what the templates of the page take, for whoever looks; `network` is drawn, by counts and as rings."""
    typed = {
        "text": "Mevrouw Kowalczyk (84) belt op 06-12345678.",
        "time": "09:30",
        "ring": "fixed",
    }
    refused = SpecimenForm(typed, by=user, auto_id="refused_%s")
    refused.is_valid()
    return {
        "fresh": SpecimenForm(by=user, auto_id="fresh_%s"),
        "refused": refused,
        "narrowing": SpecimenForm(by=user, auto_id="narrowing_%s"),
        "page": Paginator(range(60), 20).page(2),
        "steps": [
            SimpleNamespace(label=_("Planned"), place="done"),
            SimpleNamespace(label=_("Held"), place="now"),
            SimpleNamespace(label=_("Agreed"), place="later"),
        ],
        "codes": ["bqwt-7d2k", "m3xf-9hps", "zk4c-w8ra", "t6vn-2ygd"],
        "until": timezone.now() + dt.timedelta(minutes=20),
        "quarters": ["1", "2", "3", "4"],
        "counts": [(_("kept in time"), [4, 6, 5, 7]), (_("kept late"), [2, 1, 0, 1])],
        "network": network,
        "elsewhere": sorted(ELSEWHERE.items()),
        "themes": list(THEMES.items()),
    }

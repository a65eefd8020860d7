"""The demo's story in four acts, with dates relative to today. Every text goes through the same check as in the product."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from accounts.models import Partner, Ring, Topic, User
from cases import actions as cases
from cases.models import Case
from meetings import actions as meetings
from meetings.models import Goal, Meeting, OutcomeKind
from notifications.models import Notice
from pages.actions import import_covenant
from privacy.checks import Kind, Profile, check, find
from privacy.text import CheckedText
from spil.demo.people import HERE, person, start_of_covenant

THURSDAY = 3  # The core team's own day.


def load_covenant() -> None:
    """Act one: a covenant of our own, running for four years from the first of January last year."""
    first = start_of_covenant()
    last = dt.date(first.year + 3, 12, 31)
    names = Partner.objects.in_ring(Ring.FIXED).order_by("pk").values_list("name", flat=True)
    text = (HERE / "covenant.txt").read_text(encoding="utf-8")
    text = text.format(
        first_year=first.year,
        last_year=last.year,
        first_day=date_format(first, "j F Y"),
        last_day=date_format(last, "j F Y"),
        partners="\n".join(f"- {name}" for name in names),
    )
    name = f"Modelconvenant lokaal sociaal netwerk Asten {first.year}-{last.year}"
    import_covenant(by=None, text=text, name=name, open_places=["5.2c", "9.2"])


def load_story() -> None:
    """Acts two to four: a meeting held, two cases, a meeting planned."""
    closed = _closed_case()
    held = _held_meeting(closed)
    running = _running_case()
    _planned_meeting(running)
    # What happened weeks ago was read weeks ago.
    Notice.objects.filter(url__in=[closed.get_absolute_url(), held.get_absolute_url()]).update(read_at=timezone.now())


def _ago(days: int, hour: int, minute: int = 0, *, weekday: int | None = None) -> dt.datetime:
    """Give a moment some days ago (or ahead, below zero), at a time of day; with `weekday` (Monday is 0) in that week."""
    day = timezone.localtime() - dt.timedelta(days=days)
    if weekday is not None:
        day += dt.timedelta(days=weekday - day.weekday())
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0)


def _said(text: str) -> CheckedText:
    return check(text, Profile.CASE)


def _kept(text: str) -> CheckedText:
    """Check a contribution in which a village may stay: it is needed, and says of nobody who it is."""
    reasons = {each.key: "needed" for each in find(text, Profile.CASE) if each.kind == Kind.PLACE}
    return check(text, Profile.CASE, kept=reasons)


def _agreed(text: str) -> CheckedText:
    return check(text, Profile.WORK)


def _partners(*people: str) -> list[Partner]:
    """Give the partners that these people work for."""
    return [partner for partner in (person(name).partner for name in people) if partner]


def _open(by: User, question: str, situation: str, *, topics: list[str], asked: list[Partner], at: dt.datetime) -> Case:
    return cases.open_case(
        by=by,
        question=_said(question),
        situation=_said(situation),
        topics=Topic.objects.filter(slug__in=topics),
        resident_knows="yes",
        partners=asked,
        at=at,
    )


def _note(case: Case, name: str, kind: str, text: str, at: dt.datetime) -> None:
    cases.add_note(by=person(name), case=case, kind=kind, text=_kept(text), at=at)


def _closed_case() -> Case:
    """Act two: a case of ten weeks ago, well ended."""
    opener = person("wonen")
    case = _open(
        opener,
        "Wie kan een gezin helpen om de rekeningen op orde te krijgen, zodat het kan blijven wonen?",
        "Een gezin met jonge kinderen loopt al enkele maanden achter met de huur. De ouders werken allebei, maar de "
        "inkomsten wisselen. Post blijft dicht. Zij willen graag hulp, als die niet voelt als controle.",
        topics=["minimaregelingen", "wonen"],
        asked=_partners("lev", "participatie"),
        at=_ago(70, 10, 5),
    )
    _note(
        case,
        "lev",
        "offer",
        "Een van onze vrijwilligers kan vier keer thuis langskomen om samen de post te openen en te sorteren.",
        _ago(69, 14, 20),
    )
    _note(
        case,
        "participatie",
        "advice",
        "Vraag eerst de toeslagen aan. Daar bleek in vergelijkbare situaties het meeste te winnen.",
        _ago(66, 9, 12),
    )
    _note(
        case,
        "wonen",
        "advice",
        "Er ligt een betalingsregeling en de post wordt weer geopend. Het gezin blijft wonen.",
        _ago(17, 11, 30),
    )
    cases.close_case(by=opener, case=case, at=_ago(14, 16, 0))
    return case


def _held_meeting(case: Case) -> Meeting:
    """Act three: the core team met five weeks ago, and promises were made; one of them is late."""
    coordinator = person("coordinator")
    with transaction.atomic():
        meeting = meetings.plan_meeting(
            by=coordinator,
            starts_at=_ago(35, 9, 30, weekday=THURSDAY),
            ends_at=_ago(35, 11, 0, weekday=THURSDAY),
            place=_agreed("Gemeentehuis, vergaderkamer 2"),
            items=[
                meetings.Item(_agreed("Opening en verslag van de vorige keer"), 10, Goal.DECIDE),
                meetings.Item(_agreed("Wachttijd voor dagbesteding"), 30, Goal.DISCUSS, _partners("atlant")),
                meetings.Item(_agreed("Huurachterstanden eerder zien"), 30, Goal.DECIDE, _partners("wonen")),
            ],
        )
    waiting, arrears = meeting.items.order_by("position")[1:3]
    meetings.record_outcome(
        by=coordinator,
        item=waiting,
        kind=OutcomeKind.INFORMATION,
        text=_agreed("De wachttijd is nu ongeveer zes weken; dichtbij is nog plaats."),
        at=_ago(35, 10, 2, weekday=THURSDAY),
    )
    _promise(waiting, "atlant", "Nagaan of de tuin er op vrijdag een groep bij kan hebben", days_left=-8)
    meetings.record_outcome(
        by=coordinator,
        item=arrears,
        kind=OutcomeKind.DECISION,
        text=_agreed(
            "De woningbouwverenigingen melden een achterstand van twee maanden, als de bewoner dat goed vindt."
        ),
    )
    _promise(arrears, "wonen", "Een korte brief maken die bewoners uitnodigt om op tijd te bellen", days_left=10)
    _promise(arrears, "welzijn", "Drie vrijwilligers zoeken die met post en formulieren helpen", days_left=3)
    return meeting


def _promise(item: meetings.AgendaItem, name: str, sentence: str, *, days_left: int) -> None:
    """Write an action down under an item, for somebody's own partner."""
    owner = person(name)
    meetings.record_outcome(
        by=person("coordinator"),
        item=item,
        kind=OutcomeKind.ACTION,
        text=_agreed(sentence),
        partner=owner.partner,
        person=owner,
        due_on=timezone.localdate() + dt.timedelta(days=days_left),
        at=_ago(35, 10, 40, weekday=THURSDAY),
    )


def _running_case() -> Case:
    """Act four, one: a case of nine days ago, in full discussion."""
    case = _open(
        person("thuiszorg"),
        "Wie kan overdag meekijken bij een oudere inwoner die zelfstandig wil blijven wonen, nu de mantelzorger "
        "tijdelijk wegvalt?",
        "Een oudere inwoner woont alleen en slaat de laatste tijd vaker een maaltijd over. Een familielid hielp elke "
        "dag, maar kan dat tot het voorjaar niet. De inwoner wil thuis blijven en houdt van gezelschap.\n\n"
        "De buren doen de boodschappen. Een maaltijdservice werkte niet: samen eten blijkt belangrijker dan de "
        "maaltijd zelf.",
        topics=["mantelzorg", "ouderenwerk", "wijkverpleging"],
        asked=_partners("huisarts", "welzijn", "hartentroef"),
        at=_ago(9, 11, 40),
    )
    _note(
        case,
        "huisarts",
        "advice",
        "Sluit eerst uit dat medicijnen of een tekort meespelen. Dat kan deze week op het spreekuur, of bij de inwoner "
        "thuis. Ik hoor graag welk moment past.",
        _ago(6, 8, 52),
    )
    _note(
        case,
        "hartentroef",
        "question",
        "Zou de inwoner naar de open eettafel in Ommel willen, als er iemand meereist?",
        _ago(6, 19, 10),
    )
    _note(
        case,
        "thuiszorg",
        "advice",
        "Ja, graag. Lopen lukt goed, alleen de eerste keer is spannend. Een vast gezicht helpt.",
        _ago(5, 7, 35),
    )
    _note(
        case,
        "welzijn",
        "offer",
        "Vanaf volgende maand kunnen twee vrijwilligers tussen de middag mee-eten. Steeds dezelfde twee.",
        _ago(1, 10, 4),
    )
    return case


def _planned_meeting(case: Case) -> None:
    """Act four, two: the next meeting, with a partner asked for one item."""
    meetings.plan_meeting(
        by=person("coordinator"),
        starts_at=_ago(-12, 9, 30, weekday=THURSDAY),
        ends_at=_ago(-12, 11, 0, weekday=THURSDAY),
        place=_agreed("Gemeenschapshuis, zaal 1"),
        items=[
            meetings.Item(_agreed("Opening en verslag van de vorige keer"), 10, Goal.DECIDE),
            meetings.Item(_agreed("Wat er openstaat"), 15, Goal.INFORM),
            meetings.Item(
                _agreed("Samen eten: wat is er in elk dorp?"), 25, Goal.DISCUSS, _partners("amalia", "welzijn")
            ),
            meetings.Item(_agreed("Aanspreekpunten die nog ontbreken"), 20, Goal.DECIDE),
        ],
    )

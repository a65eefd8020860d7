"""Every text column of Spil is checked, or stands here with the reason why not. A new column is closed until somebody decides."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from wagtail.fields import StreamField

from privacy.fields import CheckedTextField

OURS = {"accounts", "audit", "notifications", "followup", "privacy", "pages", "cases", "meetings", "spil"}
TEXTS = (models.CharField, models.TextField, models.JSONField, models.BinaryField, StreamField)

RANDOM = "A random id, made by the machine."
CHOICE = "One of a fixed list of words."
SLUG = "A short word for an address, from the network's own vocabulary."
NETWORK = "The name of an organisation, a place or a topic: public knowledge about the network."
COLLEAGUE = "What a colleague says about their own account; colleagues are known by name."
SECRET = "A hash or an encrypted secret, made by the machine."
LOG = "A plain value of the log: an id, an act or a network address, never text (site/audit/log.py)."
ADDRESS = "An address inside Spil, made by the machine."
CATALOGUE = "A number, a date or a partner's name that fills a sentence from the catalogue."
PUBLISHED = "Published by an editor for everybody to read; it is not about residents (guides, covenant, social map)."
CODE = "A name that stands in our own code."
SESSION = "The key of a session, made by the machine; without its row the session is over."
DEVICE = "A browser and a system, from a fixed list, worked out from what the browser says of itself."
PASSING = "The name of an organisation that the coordinator lets through; the check found no person in it."
PROPOSED = (
    "A word that an author takes for an organisation: the check found no person in it, nothing says where it stood, "
    "and it goes after thirty days (privacy/actions/names.py)."
)
DIGEST = "A hash of published words."

NOT_CHECKED: dict[str, str] = {
    "accounts.Partner.public_id": RANDOM,
    "accounts.Invitation.public_id": RANDOM,
    "accounts.User.public_id": RANDOM,
    "notifications.Notice.public_id": RANDOM,
    "followup.Action.public_id": RANDOM,
    "cases.Case.public_id": RANDOM,
    "cases.Note.public_id": RANDOM,
    "meetings.Meeting.public_id": RANDOM,
    "meetings.AgendaItem.public_id": RANDOM,
    "accounts.OpenSession.public_id": RANDOM,
    "accounts.FactorReset.public_id": RANDOM,
    "privacy.AllowedName.public_id": RANDOM,
    "privacy.ProposedName.public_id": RANDOM,
    "meetings.Outcome.public_id": RANDOM,
    "privacy.Review.public_id": RANDOM,
    "privacy.Review.object_id": RANDOM,
    "privacy.Review.about": CODE,
    "privacy.Review.reason": CHOICE,
    "privacy.Review.decision": CHOICE,
    "privacy.KeptWord.field": CODE,
    "privacy.KeptWord.kind": CODE,
    "privacy.KeptWord.reason": CODE,
    "privacy.ProposedName.kind": CHOICE,
    "privacy.AllowedName.name": PASSING,
    "privacy.ProposedName.name": PROPOSED,
    "accounts.Partner.kind": CHOICE,
    "accounts.User.theme": CHOICE,
    "accounts.WrongTries.about": CHOICE,
    "accounts.RingPlacement.ring": CHOICE,
    "accounts.ContactPoint.rank": CHOICE,
    "accounts.User.language": CHOICE,
    "audit.LogLine.result": CHOICE,
    "notifications.Notice.kind": CHOICE,
    "pages.PartnerIndexPage.audience": CHOICE,
    "pages.PartnerPage.audience": CHOICE,
    "pages.CovenantIndexPage.audience": CHOICE,
    "pages.CovenantPage.audience": CHOICE,
    "pages.HomePage.audience": CHOICE,
    "pages.GuidePage.audience": CHOICE,
    "pages.ProtocolPage.audience": CHOICE,
    "cases.Case.resident_knows": CHOICE,
    "cases.Case.state": CHOICE,
    "cases.Note.kind": CHOICE,
    "meetings.Meeting.kind": CHOICE,
    "meetings.AgendaItem.goal": CHOICE,
    "meetings.Outcome.kind": CHOICE,
    "accounts.Subnetwork.slug": SLUG,
    "accounts.LifeDomain.letter": SLUG,
    "accounts.Topic.slug": SLUG,
    "accounts.Village.slug": SLUG,
    "accounts.Subnetwork.name": NETWORK,
    "accounts.LifeDomain.name": NETWORK,
    "accounts.Topic.name": NETWORK,
    "accounts.Village.name": NETWORK,
    "accounts.Partner.name": NETWORK,
    "accounts.User.first_name": COLLEAGUE,
    "accounts.User.last_name": COLLEAGUE,
    "accounts.User.email": COLLEAGUE,
    "accounts.User.job_title": COLLEAGUE,
    "accounts.Invitation.email": COLLEAGUE,
    "accounts.Authenticator.name": COLLEAGUE,
    "accounts.RecoveryCodes.name": COLLEAGUE,
    "accounts.EmailChange.email": COLLEAGUE,
    "accounts.User.password": SECRET,
    "accounts.EmailChange.digest": SECRET,
    "accounts.PasswordReset.digest": SECRET,
    "accounts.KnownBrowser.digest": SECRET,
    "accounts.WrongTries.key": SECRET,
    "accounts.OpenSession.session_key": SESSION,
    "accounts.OpenSession.device": DEVICE,
    "accounts.Authenticator.secret": SECRET,
    "accounts.RecoveryCode.digest": SECRET,
    "accounts.Invitation.digest": SECRET,
    "audit.LogLine.actor": LOG,
    "audit.LogLine.partner": LOG,
    "audit.LogLine.action": LOG,
    "audit.LogLine.object_type": LOG,
    "audit.LogLine.object_id": LOG,
    "audit.LogLine.origin": LOG,
    "notifications.Notice.url": ADDRESS,
    "followup.Action.url": ADDRESS,
    "notifications.Notice.label": CATALOGUE,
    "followup.Action.label": CATALOGUE,
    "spil.Schedule.name": CODE,
    "pages.PartnerIndexPage.intro": PUBLISHED,
    "pages.PartnerPage.summary": PUBLISHED,
    "pages.PartnerPage.phone": PUBLISHED,
    "pages.PartnerPage.email": PUBLISHED,
    "pages.PartnerPage.website": PUBLISHED,
    "pages.PartnerPage.address": PUBLISHED,
    "pages.PartnerPage.opening_hours": PUBLISHED,
    "pages.Service.what": PUBLISHED,
    "pages.Service.for_whom": PUBLISHED,
    "pages.Service.where": PUBLISHED,
    "pages.Service.when": PUBLISHED,
    "pages.CovenantPage.source": PUBLISHED,
    "pages.CovenantPage.body": PUBLISHED,
    "pages.HomePage.intro": PUBLISHED,
    "pages.HomePage.body": PUBLISHED,
    "pages.GuidePage.intro": PUBLISHED,
    "pages.GuidePage.body": PUBLISHED,
    "pages.ProtocolPage.version_label": PUBLISHED,
    "pages.ProtocolPage.body": PUBLISHED,
    "privacy.VillageNumber.source": PUBLISHED,
    "privacy.ProtocolVersion.label": PUBLISHED,
    "privacy.ProtocolVersion.digest": DIGEST,
}


def text_fields() -> Iterator[tuple[str, models.Field]]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in OURS:
            for field in model._meta.local_fields:
                if isinstance(field, TEXTS):
                    yield f"{model._meta.label}.{field.name}", field


def test_every_text_field_is_checked_or_named_with_the_reason() -> None:
    unchecked = {name for name, field in text_fields() if not isinstance(field, CheckedTextField)}
    assert unchecked - set(NOT_CHECKED) == set(), "Make these CheckedTextFields, or give the reason why not."


def test_every_name_on_the_list_is_still_an_unchecked_field() -> None:
    unchecked = {name for name, field in text_fields() if not isinstance(field, CheckedTextField)}
    assert set(NOT_CHECKED) - unchecked == set(), "Remove these from the list."


def test_what_is_called_a_choice_has_choices() -> None:
    fields = dict(text_fields())
    assert [name for name, reason in NOT_CHECKED.items() if reason == CHOICE and not fields[name].choices] == []


def test_there_are_texts_to_look_at() -> None:
    # If no column were found, the tests above would prove nothing.
    checked = {name for name, field in text_fields() if isinstance(field, CheckedTextField)}
    assert "followup.Action.sentence" in checked

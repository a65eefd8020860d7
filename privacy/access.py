"""The gates of this room: the door of the protocol, which every request asks, and the texts that are looked over."""

from collections.abc import Iterable

from django.http import Http404

from accounts.models import Role, User
from audit.log import record
from audit.models import Result
from privacy import rooms
from privacy.models import Acceptance, ProtocolVersion, Review, ReviewLook, ReviewQuerySet, VeiledText


def current_version() -> ProtocolVersion | None:
    """Give the version of the protocol that is in force now."""
    return ProtocolVersion.objects.newest_in_force().first()


def has_accepted(user: User) -> bool:
    """Tell whether this person accepted the version in force; one query for everybody who did."""
    in_force = ProtocolVersion.objects.newest_in_force().values("pk")[:1]
    if Acceptance.objects.filter(user=user, version=in_force).exists():
        return True
    return may_begin(user) and not ProtocolVersion.objects.newest_in_force().exists()


def may_begin(user: User) -> bool:
    """Tell whether this person may enter a house without a protocol: somebody has to publish the first one."""
    return user.is_coordinator or user.has_role(Role.EDITOR)


def require_core_team(user: User) -> None:
    """Write the refusal down and raise Http404 unless `user` sits in the core team or coordinates."""
    if not user.is_core_team:
        raise _refused(user, "")


def get_review(user: User, public_id: str) -> Review:
    """Give a review to who may decide about it; else write the refusal down and raise Http404."""
    found = Review.objects.select_related("partner", "writer", "reported_by__partner", "decided_by").with_looks()
    review = found.prefetch_related("words").filter(public_id=public_id).first()
    if review is None or not may_look_over(user, review):
        raise _refused(user, public_id)
    return review


# Another than who wrote it: the point is that somebody else looks.
def may_look_over(user: User, review: Review) -> bool:
    """Say whether `user` may read the text of a review, and decide about it."""
    return user.is_core_team and user.pk != review.writer_id


def has_looked(user: User, review: Review) -> bool:
    """Say whether `user` said that they read the text of a review, as it stands now."""
    since = review.mended_at or review.opened_at
    return any(look.by_id == user.pk and look.at >= since for look in review.looks.all())


def open_reviews(row: VeiledText) -> ReviewQuerySet:
    """Give the review of a row that is not over, whichever of the rows with the same text it is about; one or none."""
    return Review.objects.open().about([rooms.key_of(each) for each in rooms.rows_with(row)])


def count_waiting(user: User) -> int:
    """Give how many hidden texts wait until `user`, of the core team, decides about them; 0 for anybody else."""
    if not user.is_core_team:
        return 0
    return Review.objects.hidden_waiting().exclude(writer=user).count()


def add_looks(word: str, rows: Iterable[VeiledText]) -> None:
    """Give each row who of the core team read its text for a review, as `looks_now`; one query for all."""
    rows = list(rows)
    looks: dict[str, list[ReviewLook]] = {}
    about = {"review__about": word, "review__object_id__in": [rooms.key_of(row)[1] for row in rows]}
    for look in ReviewLook.objects.filter(**about).select_related("by", "review"):
        looks.setdefault(look.review.object_id, []).append(look)
    for row in rows:
        row.looks_now = looks.get(rooms.key_of(row)[1], [])


def get_text(user: User, word: str, public_id: str) -> VeiledText:
    """Give a row by the word for its kind and its public id, through the gate of its own room; else Http404."""
    kind = rooms.kind_named(word)
    if kind is None:
        raise _refused(user, public_id)
    return kind.fetch(user, public_id)


def get_text_to_mend(user: User, word: str, public_id: str) -> VeiledText:
    """Give a hidden row to its writer; else Http404, the same for who may read it and for who may not."""
    row = get_text(user, word, public_id)
    if row.writer_id != user.pk or row.hidden_since is None:
        raise _refused(user, public_id)
    return row


def _refused(user: User, object_id: str) -> Http404:
    """Write one line: somebody asked for what is not there for them."""
    record(action="text.access_refused", actor=user, object_type="text", object_id=object_id, result=Result.REFUSED)
    return Http404()

"""Who may do what: the one table of every address of Spil. For whoever wants to know, and for the tests that walk it.

It describes and never decides: the doors (accounts/doors.py) and the gates (access.py of each room) decide, and
tests/test_matrix.py asks every address as everybody and compares. A new address without a row here fails that test.
"""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from spil.who import (
    ASKED,
    EVERYBODY,
    MEMBERS,
    NOBODY,
    PASSWORD,
    TABLE,
    VERIFIED,
    Room,
    Row,
    Who,
    look,
    look_and_send,
    send,
)

BRINGER = frozenset({Who.FIXED})
COORDINATOR = frozenset({Who.COORDINATOR})
APPROVERS = TABLE | {Who.PRIVACY_OFFICER}
EDITORS = frozenset({Who.EDITOR, Who.COORDINATOR})

# Why: the rules that more than one row goes by.
OPEN = _("Everybody: it is there for people without an account.")
DOOR = _("Everybody: it leads in, and shows nothing of what lies behind it.")
HALFWAY = _("Whoever gave the password: it asks for the second step, and shows nothing of what lies behind it.")
OWN = _("Everybody who gave both factors, for themselves alone.")
OWN_FRESH = _("Everybody who gave both factors, for themselves alone, with a second factor of the last ten minutes.")
MEMBER = _("Everybody with an account, both factors and an accepted protocol.")
CIRCLE = _("Only the people in the circle of this case. No role opens it, not even the coordinator's.")
BROUGHT_IN = _("Only the partner that brought the case in: it spoke with the resident, so it knows who else may know.")
INVITED = _("The core team, and whoever answers for a partner that is asked for an item: that item alone.")
PLANS = _("Only the coordinator, who plans the meetings (covenant, article 6).")
RECORDS = _("Only the core team and the coordinator: whoever sits at the table may hold the pen.")
COORDINATES = _("Only the coordinator, who keeps the network's people and partners (covenant, article 6).")
COORDINATES_FRESH = _("Only the coordinator, with a second factor of the last ten minutes: it gives or takes rights.")
SECOND_PERSON = _(
    "A second person of coordinators, core team and privacy officers: not who asked, not whom it is about."
)
READER = _("Whoever may see the text: here the circle of the case.")
WRITER = _("Only who wrote the text, while it is hidden.")
LOOKS_OVER = _("The core team and the coordinator, but for a text of their own. The circle sees who of them read it.")
CLOSED = _("Nobody: it is not in use, and answers like an address that is not there.")

FRONT = (
    Row("spil:home", _("Front page; for members: today"), look(EVERYBODY), OPEN),
    Row(
        "wagtail_serve",
        _("A page for everybody: partners, covenant, protocol, guides"),
        look(EVERYBODY),
        _("Everybody: residents find help here, and read what the partners agreed (covenant, article 12.3)."),
        sort="public",
    ),
    Row(
        "wagtail_serve",
        _("A page for partners only"),
        look(MEMBERS),
        _("Everybody with an account: who wrote this page chose that it is for partners only."),
        sort="members",
    ),
    Row("spil:network", _("The network in three rings"), look(MEMBERS), MEMBER),
    Row(
        "spil:search",
        _("Search in everything you may see"),
        look_and_send(MEMBERS),
        _("Everybody with an account; each finds only what they may open."),
    ),
    Row("spil:style", _("The design of Spil: what screens are made of"), look(MEMBERS), MEMBER),
    Row("spil:matrix", _("Who may do what: this page"), look(MEMBERS), MEMBER),
    Row("spil:security_txt", _("Whom to tell about a weak spot, for machines"), look(EVERYBODY), OPEN),
    Row("spil:weak_spot", _("How to tell about a weak spot"), look(EVERYBODY), OPEN),
    Row("spil:accessibility", _("How accessible Spil is"), look(EVERYBODY), OPEN),
    Row("spil:health", _("Whether Spil can answer, for the machines around it"), look(EVERYBODY), OPEN),
    Row("elsewhere", _("Every address that is not there"), look_and_send(NOBODY), CLOSED),
)
INBOX = (
    Row("spil:asking", _("What asks for you, on the page of today"), look(MEMBERS), MEMBER),
    Row("notifications:notice_list", _("Your notices"), look(MEMBERS), MEMBER),
    Row("notifications:bell", _("Your bell"), look(MEMBERS), MEMBER),
    Row("notifications:read_all", _("Mark your notices as read"), send(MEMBERS), MEMBER),
)
CASES = (
    Row(
        "cases:case_list",
        _("The cases in whose circle you are"),
        look(MEMBERS),
        _("Everybody with an account; each sees only the cases in whose circle they are."),
    ),
    Row("cases:case_new", _("Bring a case in"), look_and_send(MEMBERS), MEMBER),
    Row("cases:case_safety", _("What to do when somebody is not safe"), look(MEMBERS), MEMBER),
    Row("cases:case_detail", _("A case"), look(ASKED), CIRCLE),
    Row("cases:note_list", _("The contributions to a case"), look(ASKED), CIRCLE),
    Row("cases:note_add", _("Contribute to a case"), send(ASKED), CIRCLE),
    Row(
        "cases:colleague_add",
        _("Let a colleague into the circle"),
        look_and_send(ASKED),
        _("Everybody in the circle, for a colleague of their own partner."),
    ),
    Row("cases:partner_invite", _("Ask one more partner"), look_and_send(BRINGER), BROUGHT_IN),
    Row("cases:case_close", _("Close a case"), look_and_send(BRINGER), BROUGHT_IN),
)
MEETINGS = (
    Row(
        "meetings:meeting_list",
        _("The meetings that ask for you"),
        look(MEMBERS),
        _("Everybody with an account; each sees only the meetings they are asked for."),
    ),
    Row("meetings:meeting_new", _("Plan a meeting"), look_and_send(COORDINATOR), PLANS),
    Row("meetings:meeting_detail", _("A meeting"), look(ASKED | TABLE), INVITED),
    Row("meetings:item_add", _("Add an agenda item"), look_and_send(COORDINATOR), PLANS),
    Row("meetings:item_invite", _("Ask a partner for an item"), look_and_send(COORDINATOR), PLANS),
    Row("meetings:outcome_add", _("Write an outcome down"), look_and_send(TABLE), RECORDS),
)
PROMISES = (
    Row(
        "followup:action_list",
        _("The promises you may see"),
        look(MEMBERS),
        _("Everybody with an account; each sees their own promises and those of a partner they answer for."),
    ),
    Row(
        "followup:action_done",
        _("Say that a promise is kept"),
        send(BRINGER | COORDINATOR),
        _("Whoever made the promise, whoever answers for that partner, and the coordinator."),
    ),
)
ACCOUNT = (
    Row("accounts:sign_in", _("Sign in"), look_and_send(EVERYBODY), DOOR),
    Row("accounts:invitation", _("Make an account with an invitation"), look_and_send(EVERYBODY), DOOR),
    Row("accounts:code", _("The second step, with a code"), look_and_send(PASSWORD), HALFWAY),
    Row("accounts:recovery", _("The second step, with a recovery code"), look_and_send(PASSWORD), HALFWAY),
    Row("accounts:enrol", _("Set up the second factor"), look_and_send(PASSWORD), HALFWAY),
    Row("privacy:protocol_accept", _("Accept the privacy protocol"), look_and_send(VERIFIED), OWN),
    Row("accounts:me", _("Your account"), look(VERIFIED), OWN),
    Row("accounts:describe", _("Your name and your work"), look_and_send(VERIFIED), OWN),
    Row("accounts:theme", _("Choose light or dark"), send(VERIFIED), OWN),
    Row("accounts:password", _("Change your password"), look_and_send(VERIFIED), OWN_FRESH),
    Row("accounts:email", _("Change your e-mail address"), look_and_send(VERIFIED), OWN_FRESH),
    Row("accounts:email_confirm", _("Confirm your new e-mail address"), look_and_send(VERIFIED), OWN),
    Row("accounts:absence", _("Say when you are away"), look_and_send(MEMBERS), MEMBER),
    Row("accounts:absence_end", _("Take an absence away"), send(MEMBERS), MEMBER),
    Row("accounts:confirm", _("Give the second factor once more"), look_and_send(VERIFIED), OWN),
    Row("accounts:keys", _("Your keys for the second step"), look(VERIFIED), OWN_FRESH),
    Row("accounts:authenticator_add", _("Add an authenticator app"), look_and_send(VERIFIED), OWN_FRESH),
    Row("accounts:key", _("The name of one of your keys"), look_and_send(VERIFIED), OWN_FRESH),
    Row("accounts:key_remove", _("Remove one of your keys"), send(VERIFIED), OWN_FRESH),
    Row("accounts:passkey_ask", _("Ask the browser for a passkey"), send(EVERYBODY), DOOR),
    Row("accounts:passkey_give", _("Come in with a passkey"), send(EVERYBODY), DOOR),
    Row("accounts:passkey_make", _("Let the browser make a passkey"), send(VERIFIED), OWN_FRESH),
    Row("accounts:passkey_add", _("Add a passkey"), send(VERIFIED), OWN_FRESH),
    Row("accounts:recovery_codes", _("Make new recovery codes"), send(VERIFIED), OWN_FRESH),
    Row("accounts:sessions", _("Where you are signed in"), look(VERIFIED), OWN),
    Row("accounts:session_end", _("End one of your sessions"), send(VERIFIED), OWN),
    Row("accounts:session_end_others", _("End all your other sessions"), send(VERIFIED), OWN),
    Row(
        "accounts:session_end_anybodys",
        _("End all sessions of somebody else"),
        send(frozenset({Who.PRIVACY_OFFICER})),
        _("Only the privacy officer, with a second factor of the last ten minutes."),
    ),
    Row("accounts:stay", _("How long your session still lasts, and staying signed in"), look_and_send(EVERYBODY), DOOR),
    Row("accounts:again", _("Sign in again inside the page you were on"), look_and_send(EVERYBODY), DOOR),
    Row("accounts:password_forgotten", _("Ask for a new password"), look_and_send(EVERYBODY), DOOR),
    Row("accounts:password_asked", _("Where to look for the link"), look(EVERYBODY), DOOR),
    Row("accounts:password_new", _("Choose a new password with a link"), look_and_send(EVERYBODY), DOOR),
    Row("accounts:language", _("Choose a language"), send(EVERYBODY), OPEN),
    Row("accounts:sign_out", _("Sign out"), send(EVERYBODY), DOOR),
    Row("cms_sign_out", _("Sign out of the editing environment"), send(EVERYBODY), DOOR),
)
PEOPLE = (
    Row("people:person_list", _("Everybody with an account"), look_and_send(COORDINATOR), COORDINATES),
    Row("people:person_detail", _("A person"), look(COORDINATOR), COORDINATES),
    Row("people:person_contact", _("Let somebody answer for a partner"), look_and_send(COORDINATOR), COORDINATES),
    Row("people:contact_end", _("Let somebody answer for a partner no more"), send(COORDINATOR), COORDINATES),
    Row("people:person_roles", _("Give and take roles"), look_and_send(COORDINATOR), COORDINATES_FRESH),
    Row("people:person_seats", _("Give a seat in the core team"), look_and_send(COORDINATOR), COORDINATES_FRESH),
    Row("people:seat_end", _("End a seat in the core team"), look_and_send(COORDINATOR), COORDINATES_FRESH),
    Row("people:person_move", _("Move somebody to another partner"), look_and_send(COORDINATOR), COORDINATES_FRESH),
    Row("people:person_block", _("Block and unblock an account"), look_and_send(COORDINATOR), COORDINATES_FRESH),
    Row(
        "people:reset_ask", _("Ask for a new second factor for somebody"), look_and_send(COORDINATOR), COORDINATES_FRESH
    ),
    Row("people:reset_list", _("Requests for a new second factor"), look(APPROVERS), SECOND_PERSON),
    Row("people:reset_decide", _("Decide about a new second factor"), look_and_send(APPROVERS), SECOND_PERSON),
    Row("people:invitation_list", _("Invitations, one or many"), look_and_send(COORDINATOR), COORDINATES),
    Row("people:invitation_resend", _("Send an invitation again"), send(COORDINATOR), COORDINATES),
    Row("people:invitation_withdraw", _("Take an invitation back"), send(COORDINATOR), COORDINATES),
    Row("accounts:invite", _("Invite somebody to a partner"), look_and_send(COORDINATOR), COORDINATES),
)
CHECK = (
    Row("check:how_it_works", _("How the check of texts works"), look(MEMBERS), MEMBER),
    Row("texts:text_report", _("Say that a text tells who it is about"), look_and_send(ASKED), READER),
    Row("texts:text_mend", _("Write a hidden text of yours anew"), look_and_send(BRINGER), WRITER),
    Row("texts:review_list", _("The texts that are looked over"), look(TABLE), LOOKS_OVER),
    Row("texts:review_detail", _("A text that is looked over"), look(TABLE), LOOKS_OVER),
    Row("texts:review_read", _("Read a text that is looked over"), send(TABLE), LOOKS_OVER),
    Row("texts:review_decide", _("Decide about a text that is looked over"), send(TABLE), LOOKS_OVER),
    Row("check:name_list", _("The names that pass the check"), look_and_send(COORDINATOR), COORDINATES),
    Row("check:name_remove", _("Let a name pass no more"), send(COORDINATOR), COORDINATES),
    Row("check:proposal_decide", _("Decide about a proposed name"), send(COORDINATOR), COORDINATES),
    Row(
        "check:village_list",
        _("The numbers of the villages"),
        look_and_send(EDITORS),
        _("Editors and the coordinator, who fill in how many people live in a village, with the source."),
    ),
)
FILES = (
    Row("media", _("A picture"), look(MEMBERS), MEMBER),
    Row("wagtaildocs_serve", _("A document"), look(MEMBERS), MEMBER),
    Row(
        "wagtaildocs_authenticate_with_password",
        _("A document behind a password of its own"),
        look_and_send(NOBODY),
        CLOSED,
    ),
)

ROOMS = (
    Room("front", _("Front and pages"), FRONT),
    Room("notices", _("Notices"), INBOX),
    Room("cases", _("Cases"), CASES),
    Room("meetings", _("Meetings"), MEETINGS),
    Room("promises", _("Promises"), PROMISES),
    Room("account", _("Signing in and your account"), ACCOUNT),
    Room("people", _("People and partners"), PEOPLE),
    Room("check", _("The check of texts"), CHECK),
    Room("files", _("Files"), FILES),
)

# What is not asked for by a name of ours. Wagtail's own addresses go by where they lie; sockets have no methods.
ADMIN = Row(
    "cms/",
    _("The editing environment"),
    look_and_send(EDITORS),
    _("Only editors and the coordinator; the screens for accounts, groups and reports are nobody's."),
)
SOCKET = Row(
    "socket/",
    _("The line over which open pages hear that something changed"),
    look(MEMBERS),
    _("Everybody with an account, for themselves alone; it carries addresses, and never what stands there."),
)
BESIDE = Room("beside", _("Beside the pages"), (ADMIN, SOCKET))


def rows() -> Iterator[Row]:
    """Give every row that has a URL name."""
    for room in ROOMS:
        yield from room.rows


def row_for(name: str, sort: str = "") -> Row | None:
    """Give the row of a URL name, or None when there is none; a page that failed to be found has no name."""
    return next((row for row in rows() if (row.name, row.sort) == (name, sort)), None)

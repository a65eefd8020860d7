"""What changes people and partners: one verb a function, one transaction, one log line."""

from accounts.actions.account import (
    ask_email_change,
    change_password,
    change_theme,
    confirm_email_change,
    describe_self,
    end_absence,
    set_absence,
)
from accounts.actions.coordination import block, grant_role, move_to_partner, take_role, unblock
from accounts.actions.invitations import accept_invitation, invite, invite_list, resend_invitation, withdraw_invitation
from accounts.actions.keys import (
    add_authenticator,
    add_passkey,
    enrol,
    give_code,
    give_passkey,
    give_recovery_code,
    refuse_passkey,
    remove_key,
    rename_key,
    renew_recovery_codes,
)
from accounts.actions.network import (
    add_partner,
    describe_partner,
    end_contact_point,
    end_seat,
    give_seat,
    place_in_ring,
    set_contact_point,
)
from accounts.actions.people import add_demo_person, change_language
from accounts.actions.reference import prepare_network
from accounts.actions.resets import ask_reset, decide_reset, reset_from_server
from accounts.actions.sessions import end_anybodys_sessions, end_session, end_sessions
from accounts.actions.sign_in import enter, give_password, sign_out

__all__ = [
    "accept_invitation",
    "add_authenticator",
    "add_demo_person",
    "add_partner",
    "add_passkey",
    "ask_email_change",
    "ask_reset",
    "block",
    "change_language",
    "change_password",
    "change_theme",
    "confirm_email_change",
    "decide_reset",
    "describe_partner",
    "describe_self",
    "end_absence",
    "end_anybodys_sessions",
    "end_contact_point",
    "end_seat",
    "end_session",
    "end_sessions",
    "enrol",
    "enter",
    "give_code",
    "give_passkey",
    "give_password",
    "give_recovery_code",
    "give_seat",
    "grant_role",
    "invite",
    "invite_list",
    "move_to_partner",
    "place_in_ring",
    "prepare_network",
    "refuse_passkey",
    "remove_key",
    "rename_key",
    "renew_recovery_codes",
    "resend_invitation",
    "reset_from_server",
    "set_absence",
    "set_contact_point",
    "sign_out",
    "take_role",
    "unblock",
    "withdraw_invitation",
]

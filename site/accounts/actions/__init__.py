"""What changes people and partners: one verb a function, one transaction, one log line."""

from accounts.actions.network import add_partner, describe_partner, give_seat, place_in_ring, set_contact_point
from accounts.actions.people import accept_invitation, add_demo_person, change_language, grant_role, invite
from accounts.actions.reference import prepare_network
from accounts.actions.sign_in import enrol, give_code, give_password, give_recovery_code, renew_recovery_codes, sign_out

__all__ = [
    "accept_invitation",
    "add_demo_person",
    "add_partner",
    "change_language",
    "describe_partner",
    "enrol",
    "give_code",
    "give_password",
    "give_recovery_code",
    "give_seat",
    "grant_role",
    "invite",
    "place_in_ring",
    "prepare_network",
    "renew_recovery_codes",
    "set_contact_point",
    "sign_out",
]

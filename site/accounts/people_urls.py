"""The addresses under /mensen/: for the coordinator, and for who approves a reset (accounts/access.py)."""

from django.urls import path

from accounts.doors import fresh
from accounts.views import invitations, people, resets, rights

app_name = "people"
urlpatterns = [
    path("", people.person_list, name="person_list"),
    path("uitnodigingen/", invitations.invitation_list, name="invitation_list"),
    path("uitnodigingen/<str:public_id>/opnieuw/", invitations.invitation_resend, name="invitation_resend"),
    path("uitnodigingen/<str:public_id>/intrekken/", invitations.invitation_withdraw, name="invitation_withdraw"),
    path("herstel/", resets.reset_list, name="reset_list"),
    path("herstel/<str:public_id>/", fresh(resets.reset_decide), name="reset_decide"),
    path("<str:public_id>/", people.person_detail, name="person_detail"),
    path("<str:public_id>/aanspreekpunt/", people.person_contact, name="person_contact"),
    path("<str:public_id>/aanspreekpunt/stoppen/", people.contact_end, name="contact_end"),
    path("<str:public_id>/rollen/", fresh(rights.person_roles), name="person_roles"),
    path("<str:public_id>/zetels/", fresh(rights.person_seats), name="person_seats"),
    path("<str:public_id>/zetels/<int:number>/", fresh(rights.seat_end), name="seat_end"),
    path("<str:public_id>/overstappen/", fresh(rights.person_move), name="person_move"),
    path("<str:public_id>/blokkeren/", fresh(rights.person_block), name="person_block"),
    path("<str:public_id>/herstel/", fresh(resets.reset_ask), name="reset_ask"),
]

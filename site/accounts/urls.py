"""The addresses of the door and of one's own account."""

from django.urls import path

from accounts.doors import Level, access
from accounts.views import enrol, me, sign_in

app_name = "accounts"
urlpatterns = [
    path("", access(Level.VERIFIED)(me.me), name="me"),
    path("inloggen/", access(Level.PUBLIC)(sign_in.sign_in), name="sign_in"),
    path("code/", access(Level.PASSWORD)(sign_in.code), name="code"),
    path("herstelcode/", access(Level.PASSWORD)(sign_in.recovery), name="recovery"),
    path("instellen/", access(Level.PASSWORD)(enrol.enrol), name="enrol"),
    path("herstelcodes/", access(Level.VERIFIED)(enrol.recovery_codes), name="recovery_codes"),
    path("uitloggen/", access(Level.PUBLIC)(sign_in.sign_out), name="sign_out"),
    path("taal/", access(Level.PUBLIC)(me.language), name="language"),
    path("uitnodiging/<str:token>/", access(Level.PUBLIC)(enrol.invitation), name="invitation"),
    path("uitnodigen/<str:public_id>/", me.invite, name="invite"),
]

"""The addresses of the door and of one's own account."""

from django.urls import path

from accounts.doors import Level, access, fresh
from accounts.views import account, enrol, keys, me, passkeys, passwords, sessions, sign_in

app_name = "accounts"
urlpatterns = [
    path("", access(Level.VERIFIED)(me.me), name="me"),
    path("inloggen/", access(Level.PUBLIC)(sign_in.sign_in), name="sign_in"),
    path("code/", access(Level.PASSWORD)(sign_in.code), name="code"),
    path("herstelcode/", access(Level.PASSWORD)(sign_in.recovery), name="recovery"),
    path("instellen/", access(Level.PASSWORD)(enrol.enrol), name="enrol"),
    path("bevestigen/", access(Level.VERIFIED)(keys.confirm), name="confirm"),
    path("sleutels/", access(Level.VERIFIED)(fresh(keys.keys)), name="keys"),
    path("sleutels/app/", access(Level.VERIFIED)(fresh(keys.authenticator_add)), name="authenticator_add"),
    path("sleutels/<public_id:public_id>/", access(Level.VERIFIED)(fresh(keys.key)), name="key"),
    path(
        "sleutels/<public_id:public_id>/verwijderen/", access(Level.VERIFIED)(fresh(keys.key_remove)), name="key_remove"
    ),
    path("herstelcodes/", access(Level.VERIFIED)(fresh(keys.recovery_codes)), name="recovery_codes"),
    # A visitor may ask for a passkey: it is a way in. Making one asks for a fresh second factor, in the view itself.
    path("passkey/vragen/", access(Level.PUBLIC)(passkeys.PasskeyAsk.as_view()), name="passkey_ask"),
    path("passkey/geven/", access(Level.PUBLIC)(passkeys.PasskeyGive.as_view()), name="passkey_give"),
    path("passkey/maken/", access(Level.VERIFIED)(passkeys.PasskeyMake.as_view()), name="passkey_make"),
    path("passkey/toevoegen/", access(Level.VERIFIED)(passkeys.PasskeyAdd.as_view()), name="passkey_add"),
    path("gegevens/", access(Level.VERIFIED)(account.describe), name="describe"),
    path("kleuren/", access(Level.VERIFIED)(account.theme), name="theme"),
    path("wachtwoord/", access(Level.VERIFIED)(fresh(account.password)), name="password"),
    path("e-mailadres/", access(Level.VERIFIED)(fresh(account.email)), name="email"),
    path("e-mailadres/<str:token>/", access(Level.VERIFIED)(account.email_confirm), name="email_confirm"),
    path("afwezig/", account.absence, name="absence"),
    path("afwezig/weghalen/", account.absence_end, name="absence_end"),
    path("sessies/", access(Level.VERIFIED)(sessions.session_list), name="sessions"),
    path("sessies/overige/", access(Level.VERIFIED)(sessions.session_end_others), name="session_end_others"),
    path("sessies/iemand/", fresh(sessions.session_end_anybodys), name="session_end_anybodys"),
    path("sessies/<public_id:public_id>/", access(Level.VERIFIED)(sessions.session_end), name="session_end"),
    path("blijven/", access(Level.PUBLIC)(sessions.stay), name="stay"),
    path("opnieuw/", access(Level.PUBLIC)(sessions.again), name="again"),
    path("wachtwoord-vergeten/", access(Level.PUBLIC)(passwords.forgotten), name="password_forgotten"),
    path("wachtwoord-gevraagd/", access(Level.PUBLIC)(passwords.asked), name="password_asked"),
    path("nieuw-wachtwoord/<str:token>/", access(Level.PUBLIC)(passwords.choose), name="password_new"),
    path("uitloggen/", access(Level.PUBLIC)(sign_in.sign_out), name="sign_out"),
    path("taal/", access(Level.PUBLIC)(me.language), name="language"),
    path("uitnodiging/<str:token>/", access(Level.PUBLIC)(enrol.invitation), name="invitation"),
    path("uitnodigen/<str:public_id>/", me.invite, name="invite"),
]

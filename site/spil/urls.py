"""Every address of Spil. What is open to more than members is marked here or in a room's own urls.py, and nowhere else."""

from django.urls import include, path, re_path
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.documents.views.serve import serve as serve_document

from accounts.doors import Level, access
from accounts.views.sign_in import sign_out
from spil import errors, views

spil_urls = (
    [
        path("", access(Level.PUBLIC)(views.home), name="home"),
        path("vandaag/", views.asking, name="asking"),
        path("netwerk/", views.network, name="network"),
        path("zoeken/", views.find, name="search"),
        path("stijl/", views.style, name="style"),
        path("wie-mag-wat/", views.who_may_do_what, name="matrix"),
        path("kwetsbaarheid-melden/", access(Level.PUBLIC)(views.weak_spot), name="weak_spot"),
        path("toegankelijkheid/", access(Level.PUBLIC)(views.accessibility), name="accessibility"),
        path(".well-known/security.txt", access(Level.PUBLIC)(views.security_txt), name="security_txt"),
        path("healthz", access(Level.PUBLIC)(views.health), name="health"),
    ],
    "spil",
)

# Wagtail's own doors lead to ours: one sign-in, with both factors (security.md, trap 10), one way out, one account.
wagtail_doors = [
    path("cms/login/", RedirectView.as_view(pattern_name="wagtailadmin_home")),
    path("cms/logout/", access(Level.PUBLIC)(sign_out), name="cms_sign_out"),
    path("cms/account/", RedirectView.as_view(pattern_name="accounts:me")),
]
# Wagtail's screens for people, groups and reports would be a second way to roles: for members they are not there,
# for a visitor they are as closed as everything else.
wagtail_side_doors = [
    re_path(rf"^cms/{name}/", views.elsewhere)
    for name in (
        "users",
        "groups",
        "reports",
        "sites",
        "workflows",
        "collections",
        "account",
        "password_reset",
        "bulk/accounts",
        "failwhale",
        "test404",
    )
]

urlpatterns = [
    path("", include(spil_urls)),
    path("account/", include("privacy.urls")),
    path("controle/", include("privacy.list_urls")),
    path("teksten/", include("privacy.text_urls")),
    path("account/", include("accounts.urls")),
    path("mensen/", include("accounts.people_urls")),
    path("berichten/", include("notifications.urls")),
    path("afspraken/", include("followup.urls")),
    path("casussen/", include("cases.urls")),
    path("overleg/", include("meetings.urls")),
    *wagtail_doors,
    *wagtail_side_doors,
    path("cms/", include(wagtailadmin_urls)),
    # Wagtail's own view answers a form too; nothing is sent to a document.
    re_path(r"^documenten/(\d+)/(.*)$", require_safe(serve_document), name="wagtaildocs_serve"),
    path("documenten/", include(wagtaildocs_urls)),
    path("media/images/<path:path>", views.media, name="media"),
    re_path(r"^((?:[\w\-]+/)*)$", access(Level.PAGE)(views.page), name="wagtail_serve"),
    re_path(r"^.*$", access(Level.PUBLIC)(views.elsewhere), name="elsewhere"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error

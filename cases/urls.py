"""The addresses of cases. Every one is for members, and those with an id for the people in that circle only."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from accounts.ids import ALPHABET, LENGTH
from cases import views


class CaseIdConverter(StringConverter):
    """An id as Spil makes them; any other text is no address, so none of it reaches the database or the log."""

    regex = f"[{ALPHABET}]{{{LENGTH}}}"


register_converter(CaseIdConverter, "case_id")

app_name = "cases"
urlpatterns = [
    path("", views.case_list, name="case_list"),
    path("nieuw/", views.case_new, name="case_new"),
    path("veiligheid/", views.case_safety, name="case_safety"),
    path("<case_id:public_id>/", views.case_detail, name="case_detail"),
    path("<case_id:public_id>/bijdragen/", views.note_list, name="note_list"),
    path("<case_id:public_id>/bijdragen/nieuw/", views.note_add, name="note_add"),
    path("<case_id:public_id>/partners/", views.partner_invite, name="partner_invite"),
    path("<case_id:public_id>/collegas/", views.colleague_add, name="colleague_add"),
    path("<case_id:public_id>/afronden/", views.case_close, name="case_close"),
]

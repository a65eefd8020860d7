"""The addresses of meetings. Members only, as everything that is not marked; who sees which meeting is access.py's."""

from django.urls import path

from meetings import views

app_name = "meetings"
urlpatterns = [
    path("", views.meeting_list, name="meeting_list"),
    path("nieuw/", views.meeting_new, name="meeting_new"),
    path("<public_id:public_id>/", views.meeting_detail, name="meeting_detail"),
    path("<public_id:public_id>/agendapunt/", views.item_add, name="item_add"),
    path("<public_id:public_id>/<public_id:item_id>/uitnodigen/", views.item_invite, name="item_invite"),
    path("<public_id:public_id>/<public_id:item_id>/uitkomst/", views.outcome_add, name="outcome_add"),
]

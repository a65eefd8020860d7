"""The addresses of promises."""

from django.urls import path

from followup import views

app_name = "followup"
urlpatterns = [
    path("", views.action_list, name="action_list"),
    path("<public_id:public_id>/klaar/", views.action_done, name="action_done"),
]

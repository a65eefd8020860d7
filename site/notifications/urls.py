"""The addresses of the inbox."""

from django.urls import path

from notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.notice_list, name="notice_list"),
    path("bel/", views.bell, name="bell"),
    path("gelezen/", views.read_all, name="read_all"),
]

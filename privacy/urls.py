"""The address of the protocol's door. It opens to who gave both factors and has not accepted yet."""

from django.urls import path

from accounts.doors import Level, access
from privacy import views

app_name = "privacy"
urlpatterns = [
    path("protocol/", access(Level.VERIFIED)(views.protocol_accept), name="protocol_accept"),
]

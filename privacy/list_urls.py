"""The addresses under /controle/: how the check works, for every member; its lists, for who keeps them (privacy/lists.py)."""

from django.urls import path

from privacy import list_views

app_name = "check"
urlpatterns = [
    path("", list_views.how_it_works, name="how_it_works"),
    path("namen/", list_views.name_list, name="name_list"),
    path("namen/<str:public_id>/weghalen/", list_views.name_remove, name="name_remove"),
    path("namen/voorstellen/<str:public_id>/", list_views.proposal_decide, name="proposal_decide"),
    path("dorpen/", list_views.village_list, name="village_list"),
]

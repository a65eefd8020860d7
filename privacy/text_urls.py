"""The addresses under /teksten/: a reader reports a stored text, the core team looks it over, its writer writes it anew."""

from django.urls import path

from privacy import text_views

app_name = "texts"
urlpatterns = [
    path("", text_views.review_list, name="review_list"),
    path("melden/<slug:word>/<public_id:public_id>/", text_views.text_report, name="text_report"),
    path("herschrijven/<slug:word>/<public_id:public_id>/", text_views.text_mend, name="text_mend"),
    path("<public_id:public_id>/", text_views.review_detail, name="review_detail"),
    path("<public_id:public_id>/lezen/", text_views.review_read, name="review_read"),
    path("<public_id:public_id>/besluit/", text_views.review_decide, name="review_decide"),
]

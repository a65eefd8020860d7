"""The screens of stored texts: report one, look it over, write it anew. A hidden text is shown here to who may read it alone."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.doors import signed_in
from accounts.errors import SpilError
from privacy import access, actions, rooms
from privacy.allowed import allowed_names
from privacy.models import Review
from privacy.shown import named, shown_texts
from privacy.text_forms import MendForm

PAGE = 30
REFUSED = 422  # The form was understood, and not accepted.
safe_or_post = require_http_methods(["GET", "HEAD", "POST"])


@safe_or_post
def text_report(request: HttpRequest, word: str, public_id: str) -> HttpResponse:
    """Let a reader say that a text tells who it is about, after telling what happens then."""
    user = signed_in(request)
    row = access.get_text(user, word, public_id)
    kind = rooms.kind_of(row)
    if request.method != "POST":
        texts = [getattr(row, field.attname) for field in row.text_fields()]
        context = {"row": row, "texts": texts, "place_url": kind.url(row)}
        return render(request, "privacy/text_report.html", context)
    try:
        if actions.report_text(by=user, row=row):
            messages.success(
                request, _("Thank you. The text is hidden now, and the core team and its writer have been told.")
            )
        else:
            messages.success(request, _("This text is hidden already. The core team looks it over."))
    except SpilError as refused:
        messages.error(request, str(refused.message))
    return redirect(kind.url(row))


@require_safe
def review_list(request: HttpRequest) -> HttpResponse:
    """Show the core team what waits, and what was looked over; of each text only where it stands."""
    user = signed_in(request)
    access.require_core_team(user)
    actions.seen(by=user, url=request.path)
    page = Paginator(Review.objects.for_list(), PAGE).get_page(request.GET.get("page"))
    page.object_list = [named(review) for review in page.object_list]
    return render(request, "privacy/review_list.html", {"page": page})


@require_safe
def review_detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a review; the text only to who said that they read it, so that its circle can see so."""
    user = signed_in(request)
    review = access.get_review(user, public_id)
    has_looked = access.has_looked(user, review)
    row = rooms.row_of(review.about, review.object_id) if has_looked else None
    context = {
        "review": named(review),
        "texts": shown_texts(row, review) if row else [],
        "has_looked": has_looked,
        "is_refused": row is not None and review.waits and actions.has_hard_finding(row, allowed_names()),
    }
    return render(request, "privacy/review_detail.html", context)


@require_POST
def review_read(request: HttpRequest, public_id: str) -> HttpResponse:
    """Write down that somebody of the core team reads the text, and show it."""
    user = signed_in(request)
    review = access.get_review(user, public_id)
    actions.look_over(by=user, review=review)
    return redirect(review)


@require_POST
def review_decide(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let the text stay, or have it written anew."""
    user = signed_in(request)
    review = access.get_review(user, public_id)
    stays = request.POST.get("decision") == "stays"
    if not stays and request.POST.get("decision") != "goes":
        messages.error(request, _("Choose whether the text may stay."))
        return redirect(review)
    try:
        actions.decide(by=user, review=review, stays=stays)
    except SpilError as refused:
        messages.error(request, str(refused.message))
        return redirect(review)
    if stays:
        messages.success(request, _("The text may stay. Whoever may see it can read it."))
    else:
        messages.success(request, _("The text stays hidden. Its writer is asked to write it anew."))
    return redirect("texts:review_list")


@safe_or_post
def text_mend(request: HttpRequest, word: str, public_id: str) -> HttpResponse:
    """Let the writer of a hidden text write it anew; what was typed and refused stays in the form."""
    user = signed_in(request)
    row = access.get_text_to_mend(user, word, public_id)
    kind = rooms.kind_of(row)
    if request.method != "POST":
        actions.seen(by=user, url=request.path)
    form = MendForm(request.POST if request.method == "POST" else None, by=user, row=row)
    if form.is_bound and form.is_valid():
        try:
            if actions.mend_texts(by=user, row=row, texts=form.cleaned_data, proposals=form.proposals()):
                messages.success(request, _("Your text is stored. Everybody who may see it can read it again."))
            else:
                messages.success(request, _("Your text is stored. The core team looks it over before others read it."))
            return redirect(kind.url(row))
        except SpilError as refused:
            form.add_error(None, str(refused.message))
    if form.errors:
        actions.log_refusal(by=user, form=form, where="mend")
    context = {"form": form, "row": row, "review": access.open_reviews(row).first(), "place_url": kind.url(row)}
    return render(request, "privacy/text_mend.html", context, status=REFUSED if form.errors else 200)
